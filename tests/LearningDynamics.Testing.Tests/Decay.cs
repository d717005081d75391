using LearningDynamics.Experiments;
using LearningDynamics.Numerics;

namespace LearningDynamics.Testing.Tests;

/// <summary>How fast does a weight decay that nothing holds?</summary>
[Experiment("testing/decay", Source = "a textbook")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
public sealed partial class Decay
{
    /// <summary>The rate at which the weight decays.</summary>
    [Parameter(Above = 0), Sweep(0.5, 1)]
    public double Rate { get; init; } = 1;

    /// <summary>By which share of itself the flow's rate is wrong.</summary>
    [Parameter]
    public double Fault { get; init; }

    [Horizon]
    public double Duration { get; init; } = 4;

    [Observables]
    public readonly record struct Curve(double Weight);

    [Findings]
    public readonly record struct Result(double HalfTime);

    [State]
    public readonly record struct State<T>(T Weight)
        where T : struct;

    public sealed record Exponential(double Rate);

    [ClosedForm]
    public Exponential Solve() => new(Rate);

    [Observe]
    public Curve Observe(Exponential solution, double time) => new(Math.Exp(-solution.Rate * time));

    [Find]
    public Result Find(Exponential solution) => new(Math.Log(2) / solution.Rate);

    [InitialState]
    public State<double> Start() => new(1);

    [Flow]
    public State<T> Flow<T>(State<T> state)
        where T : struct, IScalar<T> => new(-state.Weight * (Rate * (1 + Fault)));

    [Observe]
    public Curve Observe(State<double> state) => new(state.Weight);
}
