using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Tests.Support;
using LearningDynamics.Theory;
using Outcome = LearningDynamics.Theory.Outcome;

namespace LearningDynamics.Tests.Theory;

/// <summary>What must hold of every solution, whatever its parameters.</summary>
public class LinedUpClassTests
{
    private const double Epsilon = 2.220446049250313e-16;
    private static readonly double[] Times = [0, 1e-6, 0.01, 0.3, 1, 4, 20, 300];

    [Fact]
    public void Time_zero_gives_the_start() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        for (int i = 0; i < solved.Count; i++)
        {
            Assert.Equal(start.Preactivations[i], solved.Preactivation(i, 0));
            Assert.Equal(start.OutputWeights[i], solved.OutputWeight(i, 0));
        }
        Assert.Equal(start.LogitOf(start.Preactivations, start.OutputWeights), solved.Logit(0), Epsilon * start.Scale);
    });

    [Fact]
    public void The_logit_is_the_sum_over_the_neurons() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        foreach (double t in Times)
        {
            (double[] y, double[] z) = StateAt(solved, t);
            double terms = y.Zip(z, (left, right) => Math.Abs(left * right)).Sum();
            Assert.Equal(start.LogitOf(y, z), solved.Logit(t), 20 * Epsilon * (terms + start.Scale));
        }
    });

    [Fact]
    public void Every_neuron_keeps_its_invariant() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        foreach (double t in Times)
        {
            (double[] y, double[] z) = StateAt(solved, t);
            for (int i = 0; i < y.Length; i++)
            {
                double nz = start.InputNorm * z[i];
                Assert.Equal(solved.Invariant(i), (y[i] * y[i]) - (nz * nz), 100 * Epsilon * ((y[i] * y[i]) + (nz * nz) + Math.Abs(solved.Invariant(i))));
            }
        }
    });

    [Fact]
    public void The_logit_never_falls() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        double before = double.NegativeInfinity;
        for (double t = 0; t < 30; t += 0.05)
        {
            double logit = solved.Logit(t);
            Assert.True(logit >= before - (4 * Epsilon * start.Scale), $"{before:R} falls to {logit:R} at {t}");
            before = logit;
        }
    });

    [Fact]
    public void Restarting_from_a_later_state_continues_the_run() => ForAnyClass(start =>
    {
        LinedUpClass direct = start.Solve();
        foreach (double first in (double[])[0.1, 1.7, 12])
        {
            (double[] y, double[] z) = StateAt(direct, first);
            LinedUpClass restarted = new(start.InputNorm, start.Frequency, y, z);
            foreach (double t in Times)
            {
                double expected = direct.Logit(first + t);
                double bound = (1e-12 * (Math.Abs(expected) + start.Scale)) + (4 * Epsilon * (first + t) * direct.LogitSpeed(first + t));
                Assert.Equal(expected, restarted.Logit(t), bound * (1 + Amplification(direct, first, t)));
            }
        }
    });

    [Fact]
    public void The_logit_speed_is_the_derivative() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        const double Step = 1e-4;
        foreach (double t in (double[])[0.5, 2.3, 9])
        {
            // A death within the step, where the second derivative jumps, is left to the other properties.
            if (solved.DeathTimes.Any(death => death > t - Step && death < t + Step))
                continue;
            double difference = (solved.Logit(t + Step) - solved.Logit(t - Step)) / (2 * Step);
            // u''' is at most about (2 n p)^3 E (1 + E)^2 with E the speed in intrinsic time, and 2 n p at most 4 here.
            double speed = solved.LogitSpeed(t);
            double bound = (Step * Step * 64 / 6 * speed * Math.Pow(1 + start.Scale + speed, 2)) + (20 * Epsilon * (start.Scale + Math.Abs(solved.Logit(t))) / Step);
            Assert.Equal(difference, speed, bound);
        }
    });

    [Fact]
    public void Times_to_a_confidence_are_where_the_confidence_is_reached() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        foreach (double confidence in (double[])[0.45, 0.55, 0.9, 0.999])
        {
            double? time = solved.TimeToConfidence(confidence);
            if (time is null)
                Assert.True(solved.Confidence(double.PositiveInfinity) <= confidence);
            else if (time == 0)
                Assert.True(solved.Confidence(0) >= confidence);
            else
                Assert.Equal(confidence, solved.Confidence(time.Value), 1e-12 + (4 * Epsilon * time.Value * solved.LogitSpeed(time.Value)));
        }
    });

    [Fact]
    public void Many_times_give_the_bits_of_single_times_and_allocate_nothing() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        double[] logits = new double[Times.Length];
        Assert.Equal(0, Allocation.Least(() => solved.Logit(Times, logits)));
        // A fresh solution, asked in the opposite order, builds its table in other steps.
        LinedUpClass fresh = start.Solve();
        for (int i = Times.Length - 1; i >= 0; i--)
            Assert.Equal(fresh.Logit(Times[i]), logits[i]);
    });

    [Fact]
    public void Threads_that_share_a_solution_get_the_bits_of_one_thread()
    {
        double[] times = [.. Enumerable.Range(0, 400).Select(i => Math.Pow(10, (i % 40) - 20))];
        LinedUpMode alone = new(0.7, 0.5, 0.5, -0.6);
        double[] expected = Array.ConvertAll(times, alone.Logit);
        for (int repetition = 0; repetition < 20; repetition++)
        {
            LinedUpMode shared = new(0.7, 0.5, 0.5, -0.6);
            double[] found = new double[times.Length];
            Parallel.For(0, times.Length, i => found[i] = shared.Logit(times[i]));
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Infinity_gives_the_limit_of_the_outcome() => ForAnyClass(start =>
    {
        LinedUpClass solved = start.Solve();
        bool learned = solved.Outcome == Outcome.Learned;
        Assert.Equal(learned ? double.PositiveInfinity : 0, solved.Logit(double.PositiveInfinity));
        Assert.Equal(learned ? 1 : 0.5, solved.Confidence(double.PositiveInfinity));
        Assert.Equal(learned ? 0 : 0.5, solved.Error(double.PositiveInfinity));
        Assert.Equal(learned ? -1 : 0, solved.ErrorSlope(double.PositiveInfinity));
        for (int i = 0; i < solved.Count; i++)
        {
            double last = start.OutputWeights[i];
            (double y, double z) = solved.OutcomeOf(i) switch
            {
                Outcome.Learned => (double.PositiveInfinity, double.PositiveInfinity),
                Outcome.Inactive => (start.Preactivations[i], last),
                Outcome.Collapsed => (0, -Math.Sqrt(-solved.Invariant(i)) / start.InputNorm),
                _ => (0, 0),
            };
            Assert.Equal(y, solved.Preactivation(i, double.PositiveInfinity));
            Assert.Equal(z, solved.OutputWeight(i, double.PositiveInfinity), 4 * Epsilon * Math.Abs(last));
        }
    });

    private static double Amplification(LinedUpClass direct, double first, double t) =>
        // How much faster the logit moves at the end than at the restart, where its state was rounded.
        direct.LogitSpeed(first) == 0 ? 0 : direct.LogitSpeed(first + t) / direct.LogitSpeed(first);

    private static (double[] Preactivations, double[] OutputWeights) StateAt(LinedUpClass solved, double t)
    {
        double[] y = new double[solved.Count];
        double[] z = new double[solved.Count];
        solved.State(t, y, z);
        return (y, z);
    }

    private static void ForAnyClass(Action<Start> property)
    {
        Gen<double> weight = Gen.Choose(-1500, 1500).Select(thousandth => thousandth / 1000.0);
        Gen<Start> starts = from count in Gen.Choose(1, 5)
                            from y in weight.ArrayOf(count)
                            from z in weight.ArrayOf(count)
                            from norm in Gen.Choose(1, 40)
                            from share in Gen.Choose(1, 20)
                            select new Start(norm / 20.0, share / 20.0, y, z);
        Check.One(Config.QuickThrowOnFailure.WithReplay(20180926, 1), Prop.ForAll(starts.ToArbitrary(), property));
    }

    private sealed record Start(double InputNorm, double Frequency, double[] Preactivations, double[] OutputWeights)
    {
        /// <summary>The size of the terms that may cancel in the logit.</summary>
        public double Scale => Preactivations.Zip(OutputWeights, (y, z) => Math.Abs(y * z)).Sum();

        public LinedUpClass Solve() => new(InputNorm, Frequency, Preactivations, OutputWeights);

        public double LogitOf(double[] y, double[] z) => y.Zip(z, (left, right) => Math.Max(left, 0) * right).Sum();
    }
}
