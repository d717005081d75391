using System.Globalization;
using System.Runtime.InteropServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Numerics;

/// <summary>The elementary functions in lanes: the single lane against 50 digits, and every width against the single lane.</summary>
public class LaneFunctionsTests
{
    private static readonly string[] Names = ["exp", "log", "logistic", "softplus", "tanh"];

    /// <summary>
    /// The bounds in units in the last place. Exp and Log end with a rounding (1/2), after a reduced argument and a series whose errors are at most 1/4 each. Logistic, Softplus and Tanh
    /// add a quotient or a sum of a value of Exp: its error counts fully at most, or twice where the result is just above a power of two, which leaves less than 2 in all.
    /// </summary>
    [Theory]
    [InlineData("exp", 1)]
    [InlineData("log", 1)]
    [InlineData("logistic", 2)]
    [InlineData("softplus", 2)]
    [InlineData("tanh", 2)]
    public void Errors_stay_below_the_proven_bounds(string name, double bound)
    {
        double worst = 0, where = 0;
        foreach (string[] row in Rows())
        {
            int column = 1 + (2 * Array.IndexOf(Names, name));
            if (row[column].Length == 0)
                continue;
            double x = Number(row[0]), nearest = Number(row[column]), rest = Number(row[column + 1]);
            double ulp = Math.BitIncrement(Math.Abs(nearest)) - Math.Abs(nearest);
            double error = Math.Abs(Apply(name, x) - nearest - rest) / ulp;
            if (!(error <= worst))
                (worst, where) = (error, x);
        }

        Assert.True(worst <= bound, FormattableString.Invariant($"{name}({where:R}) errs by {worst} units in the last place."));
    }

    [Fact]
    public void Exceptional_arguments_give_the_limits()
    {
        Assert.Equal([0, 0, double.PositiveInfinity, double.PositiveInfinity, double.NaN], Values("exp", double.NegativeInfinity, -746, 709.79, double.PositiveInfinity, double.NaN));
        Assert.Equal([double.NegativeInfinity, double.NegativeInfinity, double.NaN, double.PositiveInfinity, double.NaN, 0], Values("log", 0, -0.0, -1, double.PositiveInfinity, double.NaN, 1));
        Assert.Equal([0, 1, double.NaN, 0.5], Values("logistic", double.NegativeInfinity, double.PositiveInfinity, double.NaN, 0));
        Assert.Equal([0, double.PositiveInfinity, double.NaN], Values("softplus", double.NegativeInfinity, double.PositiveInfinity, double.NaN));
        Assert.Equal([-1, 1, double.NaN, 0], Values("tanh", double.NegativeInfinity, double.PositiveInfinity, double.NaN, 0));
    }

    [Fact]
    public void Subnormal_results_are_rounded_once()
    {
        // The processor's own instruction and two products agree with the runtime, which rounds once.
        Assert.Equal([double.Epsilon, Math.Exp(-740), Math.Exp(-720)], Values("exp", -745, -740, -720));
    }

    [Fact]
    public void Every_width_has_the_bits_of_the_single_lane()
    {
        RandomStream random = new(seed: 11);
        double[] inputs = [.. Rows().Select(row => Number(row[0])), double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, .. Enumerable.Range(0, 4000).Select(_ => (random.NextUniform() - 0.5) * 100)];
        foreach (string name in Names)
        {
            long[] expected = Bits<SingleLane>(name, inputs);
            Assert.Equal(expected, Bits<Lanes128>(name, inputs));
            Assert.Equal(expected, Bits<Lanes256>(name, inputs));
            Assert.Equal(expected, Bits<Lanes512>(name, inputs));
            Assert.Equal(expected, Bits<LanePair<Lanes512>>(name, inputs));
        }
    }

    private static long[] Bits<T>(string name, double[] inputs)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        double[] padded = new double[(inputs.Length + T.Count - 1) / T.Count * T.Count];
        inputs.CopyTo(padded, 0);
        Span<T> lanes = MemoryMarshal.Cast<double, T>(padded.AsSpan());
        for (int i = 0; i < lanes.Length; i++)
            lanes[i] = Apply(name, lanes[i]);
        // Which of the numbers that are none comes out is not defined.
        return [.. padded.Take(inputs.Length).Select(value => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value))];
    }

    private static double[] Values(string name, params double[] arguments) => [.. arguments.Select(x => Apply(name, x))];

    private static double Apply(string name, double x) => Apply(name, new SingleLane(x)).Value;

    private static T Apply<T>(string name, T x)
        where T : struct, IScalar<T> => name switch
        {
            "exp" => T.Exp(x),
            "log" => T.Log(x),
            "logistic" => T.Logistic(x),
            "softplus" => T.Softplus(x),
            _ => T.Tanh(x),
        };

    private static IEnumerable<string[]> Rows() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "elementary.csv")).Skip(1).Select(line => line.Split(','));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
