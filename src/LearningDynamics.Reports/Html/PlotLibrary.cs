using System.Text.Json;

namespace LearningDynamics.Reports;

/// <summary>The plotting library: built into this assembly, or linked where the build had no npm to fetch it with.</summary>
/// <param name="Source">The library's source, or null where it is linked.</param>
/// <param name="Address">Its public address, for the version that the package lock names.</param>
internal sealed record PlotLibrary(string? Source, string Address)
{
    private const string Package = "plotly.js-cartesian-dist-min";

    /// <summary>Where linked libraries come from.</summary>
    public const string Host = "https://cdn.jsdelivr.net";

    /// <summary>The library of this build.</summary>
    public static PlotLibrary OfThisBuild { get; } = new(PageAssets.TryRead("plotly.js"), $"{Host}/npm/{Package}@{Version()}/plotly-cartesian.min.js");

    private static string Version()
    {
        using var package = JsonDocument.Parse(PageAssets.Read("package.json"));
        return package.RootElement.GetProperty("dependencies").GetProperty(Package).GetString()!;
    }
}
