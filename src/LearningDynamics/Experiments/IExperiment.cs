namespace LearningDynamics.Experiments;

/// <summary>A declared experiment. The source generator implements this on every class with an <see cref="ExperimentAttribute"/>.</summary>
public interface IExperiment
{
    /// <summary>Everything that is known of the experiment without running it.</summary>
    static abstract ExperimentDescriptor Descriptor { get; }

    /// <summary>The point that this instance's properties describe.</summary>
    ParameterSet Parameters { get; }
}
