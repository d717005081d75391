namespace LearningDynamics.Experiments;

/// <summary>How a figure draws maps over two axes. A map over one axis is always a curve.</summary>
public enum MapForm
{
    /// <summary>A plane of colours, the first axis across and the second one upwards.</summary>
    Plane,

    /// <summary>A curve over the first axis for each position of the second one.</summary>
    Curves,

    /// <summary>A dot for each position of the first axis; the first two positions along the second one are its coordinates.</summary>
    Points,
}
