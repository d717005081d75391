namespace LearningDynamics.Experiments;

/// <summary>
/// Marks the vector field of the gradient flow. Write it over the generic scalar, <c>State&lt;T&gt; Flow&lt;T&gt;(State&lt;T&gt; s) where T : struct, IScalar&lt;T&gt;</c>
/// or <c>void Flow&lt;T&gt;(ReadOnlySpan&lt;T&gt; s, Span&lt;T&gt; derivative) where T : struct, IScalar&lt;T&gt;</c>; the same with double in place of T is accepted.
/// A field that depends on time takes it first.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FlowAttribute : Attribute
{
    /// <summary>The solver's relative tolerance; 0 for its default.</summary>
    public double RelativeTolerance { get; set; }

    /// <summary>The solver's absolute tolerance; 0 for its default.</summary>
    public double AbsoluteTolerance { get; set; }
}
