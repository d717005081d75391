using System.Collections.Immutable;
using System.Text;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>A figure that an experiment declares, within one run of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Index">The figure's place among the declared ones.</param>
internal sealed record DeclaredFigure(ExperimentRun Run, int Index)
{
    /// <summary>The figure.</summary>
    public FigureDescriptor Figure => Run.Figures[Index];

    /// <summary>Title and caption as one text.</summary>
    public string Description => Figure.Caption is null ? Figure.Title : $"{Figure.Title}. {Figure.Caption}";

    /// <summary>What is drawn, in words: what a reader who does not see the picture needs to know first.</summary>
    public string Content
    {
        get
        {
            string names = string.Join(", ", Figure.Names);
            return Figure.Kind switch
            {
                FigureKind.Curves => $"{names} over time",
                FigureKind.PhasePlane or FigureKind.Sweep => $"{names} over {Figure.Over}",
                FigureKind.Table => $"table of {names}",
                FigureKind.MapCurves => $"curves of {names}",
                FigureKind.Scatter => $"dots of {names}",
                _ => Figure.Borders.IsEmpty ? $"map of {names}" : $"map of {names}, with {string.Join(", ", Figure.Borders)}",
            };
        }
    }

    /// <summary>The name of its image without an extension: the experiment's id, the preset if there is one, and the title, in lower case with hyphens.</summary>
    public string ImageName => Hyphenated($"{Run.Id} {Run.Preset} {Figure.Title}");

    /// <summary>All figures of a run.</summary>
    public static ImmutableArray<DeclaredFigure> Of(ExperimentRun run) => [.. Enumerable.Range(0, run.Figures.Length).Select(index => new DeclaredFigure(run, index))];

    /// <summary>Why these results do not fill the figure, or null where they do.</summary>
    public string? Missing()
    {
        if (Figure.Preset is not null && Figure.Preset != Run.Preset)
            return $"It belongs to the preset {Figure.Preset}: add --preset {Figure.Preset}.";
        string[] absent = [.. Figure.Names.Where(name => !Run.Points.SelectMany(point => point.Routes).Any(route => Has(route, name)))];
        if (absent.Length == Figure.Names.Length)
            return $"No route gave {string.Join(", ", absent)}.";
        return Figure.Kind == FigureKind.Sweep && !Varies(Figure.Over!) ? $"It is drawn over {Figure.Over}, which has one value in this run." : null;
    }

    /// <summary>What holds the spread of a quantity, or null where the figure names none.</summary>
    /// <param name="name">A name of the figure.</param>
    /// <param name="quantity">A quantity that it stands for: itself, or a component.</param>
    public string? Spread(string name, string quantity) => Figure.Spreads.IsEmpty ? null : Figure.Spreads[Figure.Names.IndexOf(name)] + quantity[name.Length..];

    private bool Has(RouteResult route, string name) => Figure.Kind switch
    {
        FigureKind.Curves or FigureKind.PhasePlane => route.Trajectory.Observables.Any(series => Means(name, series.Name)),
        FigureKind.Map or FigureKind.MapCurves or FigureKind.Scatter => route.Maps.Any(map => map.Name == name),
        FigureKind.Sweep => route.Findings.Any(finding => Means(name, finding.Name) && finding.Value.AsNumber is not null),
        _ => route.Findings.Any(finding => Means(name, finding.Name)),
    };

    /// <summary>Whether a name stands for a quantity: its own, or that of a vector whose component it is.</summary>
    public static bool Means(string name, string quantity) =>
        quantity == name || (quantity.Length > name.Length && quantity.StartsWith(name, StringComparison.Ordinal) && quantity.AsSpan(name.Length).IndexOfAnyExceptInRange('0', '9') < 0);

    private bool Varies(string parameter) => Run.Points.Select(point => PointLabels.Value(point, parameter)).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static string Hyphenated(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
                name.Append(char.ToLowerInvariant(character));
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
        }

        return name.ToString().TrimEnd('-');
    }
}
