using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Numerics;

public class EffectiveRankTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Equal_singular_values_count_one_each(int size)
    {
        double[] identity = new double[size * size];
        for (int i = 0; i < size; i++)
            identity[i * (size + 1)] = -3;
        Assert.Equal(size, EffectiveRank.Of(identity, size, size), 1e-13);
    }

    [Fact]
    public void Unequal_ones_count_by_their_entropy()
    {
        // Shares 3/4 and 1/4: exp(-(3/4) ln(3/4) - (1/4) ln(1/4)) = 4 / 3^(3/4).
        Assert.Equal(4 / Math.Pow(3, 0.75), EffectiveRank.Of([3, 0, 0, 0, 1, 0], 2, 3), 1e-14);
    }

    [Fact]
    public void A_matrix_of_one_direction_has_rank_1_and_one_of_zeros_0()
    {
        // Singular values that are 0 come out as rounding, 1e-16 of the first, and add some 40 of these to the entropy.
        Assert.Equal(1, EffectiveRank.Of([1, 2, 3, 2, 4, 6], 2, 3), 1e-13);
        Assert.Equal(0, EffectiveRank.Of(new double[6], 3, 2));
    }

    [Fact]
    public void Neither_the_scale_nor_the_transpose_matters_however_extreme()
    {
        double[] values = [1, 5, -2, 0.5, 3, 1], transposed = [1, 0.5, 5, 3, -2, 1];
        double rank = EffectiveRank.Of(values, 2, 3);
        Assert.Equal(rank, EffectiveRank.Of(transposed, 3, 2), 1e-14);
        foreach (double scale in (double[])[1e-300, 1e300])
            Assert.Equal(rank, EffectiveRank.Of([.. values.Select(value => value * scale)], 2, 3), 1e-13);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => EffectiveRank.Of([], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => EffectiveRank.Of([], 1, 0));
        Assert.Throws<ArgumentException>("values", () => EffectiveRank.Of([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>("values", () => EffectiveRank.Of([1, double.NaN], 1, 2));
    }
}
