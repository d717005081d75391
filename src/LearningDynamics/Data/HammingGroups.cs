using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>
/// Puts the vertices of a hypercube into groups by how they differ from one of them, the origin: by the number of flipped bits, or by the numbers of removed and added bits.
/// </summary>
public sealed class HammingGroups
{
    private readonly int[] groups;

    private HammingGroups(int[] groups, int count)
    {
        this.groups = groups;
        Count = count;
    }

    /// <summary>The number of groups; none is empty.</summary>
    public int Count { get; }

    /// <summary>The group of each vertex.</summary>
    public ReadOnlySpan<int> Groups => groups;

    /// <summary>By the Hamming distance: group d holds the vertices of distance d, from 0 to InputSize.</summary>
    /// <param name="hypercube">The hypercube.</param>
    /// <param name="origin">The vertex to count from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public static HammingGroups ByDistance(Hypercube hypercube, int origin)
    {
        RequireOrigin(hypercube, origin);
        int[] members = new int[hypercube.Count];
        for (int vertex = 0; vertex < members.Length; vertex++)
            members[vertex] = Hypercube.Distance(origin, vertex);
        return new(members, hypercube.InputSize + 1);
    }

    /// <summary>
    /// By the bits that were removed and added. With s bits set in the origin, r removed and a added bits are group r (InputSize - s + 1) + a,
    /// with r from 0 to s and a from 0 to InputSize - s.
    /// </summary>
    /// <param name="hypercube">The hypercube.</param>
    /// <param name="origin">The vertex to count from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public static HammingGroups ByChange(Hypercube hypercube, int origin)
    {
        RequireOrigin(hypercube, origin);
        int set = int.PopCount(origin), additions = hypercube.InputSize - set + 1;
        int[] members = new int[hypercube.Count];
        for (int vertex = 0; vertex < members.Length; vertex++)
            members[vertex] = (Hypercube.Removed(origin, vertex) * additions) + Hypercube.Added(origin, vertex);
        return new(members, (set + 1) * additions);
    }

    private static void RequireOrigin(Hypercube hypercube, int origin)
    {
        ArgumentNullException.ThrowIfNull(hypercube);
        if ((uint)origin >= (uint)hypercube.Count)
            throw new ArgumentOutOfRangeException(nameof(origin), origin, string.Create(CultureInfo.InvariantCulture, $"A vertex of {hypercube.InputSize} bits has a number between 0 and {hypercube.Count - 1}."));
    }
}
