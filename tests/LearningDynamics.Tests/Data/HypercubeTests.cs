using LearningDynamics.Data;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Data;

public class HypercubeTests
{
    [Fact]
    public void Bit_i_of_a_vertex_s_number_is_its_coordinate_i()
    {
        Assert.Equal([1, -1, 1], new Hypercube(3).Vertex(0b101));
        Assert.Equal([0, 0.5, 0.5], new Hypercube(3, HypercubeEncoding.Binary, scale: 0.5).Vertex(0b110));
    }

    [Fact]
    public void Distance_is_removed_plus_added_bits()
    {
        Assert.Equal(2, Hypercube.Removed(0b1110, 0b0011));
        Assert.Equal(1, Hypercube.Added(0b1110, 0b0011));
        Assert.Equal(3, Hypercube.Distance(0b1110, 0b0011));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void A_number_of_bits_outside_1_to_20_is_refused_by_name_and_value(int inputSize)
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new Hypercube(inputSize));
        Assert.Equal("inputSize", refusal.ParamName);
        Assert.Equal(inputSize, refusal.ActualValue);
        Assert.Contains("between 1 and 20", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_encoding_a_scale_of_0_and_a_vertex_outside_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("encoding", () => new Hypercube(2, (HypercubeEncoding)2));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new Hypercube(2, scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new Hypercube(2, scale: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("vertex", () => new Hypercube(2).Vertex(4));
        Assert.Throws<ArgumentOutOfRangeException>("origin", () => HammingGroups.ByDistance(new Hypercube(2), -1));
        Assert.Throws<ArgumentException>("sides", () => new Hypercube(2).DistancesAcross(new bool[3], new int[4]));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.02)]
    [InlineData(0.004)]
    public void Distances_across_are_those_of_comparing_all_pairs(double share)
    {
        var hypercube = new Hypercube(9);
        var random = new RandomStream(3);
        bool[] sides = [.. Enumerable.Range(0, hypercube.Count).Select(_ => random.NextUniform() < share)];
        sides[17] = !sides[0];
        int[] distances = new int[hypercube.Count];

        hypercube.DistancesAcross(sides, distances);

        Assert.All(Enumerable.Range(0, hypercube.Count), vertex => Assert.Equal(
            Enumerable.Range(0, hypercube.Count).Where(other => sides[other] != sides[vertex]).Min(other => Hypercube.Distance(vertex, other)),
            distances[vertex]));
    }

    [Fact]
    public void Where_all_vertices_are_on_one_side_no_distance_exists_and_0_is_written()
    {
        int[] distances = [7, 7, 7, 7];
        new Hypercube(2).DistancesAcross(new bool[4], distances);
        Assert.Equal([0, 0, 0, 0], distances);
    }

    [Fact]
    public void Groups_by_distance_and_by_change_hold_every_vertex_where_it_belongs()
    {
        var hypercube = new Hypercube(6, HypercubeEncoding.Binary);
        const int Origin = 0b001101;
        HammingGroups distances = HammingGroups.ByDistance(hypercube, Origin);
        HammingGroups changes = HammingGroups.ByChange(hypercube, Origin);

        Assert.Equal(7, distances.Count);
        Assert.Equal(16, changes.Count);
        for (int vertex = 0; vertex < hypercube.Count; vertex++)
        {
            Assert.Equal(Hypercube.Distance(Origin, vertex), distances.Groups[vertex]);
            Assert.Equal(Hypercube.Removed(Origin, vertex), changes.Groups[vertex] / 4);
            Assert.Equal(Hypercube.Added(Origin, vertex), changes.Groups[vertex] % 4);
        }
    }

    [Fact]
    public void Probe_sets_refuse_what_they_cannot_hold()
    {
        Assert.Throws<ArgumentException>("probes", () => ProbeSet.FromInputs([]));
        Assert.Throws<ArgumentException>("probes", () => ProbeSet.FromInputs([1, 2], [3]));
        Assert.Throws<ArgumentException>("coordinate", () => ProbeSet.FromInputs([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => ProbeSet.Create(0, 1, (_, _) => 0));
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => ProbeSet.Create(1, 0, (_, _) => 0));
    }
}
