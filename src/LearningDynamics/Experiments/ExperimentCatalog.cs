using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LearningDynamics.Experiments;

/// <summary>The experiments of a program, ordered by id. The source generator emits one for every assembly that declares any.</summary>
public sealed class ExperimentCatalog
{
    /// <summary>Collects experiments.</summary>
    /// <param name="experiments">The experiments, in any order.</param>
    /// <exception cref="ArgumentException">Two have the same id.</exception>
    public ExperimentCatalog(IEnumerable<ExperimentDescriptor> experiments)
    {
        Experiments = [.. experiments.OrderBy(experiment => experiment.Id, StringComparer.Ordinal)];
        string? twice = Experiments.GroupBy(experiment => experiment.Id, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (twice is not null)
            throw new ArgumentException($"Two experiments have the id '{twice}'; an id is unique in a catalog.", nameof(experiments));
    }

    /// <summary>The experiments, ordered by id.</summary>
    public ImmutableArray<ExperimentDescriptor> Experiments { get; }

    /// <summary>This catalog and another one together.</summary>
    /// <param name="other">The other one.</param>
    /// <exception cref="ArgumentException">Both have an experiment of the same id.</exception>
    public ExperimentCatalog And(ExperimentCatalog other) => new(Experiments.Concat(other.Experiments));

    /// <summary>The experiment of that id.</summary>
    /// <param name="id">The id, ignoring case.</param>
    /// <exception cref="UsageException">There is none; the message offers the nearest one.</exception>
    public ExperimentDescriptor Find(string id) =>
        Experiments.FirstOrDefault(experiment => string.Equals(experiment.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(Nearest.Message("experiment", id, Experiments.Select(experiment => experiment.Id)));

    /// <summary>The experiments whose id matches a pattern in which <c>*</c> stands for any characters and <c>?</c> for one.</summary>
    /// <param name="pattern">An id or a pattern, ignoring case.</param>
    /// <exception cref="UsageException">Nothing matches; the message offers the nearest id.</exception>
    public ImmutableArray<ExperimentDescriptor> Match(string pattern)
    {
        if (!pattern.AsSpan().ContainsAny('*', '?'))
            return [Find(pattern)];
        string expression = "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
        var regex = new Regex(expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        ImmutableArray<ExperimentDescriptor> matches = [.. Experiments.Where(experiment => regex.IsMatch(experiment.Id))];
        return matches.IsEmpty
            ? throw new UsageException(Nearest.Message("experiment that matches", pattern, Experiments.Select(experiment => experiment.Id)))
            : matches;
    }
}
