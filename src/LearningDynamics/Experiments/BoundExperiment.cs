namespace LearningDynamics.Experiments;

/// <summary>An experiment at one point of its parameters: its routes, ready to run.</summary>
public sealed class BoundExperiment
{
    /// <summary>Until which time it runs, from 0.</summary>
    public required double Duration { get; init; }

    /// <summary>The exact formula, or null.</summary>
    public ClosedFormRoute? ClosedForm { get; init; }

    /// <summary>The gradient flow, or null.</summary>
    public FlowRoute? Flow { get; init; }

    /// <summary>The trained network, or null.</summary>
    public TrainedRoute? Trained { get; init; }
}
