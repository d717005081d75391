namespace LearningDynamics.Reports;

/// <summary>The style and the scripts of the page, which are embedded in this assembly.</summary>
internal static class PageAssets
{
    /// <summary>The page's style: colours, layout, and what differs on paper.</summary>
    public static string Style { get; } = string.Concat(Read("colours.css"), Read("report.css"), Read("print.css"));

    /// <summary>The page's own script: how curves look, what to plot, then when and where.</summary>
    public static string Script { get; } = string.Concat(Read("styles.js"), Read("figures.js"), Read("page.js"));

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
