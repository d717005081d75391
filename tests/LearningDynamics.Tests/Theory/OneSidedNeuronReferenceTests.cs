using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

/// <summary>
/// A neuron that is active on at most one of two classes, against 34-digit values: relative error at most 1e-12, plus four machine epsilons times the condition number with respect to time.
/// Where a value passes through 0 the error is measured against the terms that cancel there.
/// </summary>
public class OneSidedNeuronReferenceTests
{
    private const double Relative = 1e-12;
    private const double Rounding = 4 * 2.220446049250313e-16;

    [Fact]
    public void Trajectories_of_the_whole_box_are_exact()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("competition-trajectories.csv");
        Assert.True(rows.Count > 700, "The references must cover the box.");
        foreach (ReferenceTable.Row row in rows)
        {
            OneSidedNeuron solved = Solve(row);
            CompetitionState then = new(row["alpha_then"], row["beta_then"], row["output_weight_then"]);
            bool isClass1 = !(row["beta"] > 0);
            AssertClose(row, isClass1 ? solved.Classes : solved.Classes.Mirrored(), isClass1 ? (solved.Initial, then) : (solved.Initial.Mirrored(), then.Mirrored()), isClass1 ? solved.State(row["time"]) : solved.State(row["time"]).Mirrored());
        }
    }

    [Fact]
    public void Revivals_and_deaths_happen_when_they_should()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("competition-events.csv");
        Assert.Contains(rows, row => double.IsFinite(row["revival_time"]) && row["revival_time"] > 0);
        Assert.Contains(rows, row => double.IsFinite(row["death_time"]));
        foreach (ReferenceTable.Row row in rows)
        {
            OneSidedNeuron solved = Solve(row);
            AssertTime(row, row["revival_time"], solved.RevivalTime, solved);
            AssertTime(row, row["death_time"], solved.DeathTime, solved);
        }
    }

    // Seen from the active class: y, the other preactivation, z.
    private static void AssertClose(ReferenceTable.Row row, ClassPair classes, (CompetitionState Start, CompetitionState Then) expected, CompetitionState actual)
    {
        (double n, double p, double t) = (classes.InputNorm1, classes.Frequency1, row["time"]);
        (double y, double z, double initial) = (expected.Then.Alpha, expected.Then.OutputWeight, expected.Start.Alpha);
        double cancelling = Math.Sqrt(Math.Abs((initial * initial) - (n * n * expected.Start.OutputWeight * expected.Start.OutputWeight)));
        bool comesFromBelow = expected.Start.OutputWeight < 0;
        double drive = y > 0 ? t * p / (1 + Math.Exp(z * y)) : 0;
        double slope = Math.Abs(classes.InnerProduct) / (n * n);
        double error = Bound(Math.Abs(y) + (comesFromBelow ? cancelling : 0), drive * n * n * z);
        Assert.True(Math.Abs(actual.Alpha - y) <= error, $"{y:R} expected, {actual.Alpha:R} found, at {row}");
        double other = expected.Then.Beta;
        double otherError = Bound(Math.Abs(expected.Start.Beta) + (slope * (initial + Math.Abs(y))), 0) + (slope * error);
        Assert.True(Math.Abs(actual.Beta - other) <= otherError, $"{other:R} expected, {actual.Beta:R} found, at {row}");
        double weightError = Bound(Math.Abs(z) + (comesFromBelow ? cancelling / n : 0), drive * y);
        Assert.True(Math.Abs(actual.OutputWeight - z) <= weightError, $"{z:R} expected, {actual.OutputWeight:R} found, at {row}");
    }

    private static double Bound(double scale, double perRelativeTime) => (Relative * scale) + (Rounding * Math.Abs(perRelativeTime)) + double.Epsilon;

    private static void AssertTime(ReferenceTable.Row row, double expected, double? actual, OneSidedNeuron solved)
    {
        if (double.IsPositiveInfinity(expected))
        {
            Assert.True(actual is null, $"{actual:R} found, never expected, at {row}");
            return;
        }

        // Where it happens is rounded by a few units in the last place of the start, which moves the time by as much over the speed.
        bool isClass1 = !(row["beta"] > 0);
        CompetitionState there = isClass1 ? solved.State(expected * (1 - 1e-12)) : solved.State(expected * (1 - 1e-12)).Mirrored();
        ClassPair classes = isClass1 ? solved.Classes : solved.Classes.Mirrored();
        double speed = classes.Frequency1 * classes.InputNorm1 * classes.InputNorm1 * Math.Abs(there.OutputWeight) / (1 + Math.Exp(there.OutputWeight * there.Alpha));
        double bound = (Relative * expected) + (Rounding * (expected + (row[isClass1 ? "alpha" : "beta"] / speed)));
        Assert.True(actual is { } found && Math.Abs(found - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
    }

    private static OneSidedNeuron Solve(ReferenceTable.Row row) => new(
        new(row["input_norm_1"], row["input_norm_2"], row["inner_product"], row["frequency_1"], row["frequency_2"]),
        new(row["alpha"], row["beta"], row["output_weight"]));
}
