using System.Collections.Immutable;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting;

/// <summary>The experiments that a request means. A long one must be named by its id, or asked for with <c>--include-long</c>.</summary>
/// <param name="Chosen">The experiments, in the order of the patterns, each once.</param>
/// <param name="LeftOut">The long ones that only a pattern matched.</param>
internal sealed record ExperimentSelection(ImmutableArray<ExperimentDescriptor> Chosen, ImmutableArray<ExperimentDescriptor> LeftOut)
{
    /// <summary>Resolves ids and patterns.</summary>
    /// <exception cref="UsageException">A pattern matches nothing, or there is nothing left to do.</exception>
    public static ExperimentSelection Of(ExperimentCatalog catalog, RunRequest request)
    {
        if (catalog.Experiments.IsEmpty)
            throw new UsageException("This program declares no experiments.");
        ImmutableArray<string> patterns = request.Patterns.IsEmpty ? ["*"] : request.Patterns;
        ExperimentDescriptor[] matches = [.. patterns.SelectMany(pattern => catalog.Match(pattern)).Distinct()];
        ILookup<bool, ExperimentDescriptor> byChosen = matches.ToLookup(experiment => request.IncludesLong || !experiment.IsLong || IsNamed(experiment, patterns));
        return byChosen.Contains(true)
            ? new([.. byChosen[true]], [.. byChosen[false]])
            : throw new UsageException($"Every experiment that matches is long ({string.Join(", ", matches.Select(experiment => experiment.Id))}). Name one by its id, or add --include-long.");
    }

    private static bool IsNamed(ExperimentDescriptor experiment, ImmutableArray<string> patterns) =>
        patterns.Contains(experiment.Id, StringComparer.OrdinalIgnoreCase);
}
