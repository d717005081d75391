using System.Collections.Immutable;
using System.Numerics.Tensors;
using LearningDynamics.Experiments;
using LearningDynamics.Training;
using static System.FormattableString;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Judges a trained network against an exact flow by the order of convergence in the learning rate and by both Richardson limits. First the learning rate is
/// halved until the runs alone say that it is fine enough; then the order must be within a tenth of the declared one, ||R_b - exact|| at most B and ||Q - exact|| at most B / 2.
/// With events the rule holds up to three steps before the first, and over the whole grid the fitted order must be within a tenth.
/// </summary>
internal sealed class OrderCheck
{
    /// <summary>How far the measured order may be from the declared one.</summary>
    public const double OrderTolerance = 0.1;

    /// <summary>A second-order bound shrinks by 4^10, about a million, in ten halvings: from a hundred times the change to the share that counts as settled.</summary>
    private const int MaximumHalvings = 10;

    private const int FewestTimes = 3;

    private readonly CrossCheckDescriptor check;
    private readonly RouteResult exact;
    private readonly TrainingStudy study;
    private readonly ImmutableArray<string> observables;
    private readonly long steps;

    private OrderCheck(CrossCheckDescriptor check, RouteResult exact, TrainingStudy study)
    {
        this.check = check;
        this.exact = exact;
        this.study = study;
        RouteResult first = study.Run(study.CoarsestStepsAnInterval);
        observables = [.. exact.Trajectory.Observables.Select(series => series.Name).Where(name => first.Trajectory.Find(name) is not null)];
        steps = Settle();
    }

    /// <summary>The verdicts over every common observable and finding.</summary>
    public static ImmutableArray<Verdict> Judge(CrossCheckDescriptor check, BoundExperiment experiment, ITrainer trainer, CancellationToken cancellation)
    {
        var trainings = new TrainingStudy(experiment, trainer, cancellation);
        var order = new OrderCheck(check, RouteAnswers.Exact(experiment, check.Left, trainings.Times, cancellation), trainings);
        return [.. order.observables.Select(order.Judge), .. order.Findings().Judge()];
    }

    /// <summary>The last grid index that the smooth rule covers: the whole grid, or up to three steps before the first event.</summary>
    private int SmoothEnd(long stepsAnInterval) =>
        exact.EventTimes.IsEmpty ? TrainingStudy.Intervals : LastIndexBefore(exact.EventTimes[0] - (3 * study.LearningRate(stepsAnInterval)));

    private int LastIndexBefore(double time)
    {
        int first = study.Times.AsSpan().IndexOfAnyInRange(time, double.PositiveInfinity);
        return first < 0 ? TrainingStudy.Intervals : first - 1;
    }

    private long Settle()
    {
        long current = study.CoarsestStepsAnInterval;
        for (int halvings = 0; halvings < MaximumHalvings && !IsFineEnough(current); halvings++)
            current *= 2;
        return current;
    }

    private bool IsFineEnough(long stepsAnInterval)
    {
        int end = SmoothEnd(stepsAnInterval);
        return end >= FewestTimes
            ? observables.All(name => Test(name, stepsAnInterval, end).IsSettled)
            : LastIndexBefore(exact.EventTimes[0]) <= FewestTimes; // So early an event leaves too few times before it at any rate.
    }

    private RichardsonTest Test(string observable, long stepsAnInterval, int end)
    {
        ReadOnlySpan<double> coarse = Series(study.Run(stepsAnInterval), observable);
        ReadOnlySpan<double> middle = Series(study.Run(2 * stepsAnInterval), observable);
        ReadOnlySpan<double> fine = Series(study.Run(4 * stepsAnInterval), observable);
        return RichardsonTest.Of(fine[0], coarse[1..(end + 1)], middle[1..(end + 1)], fine[1..(end + 1)], Series(exact, observable)[1..(end + 1)]);
    }

    private static ReadOnlySpan<double> Series(RouteResult result, string observable) => result.Trajectory.Find(observable)!.Values.AsSpan();

    private Verdict Judge(string observable)
    {
        int end = SmoothEnd(steps);
        Verdict? smooth = end >= FewestTimes ? JudgeSmooth(observable, end) : null;
        return smooth is not null && (end == TrainingStudy.Intervals || !smooth.Passed) ? smooth : JudgeWithEvents(observable, smooth);
    }

