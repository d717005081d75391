namespace LearningDynamics.Experiments;

/// <summary>Finds the valid name that a mistyped one most likely meant.</summary>
public static class Nearest
{
    /// <summary>
    /// A candidate that contains the name, else the one with the smallest edit distance, ignoring case; null where there is no candidate.
    /// </summary>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The valid names.</param>
    public static string? To(string name, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => (
            IsElsewhere: name.Length == 0 || !candidate.Contains(name, StringComparison.OrdinalIgnoreCase),
            EditDistance.Between(name, candidate)));

    /// <summary>A sentence that names the unknown name, the nearest valid one and, where there are few, all of them.</summary>
    /// <param name="kind">What the name should have named, such as "parameter".</param>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The valid names.</param>
    public static string Message(string kind, string name, IEnumerable<string> candidates)
    {
        string[] valid = [.. candidates];
        return To(name, valid) is { } nearest
            ? $"There is no {kind} '{name}'. Did you mean '{nearest}'? Valid: {string.Join(", ", valid)}."
            : $"There is no {kind} '{name}', and none is declared.";
    }
}
