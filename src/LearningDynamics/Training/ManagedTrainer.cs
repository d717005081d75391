using System.Globalization;
using System.Numerics;
using LearningDynamics.Numerics;
using LearningDynamics.Training.Kernels;

namespace LearningDynamics.Training;

/// <summary>
/// Trains on the processor, in this process, on the calling thread. Equal plans give equal bits on one machine; on machines
/// with other vector widths sums are added in another order, and results differ by rounding.
/// </summary>
public sealed class ManagedTrainer : ITrainer
{
    /// <inheritdoc/>
    public string Name => "managed";

    /// <inheritdoc/>
    public string Version => typeof(ManagedTrainer).Assembly.GetName().Version!.ToString(3);

    /// <summary>Every valid plan is supported.</summary>
    /// <param name="plan">The plan.</param>
    public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

    /// <inheritdoc/>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        Network network = plan.Precision == Precision.Single
            ? Train<float>(plan, observer, progress, cancellation)
            : Train<double>(plan, observer, progress, cancellation);
        double loss = plan.Loss.Mean(network, plan.Data);
        if (!double.IsFinite(loss))
            throw Failure(plan, string.Create(CultureInfo.InvariantCulture, $"The loss is {loss} after step {plan.Steps}"));
        return new TrainingResult(network, plan.Steps, loss, Name, Version);
    }

    private static Network Train<T>(TrainingPlan plan, TrainingObserver? observer, IProgress<double>? progress, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var run = new TrainingRun<T>(plan);
        Network current = plan.Network.Clone();
        // In single precision this shows the rounded weights that training starts from.
        run.Write(current);
        observer?.Invoke(0, current);

        using IEnumerator<long> observations = plan.ObservationSteps.GetEnumerator();
        long observed = Next(observations);
        long reportInterval = Math.Max(1, plan.Steps / 100);
        for (long step = 1; step <= plan.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!run.Step())
                throw Failure(plan, string.Create(CultureInfo.InvariantCulture, $"A weight is no longer finite after step {step}"));
            if (step == observed)
            {
                run.Write(current);
                observer?.Invoke(step, current);
                observed = Next(observations);
            }

            if (progress is not null && (step % reportInterval == 0 || step == plan.Steps))
                progress.Report((double)step / plan.Steps);
        }

        run.Write(current);
        return current;
    }

    private static long Next(IEnumerator<long> steps) => steps.MoveNext() ? steps.Current : long.MaxValue;

    private static NumericalFailureException Failure(TrainingPlan plan, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what}, with the learning rate {plan.LearningRate} ({plan.Optimizer.GetType().Name}). Try a smaller learning rate, smaller initial weights or inputs of smaller norm: steps grow without bound once the learning rate exceeds about 2 divided by the largest curvature of the loss."));
}
