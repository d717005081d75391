using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Flows;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class OneSidedNeuronTests
{
    private const double End = 200;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20180619, 20240507);

    /// <summary>Norms in [0.3, 2], shares in [0.05, 0.5], inner products in (-0.99 n1 n2, 0], an active side in (0, 1], the other in [-1, 0], an output weight in [-2, 2].</summary>
    private static readonly Arbitrary<int[]> Thousandths = Gen.Choose(1, 1000).ArrayOf(8).ToArbitrary();

    [Fact]
    public void Trajectories_and_events_are_those_of_the_integrated_flow() => Check((solved, flow) =>
    {
        Assert.Equal(solved.RevivalTime is null, CompetitionFlow.First(flow, EventDirection.Rising) is null or 0);
        if (solved.RevivalTime is { } revival)
            AssertNear(revival, CompetitionFlow.First(flow, EventDirection.Rising)!.Value);
        else if (CompetitionFlow.First(flow, EventDirection.Falling) is { } death)
            AssertNear(death, solved.DeathTime!.Value);
        double end = Math.Min(End, solved.RevivalTime ?? End);
        for (int i = 0; i <= 20; i++)
        {
            CompetitionState exact = solved.State(end * (i / 20.0)), integrated = CompetitionFlow.At(flow, end * (i / 20.0));
            AssertNear(exact.Alpha, integrated.Alpha);
            AssertNear(exact.Beta, integrated.Beta);
            AssertNear(exact.OutputWeight, integrated.OutputWeight);
        }
    });

    [Fact]
    public void The_outcome_is_that_of_the_integrated_flow() => Check((solved, flow) =>
    {
        if (CompetitionFlow.Decided(CompetitionFlow.At(flow, End)) is { } shown && solved.Outcome is { } told)
            Assert.Equal(told, shown);
        if (solved.DecisionTime is { } decision && decision * 1.001 < End)
        {
            Assert.Equal(solved.Outcome, CompetitionFlow.Decided(CompetitionFlow.At(flow, (decision * 1.001) + 1e-6)));
            Assert.True(decision == 0 || solved.RevivalTime is not null || CompetitionFlow.Decided(CompetitionFlow.At(flow, decision * 0.999)) is null);
        }
    });

    [Fact]
    public void Exchanging_the_classes_exchanges_the_answers() => Check((solved, _) =>
    {
        OneSidedNeuron mirrored = new(solved.Classes.Mirrored(), solved.Initial.Mirrored());
        Assert.Equal(solved.RevivalTime, mirrored.RevivalTime);
        Assert.Equal(solved.DeathTime, mirrored.DeathTime);
        double t = Math.Min(3, solved.RevivalTime ?? 3);
        Assert.Equal(solved.State(t), mirrored.State(t).Mirrored());
    });

    [Fact]
    public void Solutions_start_at_the_start_and_may_be_restarted_anywhere() => Check((solved, _) =>
    {
        Assert.Equal(solved.Initial, solved.State(0));
        double whole = Math.Min(8, 0.9 * (solved.RevivalTime ?? 9)), half = whole / 2;
        CompetitionState direct = solved.State(whole), restarted = new OneSidedNeuron(solved.Classes, solved.State(half)).State(whole - half);
        AssertNear(direct.Alpha, restarted.Alpha);
        AssertNear(direct.Beta, restarted.Beta);
        AssertNear(direct.OutputWeight, restarted.OutputWeight);
    });

    [Fact]
    public void The_paper_s_third_case_dies_at_its_time()
    {
        OneSidedNeuron solved = new(new(1, 1, 0, 0.5, 0.5), new(1, 0, -1.1));
        Assert.Equal(CompetitionOutcome.Dead, solved.Outcome);
        Assert.Equal(5.3242838, solved.DeathTime!.Value, 5e-8);
        Assert.Equal(-Math.Sqrt((1.1 * 1.1) - 1), solved.State(6).OutputWeight, 1e-14);
        Assert.Equal((0.5, 0.5), (solved.State(6).Confidence1, solved.State(6).Confidence2));
        Assert.Equal(solved.DeathTime, solved.DecisionTime);
    }

    [Fact]
    public void A_side_that_revives_beside_a_dying_one_takes_over_for_certain()
    {
        OneSidedNeuron solved = new(new(1, 1, -0.5, 0.5, 0.5), new(1, -0.1, -1.1));
        Assert.Equal(CompetitionOutcome.Class2, solved.Outcome);
        Assert.Null(solved.DeathTime);
        Assert.InRange(solved.DecisionTime!.Value, solved.RevivalTime!.Value, 10);
        // beta = beta0 + (rho / n1^2) (alpha - alpha0): it revives where alpha = 0.8.
        CompetitionState there = solved.State(solved.RevivalTime.Value);
        Assert.Equal(0.8, there.Alpha, 1e-15);
        Assert.Equal(0, there.Beta, 1e-16);
        Assert.Throws<ArgumentOutOfRangeException>("t", () => solved.State(solved.RevivalTime.Value * 1.0001));
    }

    [Theory]
    [InlineData(1, 0, -0.5, -0.5, 0.0)] // beta starts at 0 and rises
    [InlineData(1, 0, 0.5, -0.5, null)] // it starts at 0 and falls
    [InlineData(1, 0, -0.5, 0, null)] // orthogonal classes do not move it
    [InlineData(0.5, -0.25, -1, -0.5, null)] // it arrives at 0 together with the dying alpha
    [InlineData(1.25, -0.25, -0.75, -1, null)] // it touches 0 where alpha turns back, at 1
    public void Revivals_at_the_edge_are_told_exactly(double alpha, double beta, double weight, double innerProduct, double? revival) =>
        Assert.Equal(revival, new OneSidedNeuron(new(1, 2, innerProduct, 0.5, 0.5), new(alpha, beta, weight)).RevivalTime);

    [Fact]
    public void A_neuron_and_its_classes_can_be_told_in_words()
    {
        Assert.StartsWith("CompetitionState { Alpha = 1, Beta = 2, OutputWeight = 3,", new CompetitionState(1, 2, 3).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("ClassPair { InputNorm1 = 1, InputNorm2 = 2,", new ClassPair(1, 2, 0, 0.5, 0.5).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neurons_that_are_active_nowhere_never_move()
    {
        OneSidedNeuron solved = new(new(1, 2, -0.5, 0.5, 0.5), new(0, -1, 3));
        Assert.Equal(CompetitionOutcome.Dead, solved.Outcome);
        Assert.Equal(solved.Initial, solved.State(double.PositiveInfinity));
        Assert.Null(solved.DeathTime);
        Assert.Equal(0, solved.DecisionTime);
    }

    [Fact]
    public void A_balanced_dying_side_stays_on_the_separatrix()
    {
        OneSidedNeuron solved = new(new(1, 1, -0.5, 0.5, 0.5), new(0.5, -0.5, -0.5));
        Assert.Equal(CompetitionOutcome.Separatrix, solved.Outcome);
        Assert.Null(solved.DecisionTime);
        Assert.Equal(-0.25, solved.State(double.PositiveInfinity).Beta, 1e-15);
    }

    [Fact]
    public void The_limit_of_a_learned_class_is_certainty()
    {
        CompetitionState limit = new OneSidedNeuron(new(1, 1, 0, 0.5, 0.5), new(0.5, -0.25, -0.25)).State(double.PositiveInfinity);
        Assert.Equal((1, 0.5, -0.25), (limit.Confidence1, limit.Confidence2, limit.Beta));
        Assert.Equal(double.NegativeInfinity, new OneSidedNeuron(new(1, 1, -0.5, 0.5, 0.5), new(0.5, -0.25, 1)).State(double.PositiveInfinity).Beta);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm1", () => new ClassPair(0, 1, 0, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("inputNorm2", () => new ClassPair(1, double.NaN, 0, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("innerProduct", () => new ClassPair(1, 1, -1, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("innerProduct", () => new ClassPair(1, 1, 0.1, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("innerProduct", () => new ClassPair(1, 1, double.NaN, 0.5, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("frequency1", () => new ClassPair(1, 1, 0, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("frequency2", () => new ClassPair(1, 1, 0, 0.5, 0.6));
        ClassPair classes = new(1, 1, 0, 0.9, 0.1);
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => new OneSidedNeuron(classes, new(1, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => new OneSidedNeuron(classes, new(double.NaN, 0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => new OneSidedNeuron(classes, new(1, double.NegativeInfinity, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => new OneSidedNeuron(classes, new(1e200, 0, 1e200)));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new OneSidedNeuron(classes, new(1, 0, 1)).State(-1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => new OneSidedNeuron(classes, new(1, 0, 1)).State(double.NaN));
    }

    private static void Check(Action<OneSidedNeuron, FlowSolution> body) => Prop.ForAll(Thousandths, numbers =>
    {
        double Between(int index, double low, double high) => low + ((high - low) * numbers[index] / 1000);
        (double n1, double n2) = (Between(0, 0.3, 2), Between(1, 0.3, 2));
        ClassPair classes = new(n1, n2, -0.99 * n1 * n2 * (numbers[2] - 1) / 1000, Between(3, 0.05, 0.5), Between(4, 0.05, 0.5));
        CompetitionState start = new(Between(5, 0, 1), Between(6, -1, 0), Between(7, -2, 2));
        OneSidedNeuron solved = numbers[0] % 2 == 0 ? new(classes, start) : new(classes.Mirrored(), start.Mirrored());
        body(solved, CompetitionFlow.Solve(solved.Classes, solved.Initial, End));
    }).Check(Repeatable);

    private static void AssertNear(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * (1 + Math.Abs(expected)));
}
