namespace LearningDynamics.Experiments;

/// <summary>Levenshtein's distance. The source generator compiles this file too, to suggest names as the library does.</summary>
internal static class EditDistance
{
    /// <summary>How many insertions, deletions and substitutions turn one text into the other, ignoring case.</summary>
    public static int Between(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (int column = 1; column <= right.Length; column++)
            {
                bool isSame = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]);
                current[column] = Math.Min(previous[column - 1] + (isSame ? 0 : 1), 1 + Math.Min(previous[column], current[column - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
