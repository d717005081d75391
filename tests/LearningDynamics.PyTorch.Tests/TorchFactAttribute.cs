using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>A test that trains with PyTorch. Skipped where there is none, except in continuous integration.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute() => Skip = Torch.ReasonToSkip;
}

/// <summary>As <see cref="TorchFactAttribute"/>, for each of several data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchTheoryAttribute : TheoryAttribute
{
    public TorchTheoryAttribute() => Skip = Torch.ReasonToSkip;
}

/// <summary>The trainer of this machine, one for all tests.</summary>
internal static class Torch
{
    public static PyTorchTrainer Trainer { get; } = new();

    public static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable("CI") is "true" ? null : Trainer.Presence().Missing;
}
