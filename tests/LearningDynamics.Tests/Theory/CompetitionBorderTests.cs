using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class CompetitionBorderTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20180619, 20240507);

    private static readonly Arbitrary<int[]> Thousandths = Gen.Choose(1, 1000).ArrayOf(8).ToArbitrary();

    [Theory]
    [InlineData(0.1)]
    [InlineData(1.0)]
    [InlineData(2.0)]
    public void What_is_proven_happens_in_time(double size)
    {
        int proven = 0, all = 0;
        ForAllStarts(size, (border, start) =>
        {
            all++;
            if (border.Prove(start) is not { } certain)
                return;
            proven++;
            CompetitionState then = CompetitionFlow.At(CompetitionFlow.Solve(border.Classes, start, certain.By), certain.By);
            Assert.Equal(certain.Outcome, CompetitionFlow.Decided(then));
            Assert.Equal(certain.Outcome, border.Predict(start));
        });
        Assert.True(proven > (size < 1 ? 0.9 : 0.2) * all, $"{proven} of {all} proven: the bound says little.");
    }

    [Fact]
    public void Small_starts_end_as_the_plane_predicts() => ForAllStarts(1e-3, (border, start) =>
    {
        // The border bends by O(size^2) relative to the weights; nearer than that the plane says nothing.
        if (Math.Abs(border.Margin(start)) < 1e-5 * (border.Classes.Frequency1 * start.Alpha + border.Classes.Frequency2 * start.Beta))
            return;
        Assert.Equal(border.Predict(start), border.Prove(start)?.Outcome);
    });

    [Theory]
    [InlineData(0.1, 0.1, 0.1, CompetitionOutcome.Class1)]
    [InlineData(0.2, 0.9, 0.2, CompetitionOutcome.Class2)]
    public void The_paper_s_first_two_cases_are_proven(double alpha, double beta, double weight, CompetitionOutcome outcome)
    {
        CompetitionBorder border = new(new(1, 1, 0, 0.5, 0.5));
        Assert.Equal(outcome, border.Prove(new(alpha, beta, weight))!.Value.Outcome);
        Assert.Equal(outcome, border.Predict(new(alpha, beta, weight)));
    }

    [Fact]
    public void The_plane_passes_through_its_own_line_and_its_equilibria()
    {
        CompetitionBorder border = new(new(0.7, 1.3, -0.4, 0.3, 0.6));
        Assert.Equal(0, border.Margin(new(0.5, border.Beta(0.5, 0.1), 0.1)), 1e-16);
        // z = 0 and p1 alpha = p2 beta: nothing moves.
        Assert.Equal(CompetitionOutcome.Separatrix, border.Predict(new(0.5, 0.25, 0)));
        Assert.Null(border.Prove(new(0.5, 0.25, 0)));
        Assert.Equal(Math.Sqrt((0.21 * 0.21) + (0.78 * 0.78) + (2 * 0.18 * 0.4)), border.PullDifference, 1e-15);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(-1, 0)]
    public void Nothing_is_proven_of_neurons_that_are_not_active_on_both_classes(double alpha, double beta) =>
        Assert.Null(new CompetitionBorder(new(1, 1, 0, 0.5, 0.5)).Prove(new(alpha, beta, 1)));

    [Fact]
    public void Weights_beyond_the_range_of_the_bounds_prove_nothing() =>
        Assert.Null(new CompetitionBorder(new(1, 1, 0, 0.5, 0.5)).Prove(new(1e6, 1e5, 1)));

    private static void ForAllStarts(double size, Action<CompetitionBorder, CompetitionState> body) => Prop.ForAll(Thousandths, numbers =>
    {
        double Between(int index, double low, double high) => low + ((high - low) * numbers[index] / 1000);
        (double n1, double n2) = (Between(0, 0.5, 1.5), Between(1, 0.5, 1.5));
        ClassPair classes = new(n1, n2, -0.99 * n1 * n2 * (numbers[2] - 1) / 1000, Between(3, 0.1, 0.5), Between(4, 0.1, 0.5));
        body(new(classes), new(Between(5, 0, size), Between(6, 0, size), Between(7, -size, size)));
    }).Check(Repeatable);
}
