using System.Reflection;
using LearningDynamics.Training;
using Microsoft.ML;

namespace LearningDynamics.MLNet;

/// <summary>
/// Trains with ML.NET's stochastic gradient descent (SgdNonCalibrated) in this process: one linear layer, the logistic or the hinge loss, one example
/// a step, in single precision. That is what ML.NET does as a plan says; other plans are not supported.
/// </summary>
/// <remarks>
/// ML.NET's logistic loss takes 2^f from a polynomial, by which its sigmoid is off by up to 8.4e-7: 14 units of single precision. Its stochastic gradient
/// descent always has a bias: a layer without one is trained example by example, and the bias is dropped after each.
/// </remarks>
public sealed class MLNetTrainer : ITrainer
{
    /// <inheritdoc/>
    public string Name => "mlnet";

    /// <summary>The version of ML.NET.</summary>
    public string Version { get; } =
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <inheritdoc/>
    public TrainerSupport Supports(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return SupportedPlans.Missing(plan) is { } missing ? TrainerSupport.Lacks(missing) : TrainerSupport.Full;
    }

    /// <inheritdoc/>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        if (SupportedPlans.Missing(plan) is { } missing)
            throw new NotSupportedException(missing);
        var run = new DescentRun(plan);
        Train(run, plan, observer, progress, cancellation);
        double loss = plan.Loss.Mean(run.Network, plan.Data);
        return double.IsFinite(loss) ? new(run.Network, plan.Steps, loss, Name, Version) : throw Divergence.OfLoss(plan, loss);
    }

    private static void Train(DescentRun run, TrainingPlan plan, TrainingObserver? observer, IProgress<double>? progress, CancellationToken cancellation)
    {
        observer?.Invoke(0, run.Network);
        using IEnumerator<long> observations = plan.ObservationSteps.GetEnumerator();
        long observed = Next(observations);
        long reportInterval = Math.Max(1, plan.Steps / 100);
        long reported = 0;
        while (run.Step < plan.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!run.TryAdvance(Math.Min(observed, plan.Steps)))
                throw Divergence.OfWeights(plan, run.Step);
            if (run.Step == observed)
            {
                observer?.Invoke(run.Step, run.Network);
                observed = Next(observations);
            }

            if (progress is not null && (run.Step - reported >= reportInterval || run.Step == plan.Steps))
                progress.Report((double)(reported = run.Step) / plan.Steps);
        }
    }

    private static long Next(IEnumerator<long> steps) => steps.MoveNext() ? steps.Current : long.MaxValue;
}
