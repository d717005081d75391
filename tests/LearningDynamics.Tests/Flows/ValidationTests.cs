using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class ValidationTests
{
    private static readonly FlowProblem<ScalarField<LogisticField>> Good = FlowProblem.Create(default(LogisticField), [0.5], 0, 1);

    private static readonly FlowEvent Event = new("Half", 1, (_, state, values) => values[0] = state[0] - 0.5);

    [Fact]
    public void Options_outside_their_domains_are_refused_by_name()
    {
        AssertRefused("RelativeTolerance", () => new FlowOptions { RelativeTolerance = 1e-15 });
        AssertRefused("RelativeTolerance", () => new FlowOptions { RelativeTolerance = double.NaN });
        AssertRefused("AbsoluteTolerance", () => new FlowOptions { AbsoluteTolerance = 0 });
        AssertRefused("MaximumSteps", () => new FlowOptions { MaximumSteps = 0 });
        AssertRefused("InitialStep", () => new FlowOptions { InitialStep = -1 });
        AssertRefused("MaximumStep", () => new FlowOptions { MaximumStep = double.PositiveInfinity });
        AssertRefused("Pair", () => new FlowOptions { Pair = null! });
    }

    [Fact]
    public void Problems_that_cannot_be_posed_are_refused_by_name()
    {
        AssertRefused("InitialState", () => FlowSolver.Solve(Good with { InitialState = [1, 2] }));
        AssertRefused("InitialState", () => FlowSolver.Solve(Good with { InitialState = [double.NaN] }));
        AssertRefused("Start", () => FlowSolver.Solve(Good with { Start = double.NaN }));
        AssertRefused("End", () => FlowSolver.Solve(Good with { End = double.PositiveInfinity }));
        AssertRefused("End", () => FlowSolver.Solve(Good with { Start = -1e308, End = 1e308 }));
        AssertRefused("Field", () => FlowSolver.Solve(new FlowProblem<CosineGrowthField>(new(0), [], 0, 1)));
        AssertRefused("Events", () => FlowSolver.Solve(Good with { Events = [Event, Event] }));
        AssertRefused("Events", () => FlowSolver.Solve(Good with { Events = [Event with { Count = 0 }] }));
        AssertRefused("Events", () => FlowSolver.Solve(Good with { Events = [Event with { Name = string.Empty }] }));
        AssertRefused("Events", () => FlowSolver.Solve(Good with { Events = [Event with { Function = null! }] }));
        AssertRefused("Events", () => FlowSolver.Solve(Good with { Events = [Event with { Direction = (EventDirection)7 }] }));
    }

    [Theory]
    [InlineData(-1e-300)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void Times_outside_the_solution_are_refused(double time) =>
        AssertRefused("time", () => FlowSolver.Solve(Good).Evaluate(time, new double[1]));

    [Fact]
    public void A_span_of_the_wrong_length_is_refused() =>
        AssertRefused("state", () => FlowSolver.Solve(Good).Evaluate(0.5, new double[2]));

    private static void AssertRefused(string name, Func<object> attempt) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(attempt).ParamName);

    private static void AssertRefused(string name, Action attempt) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(attempt).ParamName);
}
