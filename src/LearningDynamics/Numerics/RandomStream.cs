using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace LearningDynamics.Numerics;

/// <summary>
/// A stream of random numbers that is a function of its seed alone: the same seed gives the same bits on every
/// processor, operating system and run.
/// </summary>
/// <remarks>
/// The generator is xoshiro256** (Blackman and Vigna, 2018), its state filled by SplitMix64. Normal numbers come from Marsaglia's
/// polar method. Nothing here calls the platform's mathematical library, whose last bits differ between platforms.
/// Not safe for use by several threads at once; give each its own stream.
/// </remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A random stream is the field's term; it has nothing to do with System.IO.Stream.")]
public sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;
    private double spareNormal = double.NaN;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number; each gives its own stream.</param>
    /// <param name="stream">Which of the independent streams of this seed; 0 unless several are needed.</param>
    public RandomStream(ulong seed, ulong stream = 0)
    {
        ulong counter = stream == 0 ? seed : seed ^ Mix(stream);
        s0 = SplitMix(ref counter);
        s1 = SplitMix(ref counter);
        s2 = SplitMix(ref counter);
        s3 = SplitMix(ref counter);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A uniform number in [0, 1), a multiple of 2^-53.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, <paramref name="bound"/>), without bias.</summary>
    /// <param name="bound">The number of outcomes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int NextInteger(int bound)
    {
        if (bound < 1)
            throw new ArgumentOutOfRangeException(nameof(bound), bound, "The number of outcomes must be at least 1.");
        // Multiply and keep the high word; the few low words that would favour some outcomes are drawn again (Lemire, 2019).
        ulong range = (ulong)bound;
        ulong rejected = (0 - range) % range;
        ulong high;
        ulong low;
        do
            high = Math.BigMul(NextBits(), range, out low);
        while (low < rejected);
        return (int)high;
    }

    /// <summary>A standard normal number (mean 0, variance 1).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            double spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        double x, y, square;
        do
        {
            x = (2 * NextUniform()) - 1;
            y = (2 * NextUniform()) - 1;
            square = (x * x) + (y * y);
        }
        while (square is >= 1 or 0);
        double factor = Math.Sqrt(-2 * Log(square) / square);
        spareNormal = y * factor;
        return x * factor;
    }

    /// <summary>Puts the items into a random order, every order being equally likely.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">The items, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInteger(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix(ref ulong counter)
    {
        counter += 0x9E3779B97F4A7C15;
        return Mix(counter);
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>ln x by additions, products and quotients alone, which IEEE 754 defines to the bit.</summary>
    private static double Log(double x)
    {
        // x = 2^exponent m with m in [1/sqrt 2, sqrt 2); ln m = 2 artanh s with |s| <= 0.172, so that s^24 is below 2^-60.
        const double Ln2 = 0.693147180559945309;
        const double Sqrt2 = 1.41421356237309505;
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int k = 23; k >= 1; k -= 2)
            sum = (sum * square) + (1.0 / k);
        return (exponent * Ln2) + (2 * s * sum);
    }
}
