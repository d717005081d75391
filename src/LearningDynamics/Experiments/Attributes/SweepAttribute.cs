namespace LearningDynamics.Experiments;

/// <summary>
/// Runs the experiment once for each of these values of the parameter. Several swept parameters give every combination.
/// A value set on the command line replaces the sweep.
/// </summary>
/// <param name="values">The values, of the parameter's type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SweepAttribute(params object[] values) : Attribute
{
    /// <summary>The values, of the parameter's type.</summary>
    public object[] Values { get; } = values;
}
