using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>A declared figure. It names what is drawn; a report draws it from the results.</summary>
/// <param name="Title">The title, different from those of the experiment's other figures.</param>
/// <param name="Kind">What it shows, and how.</param>
/// <param name="Names">The observables, findings or maps that it shows. The name of a vector-valued one stands for all its components.</param>
public sealed record FigureDescriptor(string Title, FigureKind Kind, ImmutableArray<string> Names)
{
    /// <summary>What a reader should see in it, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>The observable or parameter that runs across; null where time or a map's own axis does.</summary>
    public string? Over { get; init; }

    /// <summary>The parameter for each value of which there is a panel, or null.</summary>
    public string? Panels { get; init; }

    /// <summary>The preset whose points it shows, or null for any points.</summary>
    public string? Preset { get; init; }

    /// <summary>The scale of the horizontal axis.</summary>
    public AxisScale XScale { get; init; }

    /// <summary>The scale of the vertical axis.</summary>
    public AxisScale YScale { get; init; }

    /// <summary>The scale of the colours of a plane.</summary>
    public AxisScale ColourScale { get; init; }

    /// <summary>The title of the horizontal axis, or null for the name of what runs there.</summary>
    public string? XTitle { get; init; }

    /// <summary>The title of the vertical axis, or null for the names of what is shown.</summary>
    public string? YTitle { get; init; }

    /// <summary>What holds the spreads of the names, in their order; empty for none.</summary>
    public ImmutableArray<string> Spreads { get; init; } = [];

    /// <summary>The maps that are drawn as curves on a coloured plane.</summary>
    public ImmutableArray<string> Borders { get; init; } = [];

    /// <summary>The observables or findings that a small picture inside the figure shows.</summary>
    public ImmutableArray<string> Inset { get; init; } = [];
}