    private Verdict JudgeSmooth(string observable, int end)
    {
        RichardsonTest test = Test(observable, steps, end);
        if (test.IsRounding)
            return JudgeRounding(observable, end);

        bool orderHolds = Math.Abs(test.Order - check.Order) <= OrderTolerance;
        bool limitsHold = test.LimitDeviation <= test.Bound && test.RefinedDeviation <= test.Bound / 2;
        string problem = (test.IsSettled, orderHolds, limitsHold) switch
        {
            (false, _, _) => Invariant($" The learning rate could not be made fine enough: B is {test.Bound / test.Change:g3} of the change, not {RichardsonTest.SettledShare:g1}."),
            (_, false, _) => Invariant($" The order is not within {OrderTolerance} of {check.Order}."),
            (_, _, false) => " The limit of small learning rates is not the exact solution.",
            _ => string.Empty,
        };
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Observable,
            Quantity = observable,
            Passed = problem.Length == 0,
            Deviation = test.LimitDeviation,
            Bound = test.Bound,
            Explanation = Invariant($"{observable}: order {test.Order:F3} at learning rate {study.LearningRate(steps):g4}, limit off by {test.LimitDeviation:g3} of {test.Bound:g3} allowed.") + problem,
            Evidence =
            [
                new("order", test.Order),
                new("learningRate", study.LearningRate(steps)),
                new("refinedDeviation", test.RefinedDeviation),
                new("refinedBound", test.Bound / 2),
                new("change", test.Change),
                new("settledShare", test.Bound / test.Change),
                new("lastTime", study.Times[end]),
                new("points", end),
            ],
        };
    }

    /// <summary>
    /// Runs that do not depend on the learning rate have no order: they must equal the exact solution up to rounding, theirs and the flow solver's.
    /// </summary>
    private Verdict JudgeRounding(string observable, int end) => PointwiseComparison.Compare(
        check with { Relative = 1e-9, Absolute = RichardsonTest.RoundingShare * Norm(Series(study.Run(4 * steps), observable)) },
        observable,
        study.Times.AsSpan()[..(end + 1)],
        Series(exact, observable)[..(end + 1)],
        Series(study.Run(4 * steps), observable)[..(end + 1)]) with
    { Check = check };

    private Verdict JudgeWithEvents(string observable, Verdict? smooth)
    {
        long[] stepsAnInterval = OrderFit.StepsAnInterval(Math.Max(8, steps));
        double[] rates = [.. stepsAnInterval.Select(study.LearningRate)];
        double[] deviations = [.. stepsAnInterval.Select(count => Distance(Series(study.Run(count), observable), Series(exact, observable)))];
        double rounding = RichardsonTest.RoundingShare * Norm(Series(exact, observable));
        if (deviations.All(deviation => deviation <= rounding))
            return JudgeRounding(observable, TrainingStudy.Intervals);

        double slope = deviations.Contains(0) ? double.NaN : OrderFit.Slope(rates, deviations);
        bool passed = Math.Abs(slope - check.Order) <= OrderTolerance;
        return new()
        {
            Check = check,
            QuantityKind = QuantityKind.Observable,
            Quantity = observable,
            Passed = passed,
            Deviation = double.IsNaN(slope) ? null : Math.Abs(slope - check.Order),
            Bound = OrderTolerance,
            Explanation = Invariant($"{observable}: fitted order {slope:F3} over {OrderFit.Rates} learning rates across the event at t = {exact.EventTimes[0]:g6}; allowed {check.Order} within {OrderTolerance}.")
                + (smooth is null ? " There are too few times before the event for the limits." : " Before it: " + smooth.Explanation),
            Evidence =
            [
                new("fittedOrder", double.IsNaN(slope) ? null : slope),
                new("eventTime", exact.EventTimes[0]),
                new("coarsestLearningRate", rates[0]),
                new("finestLearningRate", rates[^1]),
                new("finestDeviation", deviations[^1]),
                .. smooth?.Evidence ?? [],
            ],
        };
    }

    private static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right) => TensorPrimitives.Distance(left, right);

    private static double Norm(ReadOnlySpan<double> values) => TensorPrimitives.Norm(values);

    private FindingLimits Findings() => new(check, exact, study.Run(steps), study.Run(2 * steps), study.Run(4 * steps), study.LearningRate(steps));
}
