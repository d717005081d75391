using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting;

/// <summary>
/// The experiments that a request means. A long one must be named by its id, or asked for with <c>--include-long</c>. With a preset, patterns take
/// those that have it.
/// </summary>
/// <param name="Chosen">The experiments, in the order of the patterns, each once.</param>
/// <param name="LeftOut">The long ones that only a pattern matched.</param>
/// <param name="WithoutPreset">Those without the preset that only a pattern matched.</param>
internal sealed record ExperimentSelection(
    ImmutableArray<ExperimentDescriptor> Chosen,
    ImmutableArray<ExperimentDescriptor> LeftOut,
    ImmutableArray<ExperimentDescriptor> WithoutPreset)
{
    /// <summary>Resolves ids and patterns.</summary>
    /// <exception cref="UsageException">A pattern matches nothing, an experiment that is named lacks the preset, or there is nothing left to do.</exception>
    public static ExperimentSelection Of(ExperimentCatalog catalog, RunRequest request)
    {
        if (catalog.Experiments.IsEmpty)
            throw new UsageException("This program declares no experiments.");
        ImmutableArray<string> patterns = request.Patterns.IsEmpty ? ["*"] : request.Patterns;
        ExperimentDescriptor[] matches = [.. patterns.SelectMany(pattern => catalog.Match(pattern)).Distinct()];
        ILookup<bool, ExperimentDescriptor> byPreset = WithPreset(matches, patterns, request.Preset);
        ILookup<bool, ExperimentDescriptor> byChosen = byPreset[true].ToLookup(experiment => request.IncludesLong || !experiment.IsLong || IsNamed(experiment, patterns));
        return byChosen.Contains(true)
            ? new([.. byChosen[true]], [.. byChosen[false]], [.. byPreset[false]])
            : throw new UsageException($"Every experiment that matches is long ({Ids(byPreset[true])}). Name one by its id, or add --include-long.");
    }

    /// <summary>Says what was matched and is not run.</summary>
    public void WriteLeftOut(TextWriter error, RunRequest request)
    {
        if (!WithoutPreset.IsEmpty)
            error.WriteLine($"Left out as they have no preset '{request.Preset}': {Ids(WithoutPreset)}.");
        if (!LeftOut.IsEmpty)
            error.WriteLine($"Left out as long: {Ids(LeftOut)}. Add --include-long to run them too.");
    }

    /// <summary>Which experiments have the preset. One that is named must have it, and one at least.</summary>
    private static ILookup<bool, ExperimentDescriptor> WithPreset(ExperimentDescriptor[] matches, ImmutableArray<string> patterns, string? preset)
    {
        ILookup<bool, ExperimentDescriptor> byPreset = matches.ToLookup(experiment => preset is null || experiment.HasPreset(preset));
        byPreset[false].FirstOrDefault(experiment => IsNamed(experiment, patterns))?.FindPreset(preset!);
        return byPreset.Contains(true)
            ? byPreset
            : throw new UsageException(Nearest.Message("preset", preset!, matches.SelectMany(experiment => experiment.Presets).Select(known => known.Name).Distinct(StringComparer.Ordinal)));
    }

    private static string Ids(IEnumerable<ExperimentDescriptor> experiments) => string.Join(", ", experiments.Select(experiment => experiment.Id));

    private static bool IsNamed(ExperimentDescriptor experiment, ImmutableArray<string> patterns) =>
        patterns.Contains(experiment.Id, StringComparer.OrdinalIgnoreCase);
}
