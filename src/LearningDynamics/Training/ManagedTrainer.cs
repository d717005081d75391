using System.Numerics;
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

    /// <summary>Every valid plan without convolution layers is supported.</summary>
    /// <param name="plan">The plan.</param>
    public TrainerSupport Supports(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Network.Convolutions.Count == 0 ? TrainerSupport.Full : TrainerSupport.Lacks("Convolution layers are not supported.");
    }

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
            throw Divergence.OfLoss(plan, loss);
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

        StepLoop.Run(plan.Steps, plan.ObservationSteps, Take, Observe, progress, cancellation);

        run.Write(current);
        return current;

        void Take(long step)
        {
            if (!run.Step())
                throw Divergence.OfWeights(plan, step);
        }

        void Observe(long step)
        {
            run.Write(current);
            observer?.Invoke(step, current);
        }
    }
}
