using System.Globalization;
using System.Numerics;

namespace LearningDynamics.Data;

/// <summary>Which two values a bit of an input stands for.</summary>
public enum HypercubeEncoding
{
    /// <summary>-1 for a bit that is not set and 1 for one that is: every vertex has the same norm.</summary>
    Signed,

    /// <summary>0 for a bit that is not set and 1 for one that is: the squared norm of a vertex is its number of set bits.</summary>
    Binary,
}

/// <summary>
/// All inputs of N bits: the 2^N vertices of a hypercube. Vertex k is the one whose bit i is set where bit i of the number k is.
/// </summary>
public sealed class Hypercube
{
    /// <summary>The largest number of bits: 2^20 vertices are some 10^6.</summary>
    public const int LargestInputSize = 20;

    private readonly double low;

    /// <summary>Describes a hypercube; nothing is stored for each vertex.</summary>
    /// <param name="inputSize">The number of bits N, from 1 to <see cref="LargestInputSize"/>.</param>
    /// <param name="encoding">Which values the bits stand for.</param>
    /// <param name="scale">What every coordinate is multiplied by: finite and above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size, the encoding or the scale is outside its domain.</exception>
    public Hypercube(int inputSize, HypercubeEncoding encoding = HypercubeEncoding.Signed, double scale = 1)
    {
        if (inputSize is < 1 or > LargestInputSize)
            throw new ArgumentOutOfRangeException(nameof(inputSize), inputSize, string.Create(CultureInfo.InvariantCulture, $"The number of bits lies between 1 and {LargestInputSize}."));
        if (encoding is not (HypercubeEncoding.Signed or HypercubeEncoding.Binary))
            throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "The encoding must be Signed or Binary.");
        if (!(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be finite and above 0.");
        InputSize = inputSize;
        Encoding = encoding;
        Scale = scale;
        low = encoding == HypercubeEncoding.Signed ? -scale : 0;
    }

    /// <summary>The number of bits N.</summary>
    public int InputSize { get; }

    /// <summary>Which values the bits stand for.</summary>
    public HypercubeEncoding Encoding { get; }

    /// <summary>What every coordinate is multiplied by.</summary>
    public double Scale { get; }

    /// <summary>The number of vertices, 2^N.</summary>
    public int Count => 1 << InputSize;

    /// <summary>The coordinates of a vertex.</summary>
    /// <param name="vertex">Its number, from 0 to Count - 1.</param>
    /// <returns>InputSize numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vertex.</exception>
    public double[] Vertex(int vertex)
    {
        RequireVertex(vertex, nameof(vertex));
        double[] coordinates = new double[InputSize];
        for (int bit = 0; bit < InputSize; bit++)
            coordinates[bit] = Coordinate(vertex, bit);
        return coordinates;
    }

    /// <summary>All vertices, to measure something at each of them, in the order of their numbers.</summary>
    public ProbeSet Probes() => ProbeSet.Create(Count, InputSize, Coordinate);

    /// <summary>The Hamming distance of two vertices: how many bits differ.</summary>
    /// <param name="first">A vertex's number.</param>
    /// <param name="second">Another's.</param>
    /// <returns>A number from 0 to InputSize.</returns>
    public static int Distance(int first, int second) => BitOperations.PopCount((uint)(first ^ second));

    /// <summary>How many of the bits that are set in one vertex are not set in another.</summary>
    /// <param name="from">The vertex that bits are removed from.</param>
    /// <param name="to">The vertex that is left.</param>
    public static int Removed(int from, int to) => BitOperations.PopCount((uint)(from & ~to));

    /// <summary>How many bits that are not set in one vertex are set in another.</summary>
    /// <param name="from">The vertex that bits are added to.</param>
    /// <param name="to">The vertex that results.</param>
    public static int Added(int from, int to) => BitOperations.PopCount((uint)(to & ~from));

    /// <summary>
    /// The least Hamming distance from each vertex to one on the other side: for a classifier, how many bits must be flipped to change its decision.
    /// </summary>
    /// <param name="sides">On which side each vertex is: Count flags.</param>
    /// <param name="distances">Room for Count numbers, from 1 to InputSize; 0 for every vertex where all are on one side.</param>
    /// <exception cref="ArgumentException">One of the two has the wrong length.</exception>
    public void DistancesAcross(ReadOnlySpan<bool> sides, Span<int> distances)
    {
        RequireLength(sides.Length, nameof(sides));
        RequireLength(distances.Length, nameof(distances));
        distances.Clear();
        for (int distance = 1, found = 1; found > 0 && distance <= InputSize; distance++)
            found = distance == 1 ? FindBorder(sides, distances) : FindNext(sides, distances, distance);
    }

    private int FindBorder(ReadOnlySpan<bool> sides, Span<int> distances)
    {
        int found = 0;
        for (int vertex = 0; vertex < sides.Length; vertex++)
        {
            for (int bit = 0; bit < InputSize; bit++)
            {
                if (sides[vertex ^ (1 << bit)] == sides[vertex])
                    continue;
                distances[vertex] = 1;
                found++;
                break;
            }
        }

        return found;
    }

    // A shortest way across stays on the near side until its last step, so distances grow from neighbour to neighbour on one side.
    private int FindNext(ReadOnlySpan<bool> sides, Span<int> distances, int distance)
    {
        int found = 0;
        for (int vertex = 0; vertex < sides.Length; vertex++)
        {
            if (distances[vertex] != distance - 1)
                continue;
            for (int bit = 0; bit < InputSize; bit++)
            {
                int neighbour = vertex ^ (1 << bit);
                if (distances[neighbour] != 0 || sides[neighbour] != sides[vertex])
                    continue;
                distances[neighbour] = distance;
                found++;
            }
        }

        return found;
    }

    private double Coordinate(int vertex, int bit) => ((vertex >> bit) & 1) == 1 ? Scale : low;

    private void RequireVertex(int vertex, string name)
    {
        if ((uint)vertex >= (uint)Count)
            throw new ArgumentOutOfRangeException(name, vertex, string.Create(CultureInfo.InvariantCulture, $"A vertex of {InputSize} bits has a number between 0 and {Count - 1}."));
    }

    private void RequireLength(int length, string name)
    {
        if (length != Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {length} entries for {Count} vertices."), name);
    }
}
