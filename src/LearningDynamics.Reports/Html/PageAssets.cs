namespace LearningDynamics.Reports;

/// <summary>The style and the scripts of the page, which are embedded in this assembly.</summary>
internal static class PageAssets
{
    /// <summary>The page's style: colours, layout, and what differs on paper.</summary>
    public static string Style { get; } = string.Concat(Read("colours.css"), Read("report.css"), Read("print.css"));

    /// <summary>The page's own scripts, each after those that it uses: how things look, what every experiment plots, what declared figures plot, then when and where.</summary>
    private static readonly string[] Scripts =
    [
        "styles.js", "texts.js", "frame.js", "figures.js",
        "families.js", "series.js", "curves.js", "panels.js", "inset.js", "regions.js", "planes.js", "dots.js", "declared.js",
        "images.js", "page.js",
    ];

    /// <summary>The page's own script.</summary>
    public static string Script { get; } = string.Concat(Scripts.Select(Read));

    /// <summary>An embedded text that must be there.</summary>
    public static string Read(string name) => TryRead(name) ?? throw new InvalidOperationException($"The assembly was built without {name}.");

    /// <summary>An embedded text, or null where the assembly was built without it. Lines end as browsers count them, so that hashes hold.</summary>
    public static string? TryRead(string name)
    {
        using Stream? stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
