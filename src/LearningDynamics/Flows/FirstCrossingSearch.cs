using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>Finds the first zero of a function of the state along a solution.</summary>
internal static class FirstCrossingSearch
{
    private const int PlacesPerStep = 4;

    public static double? Run(FlowSolution solution, StateFunction function)
    {
        double[] state = new double[solution.Dimension];
        double before = solution.Start;
        double side = ValueAt(before);
        if (side == 0)
            return before;

        ReadOnlySpan<double> starts = solution.StepStarts;
        for (int k = 0; k < starts.Length * PlacesPerStep; k++)
        {
            double behind = Place(starts, (k + 1) / PlacesPerStep, (k + 1) % PlacesPerStep);
            if (HasCrossed(behind))
                return Narrow(before, behind);
            before = behind;
        }

        return null;

        double Place(ReadOnlySpan<double> starts, int step, int quarter)
        {
            double from = step < starts.Length ? starts[step] : solution.End;
            double to = step + 1 < starts.Length ? starts[step + 1] : solution.End;
            return from + ((to - from) * quarter / PlacesPerStep);
        }

        double Narrow(double near, double far)
        {
            while (true)
            {
                double middle = near + ((far - near) / 2);
                if (middle == near || middle == far)
                    return far;
                if (HasCrossed(middle))
                    far = middle;
                else
                    near = middle;
            }
        }

        bool HasCrossed(double time) => ValueAt(time) * Math.Sign(side) <= 0;

        double ValueAt(double time)
        {
            solution.Evaluate(time, state);
            double value = function(time, state);
            return double.IsNaN(value)
                ? throw new NumericalFailureException(FormattableString.Invariant($"The function whose crossing was asked for is not a number at t = {time}."))
                : value;
        }
    }
}
