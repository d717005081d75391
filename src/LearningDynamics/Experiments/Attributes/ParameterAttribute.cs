namespace LearningDynamics.Experiments;

/// <summary>
/// Declares a parameter: a property with <c>init</c> or <c>set</c>, of type double, int, long, bool, string or an enum. The property's initialiser is
/// the default. Bounds are for numbers; a value outside them is refused before anything runs.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute : Attribute
{
    /// <summary>The symbol in the paper's formulas, such as <c>||x||</c>, for tables and plots.</summary>
    public string? Symbol { get; set; }

    /// <summary>The value must be above this.</summary>
    public double Above { get; set; } = double.NegativeInfinity;

    /// <summary>The value must be at least this.</summary>
    public double AtLeast { get; set; } = double.NegativeInfinity;

    /// <summary>The value must be below this.</summary>
    public double Below { get; set; } = double.PositiveInfinity;

    /// <summary>The value must be at most this.</summary>
    public double AtMost { get; set; } = double.PositiveInfinity;
}
