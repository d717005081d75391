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
            Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())));

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

    /// <summary>Levenshtein's distance: how many insertions, deletions and substitutions turn one text into the other.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                int substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(substitution, 1 + Math.Min(previous[column], current[column - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
