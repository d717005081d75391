namespace LearningDynamics.Experiments;

/// <summary>The scale of an axis.</summary>
public enum AxisScale
{
    /// <summary>Equal distances are equal differences.</summary>
    Linear,

    /// <summary>Equal distances are equal ratios.</summary>
    Logarithmic,
}
