using LearningDynamics.Training;

namespace LearningDynamics.Hosting.Tests.Synthetic;

/// <summary>A trainer of another package, which does nothing. Without a name it must not be asked.</summary>
internal sealed class FakeTrainer(string? name) : IDeviceTrainer
{
    public string Name => name ?? throw new InvalidOperationException("The trainer was touched.");

    public string Version => Missing is null ? "9.9" : "absent";

    public IReadOnlyList<string> Devices => ["cpu", "cuda"];

    /// <summary>What it needs and lacks.</summary>
    public string? Missing { get; init; }

    public ITrainer On(string device) => new FakeTrainer(name + " on " + device);

    public TrainerSupport Presence() => Missing is null ? TrainerSupport.Full : TrainerSupport.Lacks(Missing);

    public TrainerSupport Supports(TrainingPlan plan) => plan.Precision == Precision.Double ? TrainerSupport.Full : TrainerSupport.Lacks("Only double precision is supported.");

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        new(plan.Network, 0, 0, Name, Version);
}
