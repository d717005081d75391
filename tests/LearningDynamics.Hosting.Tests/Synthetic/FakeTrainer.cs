using LearningDynamics.Training;

namespace LearningDynamics.Hosting.Tests.Synthetic;

/// <summary>A trainer of another package, which does nothing. Without a name it must not be asked.</summary>
internal sealed class FakeTrainer(string? name) : ITrainer
{
    public string Name => name ?? throw new InvalidOperationException("The trainer was touched.");

    public string Version => "9.9";

    public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        new(plan.Network, 0, 0, Name, Version);
}
