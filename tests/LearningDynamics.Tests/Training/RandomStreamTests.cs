using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Training;

public class RandomStreamTests
{
    [Fact]
    public void Bits_are_those_of_the_published_generators()
    {
        // SplitMix64 and xoshiro256** written out once more in Python, seed 42.
        var random = new RandomStream(42);
        Assert.Equal([1546998764402558742UL, 6990951692964543102UL, 12544586762248559009UL], new[] { random.NextBits(), random.NextBits(), random.NextBits() });
    }

    [Fact]
    public void Normal_numbers_are_the_polar_method_to_the_last_digits()
    {
        var random = new RandomStream(42);
        foreach (double expected in new[] { -0.7262191382447857, -0.21119691823195985, 0.22162270150359334, 0.5227716877560146, 0.46417731016247366, 0.7409788916865562 })
            Assert.Equal(expected, random.NextNormal(), 4e-16 * Math.Abs(expected));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_law()
    {
        const int Count = 200_000;
        var random = new RandomStream(3);
        double mean = 0, square = 0, fourth = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = random.NextNormal();
            mean += x / Count;
            square += x * x / Count;
            fourth += x * x * x * x / Count;
        }

        // Five standard errors: sqrt(1/N), sqrt(2/N), sqrt(96/N).
        Assert.Equal(0, mean, 5 * Math.Sqrt(1.0 / Count));
        Assert.Equal(1, square, 5 * Math.Sqrt(2.0 / Count));
        Assert.Equal(3, fourth, 5 * Math.Sqrt(96.0 / Count));
    }

    [Fact]
    public void Uniform_numbers_and_integers_fill_their_ranges_evenly()
    {
        const int Count = 60_000;
        var random = new RandomStream(4);
        int[] seen = new int[6];
        for (int i = 0; i < Count; i++)
        {
            seen[random.NextInteger(6)]++;
            Assert.InRange(random.NextUniform(), 0, 1 - 1e-16);
        }

        // Five standard deviations of a binomial count.
        Assert.All(seen, count => Assert.InRange(count, 10_000 - 457, 10_000 + 457));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInteger(0));
    }

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        const int Count = 24_000;
        var random = new RandomStream(5);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Count; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            random.Shuffle(items.AsSpan());
            string order = new(items);
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, seen.Count);
        Assert.All(seen.Values, count => Assert.InRange(count, 1000 - 155, 1000 + 155));
    }

    [Fact]
    public void Streams_of_one_seed_differ() =>
        Assert.NotEqual(new RandomStream(1).NextBits(), new RandomStream(1, stream: 1).NextBits());
}
