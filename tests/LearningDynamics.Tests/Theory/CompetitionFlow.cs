using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

/// <summary>The gated flow of one neuron that two classes compete for, integrated: what the closed forms must agree with.</summary>
internal static class CompetitionFlow
{
    private static readonly FlowEvent Gates = new("Gates", 2, (_, state, values) => state[..2].CopyTo(values));

    public static FlowSolution Solve(ClassPair classes, CompetitionState initial, double end) =>
        FlowSolver.Solve(FlowProblem.Create(new Field(classes), [initial.Alpha, initial.Beta, initial.OutputWeight], 0, end, Gates));

    public static CompetitionState At(FlowSolution solution, double time)
    {
        Span<double> state = stackalloc double[3];
        solution.Evaluate(time, state);
        return new(state[0], state[1], state[2]);
    }

    /// <summary>The outcome that the state shows by itself, or null while it may still change.</summary>
    public static CompetitionOutcome? Decided(CompetitionState state) => state switch
    {
        { Alpha: > 0, Beta: <= 0, OutputWeight: >= 0 } => CompetitionOutcome.Class1,
        { Alpha: <= 0, Beta: > 0, OutputWeight: <= 0 } => CompetitionOutcome.Class2,
        { Alpha: <= 0, Beta: <= 0 } => CompetitionOutcome.Dead,
        _ => null,
    };

    public static double? First(FlowSolution solution, EventDirection direction) => solution.Events.FirstOrDefault(found => found.Direction == direction)?.Time;

    private readonly record struct Field(ClassPair Classes) : IVectorField
    {
        public int Dimension => 3;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            (T alpha, T beta, T z) = (state[0], state[1], state[2]);
            T first = T.Logistic(-(z * alpha)) * T.Step(alpha) * Classes.Frequency1;
            T second = T.Logistic(z * beta) * T.Step(beta) * Classes.Frequency2;
            derivative[0] = z * ((first * (Classes.InputNorm1 * Classes.InputNorm1)) - (second * Classes.InnerProduct));
            derivative[1] = z * ((first * Classes.InnerProduct) - (second * (Classes.InputNorm2 * Classes.InputNorm2)));
            derivative[2] = (alpha * first) - (beta * second);
        }
    }
}
