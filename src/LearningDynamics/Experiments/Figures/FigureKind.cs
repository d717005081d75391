namespace LearningDynamics.Experiments;

/// <summary>What a figure shows, and how.</summary>
public enum FigureKind
{
    /// <summary>Observables over time.</summary>
    Curves,

    /// <summary>Observables over another observable.</summary>
    PhasePlane,

    /// <summary>Findings over a parameter that the points differ in.</summary>
    Sweep,

    /// <summary>Findings in rows, one for each point.</summary>
    Table,

    /// <summary>Maps: a curve over one axis, a plane of colours over two.</summary>
    Map,

    /// <summary>Maps as curves over their first axis, one for each position of the second.</summary>
    MapCurves,

    /// <summary>Maps as dots, one for each position of the first axis.</summary>
    Scatter,
}

/// <summary>The names that kinds of figure have in files.</summary>
public static class FigureKindNames
{
    /// <summary>The name in files: <c>curves</c>, <c>phase-plane</c>, <c>sweep</c>, <c>table</c>, <c>map</c>, <c>map-curves</c> or <c>scatter</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public static string Name(this FigureKind kind) => kind switch
    {
        FigureKind.Curves => "curves",
        FigureKind.PhasePlane => "phase-plane",
        FigureKind.Sweep => "sweep",
        FigureKind.Table => "table",
        FigureKind.Map => "map",
        FigureKind.MapCurves => "map-curves",
        FigureKind.Scatter => "scatter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A figure is Curves, PhasePlane, Sweep, Table, Map, MapCurves or Scatter."),
    };

    /// <summary>The kind of that name.</summary>
    /// <param name="name">A name as <see cref="Name"/> gives it.</param>
    /// <exception cref="UsageException">No kind has that name; the message offers the nearest one.</exception>
    public static FigureKind Parse(string name)
    {
        foreach (FigureKind kind in Enum.GetValues<FigureKind>())
        {
            if (string.Equals(kind.Name(), name, StringComparison.Ordinal))
                return kind;
        }

        throw new UsageException(Nearest.Message("kind of figure", name, Enum.GetValues<FigureKind>().Select(kind => kind.Name())));
    }
}
