namespace LearningDynamics.Experiments;

/// <summary>
/// Declares a figure that reports draw. What is named decides what is drawn: observables are drawn over time, or over another observable; findings over a parameter that the points of the run differ
/// in, or as a table; maps as curves where they have one axis, and as planes of colours, curves or dots where they have two. Every route is drawn in a line style of its own and every point of the run in a colour of its own.
/// </summary>
/// <param name="title">The title, different from those of the experiment's other figures.</param>
/// <param name="names">What is shown, by C# names: observables, findings or maps. The name of a vector-valued one stands for all its components.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FigureAttribute(string title, params string[] names) : Attribute
{
    /// <summary>The title.</summary>
    public string Title { get; } = title;

    /// <summary>What is shown.</summary>
    public string[] Names { get; } = names;

    /// <summary>What a reader should see in it, in a sentence or two.</summary>
    public string? Caption { get; set; }

    /// <summary>What runs across. For observables another observable, which makes a phase plane; without it time does. For findings a parameter; without it they make a table.</summary>
    public string? Over { get; set; }

    /// <summary>A parameter for each value of which there is a panel, side by side. Without it all points share one panel.</summary>
    public string? Panels { get; set; }

    /// <summary>The preset whose points the figure shows. Without it the figure is drawn in every run.</summary>
    public string? Preset { get; set; }

    /// <summary>The scale of the horizontal axis. A logarithmic one leaves out what is not above 0.</summary>
    public AxisScale XScale { get; set; }

    /// <summary>The scale of the vertical axis. A logarithmic one leaves out what is not above 0.</summary>
    public AxisScale YScale { get; set; }

    /// <summary>For planes of numbers: the scale of the colours. A logarithmic one leaves out what is not above 0.</summary>
    public AxisScale ColourScale { get; set; }

    /// <summary>The title of the horizontal axis; without it the name of what runs there, with its symbol.</summary>
    public string? XTitle { get; set; }

    /// <summary>The title of the vertical axis; without it the names of what is shown, if there are few.</summary>
    public string? YTitle { get; set; }

    /// <summary>
    /// What holds the spread of each name, in their order and of their kind: observables for observables, findings for findings, maps for maps, which are then drawn as curves. It is drawn as a band of one spread to
    /// either side, and stands behind the value in a table.
    /// </summary>
    public string[] Spreads { get; set; } = [];

    /// <summary>For a map over two axes: maps that are drawn as curves on top of it. A map over one axis is a curve; one over two axes is a curve for each position of its second axis.</summary>
    public string[] Borders { get; set; } = [];

    /// <summary>For curves of observables or findings: what a small picture in the emptiest corner shows, observables over time or findings over <see cref="Over"/>.</summary>
    public string[] Inset { get; set; } = [];

    /// <summary>How maps over two axes are drawn.</summary>
    public MapForm As { get; set; }
}
