namespace LearningDynamics.Flows;

/// <summary>
/// The coefficients of the pair 5(4) of Dormand and Prince, "A family of embedded Runge-Kutta formulae", Journal of
/// Computational and Applied Mathematics 6 (1980).
/// </summary>
internal static class DormandPrince54Tableau
{
    // Where the two extra stages lie. Any two places will do that keep the equations of QuinticRows well conditioned.
    private const double FirstPlace = 1.0 / 5, SecondPlace = 4.0 / 5;

    private static readonly double[] Weights = [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0];

    // The fifth coefficient of the pair's own continuous extension, of order 4 only.
    private static readonly double[] Quartic =
    [
        -12715105075.0 / 11282082432, 0, 87487479700.0 / 32700410799, -10690763975.0 / 1880347072,
        701980252875.0 / 199316789632, -1453857185.0 / 822651844, 69997945.0 / 29380423,
    ];

    public static ButcherTableau Create() => new()
    {
        EstimateOrder = 5,

        // Those of Hairer's DOPRI5: a steady error settles at 0.44 of the tolerance.
        PresentExponent = 0.85,
        PreviousExponent = 0.2,
        Nodes = [0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1, FirstPlace, SecondPlace],
        Rows =
        [
            new(),
            new(1.0 / 5),
            new(3.0 / 40, 9.0 / 40),
            new(44.0 / 45, -56.0 / 15, 32.0 / 9),
            new(19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729),
            new(9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656),
            new(Weights),
        ],
        Estimate = new(71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40),
        ExtraRows = [new(QuarticState(FirstPlace)), new(QuarticState(SecondPlace))],
        DenseRows = QuinticRows(),
    };

    /// <summary>The weights of the order 4 extension at a place: its error there is O(h^5), so a derivative there is good to O(h^6) after the factor h.</summary>
    private static double[] QuarticState(double theta)
    {
        double rest = 1 - theta;
        double[] state = new double[7];
        for (int j = 0; j < 7; j++)
        {
            double startSlope = (j == 0 ? 1 : 0) - Weights[j];
            double endSlope = Weights[j] - (j == 6 ? 1 : 0) - startSlope;
            state[j] = theta * (Weights[j] + (rest * (startSlope + (theta * (endSlope + (rest * Quartic[j]))))));
        }

        return state;
    }

    /// <summary>
    /// The fifth and sixth coefficients r4, r5 of the quintic that meets both ends, their slopes, and the slopes at the two
    /// extra stages (Enright, Jackson, Norsett and Thomsen, ACM Transactions on Mathematical Software 12 (1986), call this
    /// bootstrapping): two linear equations, r4 p'(theta) + r5 (theta p)'(theta) = slope - slope of the cubic, p = theta^2 (1 - theta)^2.
    /// </summary>
    private static StageSum[] QuinticRows()
    {
        (double a, double b) = (Slope(FirstPlace), SlopeTimesTheta(FirstPlace));
        (double c, double d) = (Slope(SecondPlace), SlopeTimesTheta(SecondPlace));
        double determinant = (a * d) - (b * c);
        double[] fourth = new double[9], fifth = new double[9];
        for (int j = 0; j < 9; j++)
        {
            double first = (j == 7 ? 1 : 0) - CubicSlope(j, FirstPlace);
            double second = (j == 8 ? 1 : 0) - CubicSlope(j, SecondPlace);
            fourth[j] = ((d * first) - (b * second)) / determinant;
            fifth[j] = ((a * second) - (c * first)) / determinant;
        }

        return [new(fourth), new(fifth)];

        static double Slope(double theta) => 2 * theta * (1 - theta) * (1 - (2 * theta));
        static double SlopeTimesTheta(double theta) => theta * theta * (1 - theta) * (3 - (5 * theta));
    }

    /// <summary>The weight of a stage in the slope of the cubic that meets both ends and their slopes.</summary>
    private static double CubicSlope(int stage, double theta)
    {
        double increment = stage < 7 ? Weights[stage] : 0;
        double start = stage == 0 ? 1 : 0;
        double end = stage == 6 ? 1 : 0;
        return (6 * theta * (1 - theta) * increment) + ((1 - theta) * (1 - (3 * theta)) * start) + (theta * ((3 * theta) - 2) * end);
    }
}
