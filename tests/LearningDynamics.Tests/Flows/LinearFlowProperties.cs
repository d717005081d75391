using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class LinearFlowProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20240507, 20180619);

    private static readonly Arbitrary<int[]> Thousandths = Gen.Choose(-2000, 2000).ArrayOf(7).ToArbitrary();

    [Fact]
    public void Linear_flows_in_the_plane_follow_the_matrix_exponential() => Check(numbers =>
    {
        (LinearField field, double[] initial, double end) = Problem(numbers);
        FlowSolution solution = FlowSolver.Solve(FlowProblem.Create(field, initial, 0, end));
        double[] state = new double[2];
        for (int i = 0; i <= 20; i++)
        {
            double time = i == 20 ? end : end * i / 20;
            solution.Evaluate(time, state);
            double[] exact = Exponential(field, time, initial);
            double bound = Bound(field, initial, solution, end);
            if (Math.Abs(state[0] - exact[0]) > bound || Math.Abs(state[1] - exact[1]) > bound)
                return false;
        }

        return true;
    });

    [Fact]
    public void Going_back_undoes_going_forth() => Check(numbers =>
    {
        (LinearField field, double[] initial, double end) = Problem(numbers);
        FlowSolution forth = FlowSolver.Solve(FlowProblem.Create(field, initial, 0, end));
        FlowSolution back = FlowSolver.Solve(FlowProblem.Create(field, forth.FinalState.ToArray(), end, 0));
        double bound = Math.Exp(Norm(field) * Math.Abs(end)) * Bound(field, initial, forth, end);
        return Math.Abs(back.FinalState[0] - initial[0]) <= 2 * bound && Math.Abs(back.FinalState[1] - initial[1]) <= 2 * bound;
    });

    private static void Check(Func<int[], bool> property) => Prop.ForAll(Thousandths, property).Check(Repeatable);

    private static (LinearField Field, double[] Initial, double End) Problem(int[] numbers)
    {
        double[] x = [.. numbers.Select(number => number / 1000.0)];
        return (new(x[0], x[1], x[2], x[3]), [x[4], x[5]], 1.5 * x[6]);
    }

    /// <summary>
    /// Each step errs by at most the tolerance times the state, which grows by at most e^(|M| t), later steps included; the
    /// factor 20 is for what the estimate may miss and for the interpolation.
    /// </summary>
    private static double Bound(LinearField field, double[] initial, FlowSolution solution, double end) =>
        20 * 1e-12 * (solution.Statistics.AcceptedSteps + 1) * Math.Exp(Norm(field) * Math.Abs(end)) * (Math.Abs(initial[0]) + Math.Abs(initial[1]) + 1e-4);

    private static double Norm(LinearField field) =>
        Math.Max(Math.Abs(field.A) + Math.Abs(field.B), Math.Abs(field.C) + Math.Abs(field.D));

    /// <summary>e^(M t) = e^(m t) (c I + s (M - m I)), m = trace / 2, with c and s the hyperbolic or circular functions of M's deviator.</summary>
    private static double[] Exponential(LinearField field, double time, double[] initial)
    {
        double mean = (field.A + field.D) / 2, half = (field.A - field.D) / 2;
        double square = (half * half) + (field.B * field.C);
        double root = Math.Sqrt(Math.Abs(square)), angle = root * time;
        double even = square >= 0 ? Math.Cosh(angle) : Math.Cos(angle);
        double odd = root < 1e-8 ? time : (square >= 0 ? Math.Sinh(angle) : Math.Sin(angle)) / root;
        double growth = Math.Exp(mean * time);
        return
        [
            growth * (((even + (odd * half)) * initial[0]) + (odd * field.B * initial[1])),
            growth * ((odd * field.C * initial[0]) + ((even - (odd * half)) * initial[1])),
        ];
    }
}
