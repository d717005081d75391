using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

/// <summary>
/// Every closed form of lined-up examples against 34-digit values: relative error at most 1e-12, plus four machine epsilons times the condition number with
/// respect to time. Where a value passes through 0 the error is measured against the terms that cancel there.
/// </summary>
public class LinedUpClassReferenceTests
{
    private const double Relative = 1e-12;
    private const double Rounding = 4 * 2.220446049250313e-16;

    [Fact]
    public void Logits_of_the_whole_box_are_exact() => ForEachTrajectory((row, solved, state, t) =>
    {
        double scale = solved.Logit(0) < 0 ? state.Speed : Math.Abs(state.Logit);
        AssertClose(row, state.Logit, solved.Logit(t), scale, t * state.LogitRate);
    });

    [Fact]
    public void Preactivations_and_output_weights_of_the_whole_box_are_exact() => ForEachTrajectory((row, solved, state, t) =>
    {
        for (int i = 0; i < solved.Count; i++)
        {
            double y = state.Preactivations[i];
            double z = state.OutputWeights[i];
            double drive = state.Error * solved.Frequency * (y > 0 ? t : 0);
            double cancelling = Math.Sqrt(Math.Abs(solved.Invariant(i)));
            AssertClose(row, y, solved.Preactivation(i, t), Math.Abs(y) + (state.Dies(i) ? cancelling : 0), drive * solved.InputNorm * solved.InputNorm * z);
            AssertClose(row, z, solved.OutputWeight(i, t), Math.Abs(z) + (state.Rises(i) ? cancelling / solved.InputNorm : 0), drive * y);
        }
    });

    [Fact]
    public void Confidences_and_errors_of_the_whole_box_are_exact() => ForEachTrajectory((row, solved, state, t) =>
    {
        double scale = solved.Logit(0) < 0 ? Math.Max(state.Speed, 1) : Math.Max(Math.Abs(state.Logit), 1);
        AssertClose(row, state.Error, solved.Error(t), state.Error * scale, t * state.LogitRate * state.Error);
        AssertClose(row, Functions.Logistic(state.Logit), solved.Confidence(t), Functions.Logistic(state.Logit) * scale, t * state.LogitRate * state.Error);
    });

    [Fact]
    public void Logit_speeds_obey_the_vector_field() => ForEachTrajectory((row, solved, state, t) =>
    {
        // The rate's own condition number with respect to time is at most that of its three factors together.
        double condition = (t * state.LogitRate) + (2 * solved.InputNorm * solved.Frequency * t * state.Error) + 1;
        AssertClose(row, state.LogitRate, solved.LogitSpeed(t), state.LogitRate * (1 + Math.Abs(state.Logit)), state.LogitRate * condition);
    });

    [Fact]
    public void Deaths_happen_when_and_where_they_should()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("lined-up-deaths.csv");
        Assert.NotEmpty(rows);
        foreach (ReferenceTable.Row row in rows)
        {
            LinedUpClass solved = Solve(row);
            int neuron = (int)row["neuron"];
            AssertClose(row, row["time"], solved.DeathTime(neuron)!.Value, row["time"], 0);
            AssertClose(row, row["output_weight_then"], solved.OutputWeight(neuron, 2 * row["time"]), Math.Abs(row["output_weight_then"]), 0);
            Assert.Equal(0, solved.Preactivation(neuron, 2 * row["time"]));
            Assert.Equal(Outcome.Collapsed, solved.OutcomeOf(neuron));
        }
    }

    [Fact]
    public void Logits_are_reached_when_they_should_be()
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("lined-up-arrivals.csv");
        Assert.NotEmpty(rows);
        foreach (ReferenceTable.Row row in rows)
        {
            LinedUpClass solved = Solve(row);
            double logit = row["logit"];
            double time = row["time"];
            // A time's condition number with respect to the logit is the inverse of a logit's with respect to time.
            AssertClose(row, time, solved.TimeToLogit(logit)!.Value, time, Math.Abs(logit) / solved.LogitSpeed(time));
        }
    }

    [Fact]
    public void The_check_value_of_the_phase_diagram_is_met()
    {
        LinedUpMode mode = new(0.7, 0.5, 0.5, -1);
        Assert.Equal(4.676649837797826, mode.CollapseTime!.Value, 5e-15);
        Assert.Equal(-0.6998542122237653, mode.OutputWeight(5), 5e-16);
    }

    private static LinedUpClass Solve(ReferenceTable.Row row) =>
        new(row["input_norm"], row["frequency"], row.List("preactivations"), row.List("output_weights"));

    private static void ForEachTrajectory(Action<ReferenceTable.Row, LinedUpClass, State, double> check)
    {
        IReadOnlyList<ReferenceTable.Row> rows = ReferenceTable.Read("lined-up-trajectories.csv");
        Assert.True(rows.Count > 300, "The references must cover the box.");
        foreach (ReferenceTable.Row row in rows)
            check(row, Solve(row), new State(row), row["time"]);
    }

    private static void AssertClose(ReferenceTable.Row row, double expected, double actual, double scale, double perRelativeTime) =>
        Assert.True(
            Math.Abs(actual - expected) <= (Relative * scale) + (Rounding * Math.Abs(perRelativeTime)) + double.Epsilon,
            $"{expected:R} expected, {actual:R} found, scale {scale:R}, at {row}");

    /// <summary>The reference state, and what theory says of it by the vector field alone.</summary>
    private sealed class State(ReferenceTable.Row row)
    {
        private readonly double inputNorm = row["input_norm"];
        private readonly double[] initialPreactivations = row.List("preactivations");
        private readonly double[] initialOutputWeights = row.List("output_weights");

        public double Logit { get; } = row["logit"];

        public double[] Preactivations { get; } = row.List("preactivations_then");

        public double[] OutputWeights { get; } = row.List("output_weights_then");

        public double Error => Functions.Logistic(-Logit);

        /// <summary>The sum of y^2 + n^2 z^2 over the active neurons, over 2 n.</summary>
        public double Speed => Preactivations.Zip(OutputWeights).Where(pair => pair.First > 0)
            .Sum(pair => (pair.First * pair.First) + Math.Pow(inputNorm * pair.Second, 2)) / (2 * inputNorm);

        public double LogitRate => 2 * inputNorm * row["frequency"] * Speed * Error;

        public bool Dies(int neuron) => initialPreactivations[neuron] + (inputNorm * initialOutputWeights[neuron]) < 0;

        public bool Rises(int neuron) => initialOutputWeights[neuron] < 0 && !Dies(neuron);
    }
}
