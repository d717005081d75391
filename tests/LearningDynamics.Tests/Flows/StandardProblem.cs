using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

/// <summary>A problem whose solution is known.</summary>
internal sealed record StandardProblem(string Name, double Start, double End, Func<double, double[]> Exact, Func<double, double, FlowOptions?, FlowSolution> Solve)
{
    private const double Eccentricity = 0.6;

    public static IReadOnlyList<StandardProblem> All { get; } =
    [
        Of("decay", new LinearField(-1, 0, 0, -0.3), 0, 10, t => [2 * Math.Exp(-t), -Math.Exp(-0.3 * t)]),
        Of("rotation", new LinearField(0, 1, -1, 0), 0, 20, t => [Math.Sin(t), Math.Cos(t)]),
        Of("growing spiral", new LinearField(0.1, 2, -2, 0.1), 0, 6, t => [Math.Exp(0.1 * t) * Math.Sin(2 * t), Math.Exp(0.1 * t) * Math.Cos(2 * t)]),
        Of("logistic", default(LogisticField), 0, 15, t => [1 / (1 + (999 * Math.Exp(-t)))]),
        Of("cubic decay", default(CubicDecayField), 0, 20, t => [1 / Math.Sqrt(t + 1)]),
        OfDouble("cosine growth", new CosineGrowthField(1), 0, 20, t => [Math.Exp(Math.Sin(t))]),
        Of("blow-up", default(SquareField), 0, 0.9, t => [1 / (1 - t)]),
        Of("two bodies", default(KeplerField), 0, 2 * Math.PI, Kepler),
        Of("one layer", new OneLayerField(0.7), 0, 1000, t => [OneLayer(0.7, -1, t)]),
    ];

    public static TheoryData<string> Names => [.. All.Select(problem => problem.Name)];

    public static StandardProblem Named(string name) => All.Single(problem => string.Equals(problem.Name, name, StringComparison.Ordinal));

    public FlowSolution Forward(FlowOptions? options = null) => Solve(Start, End, options);

    /// <summary>The largest error over the places, relative to the larger of 1 and the solution.</summary>
    public double LargestError(FlowSolution solution, IEnumerable<double> times)
    {
        double[] state = new double[solution.Dimension];
        double largest = 0;
        foreach (double time in times)
        {
            solution.Evaluate(time, state);
            double[] exact = Exact(time);
            for (int i = 0; i < state.Length; i++)
                largest = Math.Max(largest, Math.Abs(state[i] - exact[i]) / Math.Max(1, Math.Abs(exact[i])));
        }

        return largest;
    }

    /// <summary>Times that fall on no step by chance.</summary>
    public IEnumerable<double> Grid(int count) =>
        Enumerable.Range(0, count + 1).Select(i => i == count ? End : Start + ((End - Start) * i / count));

    private static StandardProblem Of<TField>(string name, TField field, double start, double end, Func<double, double[]> exact)
        where TField : struct, IVectorField =>
        new(name, start, end, exact, (from, to, options) => FlowSolver.Solve(FlowProblem.Create(field, exact(from), from, to), options));

    private static StandardProblem OfDouble<TField>(string name, TField field, double start, double end, Func<double, double[]> exact)
        where TField : struct, IVectorField<double> =>
        new(name, start, end, exact, (from, to, options) => FlowSolver.Solve(new FlowProblem<TField>(field, exact(from), from, to), options));

    /// <summary>The ellipse from its near point, by Kepler's equation t = E - e sin E.</summary>
    private static double[] Kepler(double time)
    {
        double anomaly = time;
        for (int i = 0; i < 50; i++)
            anomaly -= (anomaly - (Eccentricity * Math.Sin(anomaly)) - time) / (1 - (Eccentricity * Math.Cos(anomaly)));
        double minor = Math.Sqrt(1 - (Eccentricity * Eccentricity));
        double rate = 1 / (1 - (Eccentricity * Math.Cos(anomaly)));
        return [Math.Cos(anomaly) - Eccentricity, minor * Math.Sin(anomaly), -Math.Sin(anomaly) * rate, minor * Math.Cos(anomaly) * rate];
    }

    /// <summary>The logit of one layer, u + e^u = u0 + e^u0 + speed t, by Newton's method from above.</summary>
    private static double OneLayer(double speed, double initial, double time)
    {
        double target = initial + Math.Exp(initial) + (speed * time);
        double logit = Math.Max(initial, Math.Log(Math.Max(target, 1)));
        for (int i = 0; i < 50; i++)
            logit -= (logit + Math.Exp(logit) - target) / (1 + Math.Exp(logit));
        return logit;
    }
}
