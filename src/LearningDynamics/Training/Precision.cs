namespace LearningDynamics.Training;

/// <summary>The numbers that training computes with.</summary>
public enum Precision
{
    /// <summary>64-bit floating point.</summary>
    Double,

    /// <summary>32-bit floating point. Weights, data and learning rate are rounded to it first.</summary>
    Single,
}
