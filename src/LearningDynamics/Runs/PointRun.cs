using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Runs;

/// <summary>Answers and checks an experiment at one point. A refusal or a numerical failure of one route does not lose the others.</summary>
internal sealed class PointRun
{
    private readonly ExperimentDescriptor descriptor;
    private readonly ParameterSet point;
    private readonly RunSettings settings;
    private readonly CancellationToken cancellation;
    private readonly ImmutableArray<Route> routes;
    private readonly ImmutableArray<CrossCheckDescriptor> checks;
    private readonly Action<double> progress;
    private readonly List<RunFailure> failures = [];
    private readonly List<Route> absent = [];
    private BoundExperiment? experiment;
    private int finishedParts;

    private PointRun(ExperimentDescriptor descriptor, ParameterSet point, RunSettings settings, Action<double> progress, CancellationToken cancellation)
    {
        this.descriptor = descriptor;
        this.point = point;
        this.settings = settings;
        this.progress = progress;
        this.cancellation = cancellation;
        routes = [.. descriptor.Routes.Where(settings.Routes.Contains)];
        checks = settings.Checks ? [.. descriptor.CrossChecks.Where(check => routes.Contains(check.Left) && routes.Contains(check.Right))] : [];
    }

    /// <summary>Answers and checks the experiment.</summary>
    /// <param name="descriptor">The experiment.</param>
    /// <param name="point">The point.</param>
    /// <param name="settings">Routes, times and trainer.</param>
    /// <param name="progress">Told the share that is finished after each route and each check, from 0 to 1.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RunPoint Answer(ExperimentDescriptor descriptor, ParameterSet point, RunSettings settings, Action<double> progress, CancellationToken cancellation)
    {
        var run = new PointRun(descriptor, point, settings, progress, cancellation);
        run.experiment = run.Attempt("parameters", () => descriptor.Bind(point));
        ImmutableArray<RouteResult> answers = run.experiment is null ? [] : run.Answers();
        return new()
        {
            Parameters = [.. point.Items.Select(item => new ParameterSetting(item.Parameter.Name, item.Value))],
            Routes = answers,
            AbsentRoutes = [.. run.absent],
            Checks = run.Verdicts(answers),
            NotCompared = [.. run.NotCompared()],
            Failures = [.. run.failures],
        };
    }

    private ImmutableArray<RouteResult> Answers()
    {
        ImmutableArray<double> times = experiment!.Duration is { } duration ? settings.Grid.Times(duration) : [];
        return [.. routes.Select(route => Finish(Attempt(route.Name(), () => Answer(route, times)))).OfType<RouteResult>()];
    }

    private RouteResult? Answer(Route route, ImmutableArray<double> times)
    {
        BoundRoute bound = experiment!.Find(route)!;
        RouteRequest request = route != Route.Trained ? new(times)
            : bound.LargestLearningRate() is { } rate ? new(Schedule(times, rate), settings.Trainer)
            : new(times, settings.Trainer);
        RouteResult? answer = bound.Answer(request with { Progress = new PartProgress(this), Cancellation = cancellation });
        if (answer is null)
            absent.Add(route);
        return answer;
    }

    private TrainingSchedule Schedule(ImmutableArray<double> times, double learningRate) => settings.Grid is TimeGrid.Uniform
        ? TrainingSchedule.OnGrid(times, TrainingSchedule.StepsAnInterval(times, learningRate))
        : TrainingSchedule.Nearest(times, learningRate);

    /// <summary>The comparisons between routes that were asked for; one whose route failed is already reported as a failure.</summary>
    private ImmutableArray<Verdict> Verdicts(ImmutableArray<RouteResult> answers) =>
    [
        .. checks
            .Where(check => answers.Any(answer => answer.Route == check.Left) && answers.Any(answer => answer.Route == check.Right))
            .SelectMany(check => Finish(Attempt(check.ToString(), () => CrossChecker.Judge(check, descriptor, point, answers, settings.Trainer, cancellation).ToArray())) ?? []),
    ];

    private IEnumerable<NotCompared> NotCompared() =>
        from check in checks
        let missing = new[] { check.Left, check.Right }.Where(absent.Contains).ToArray()
        where missing.Length > 0
        select new NotCompared(check, missing.Length == 1
            ? $"The {missing[0].Name()} route does not answer at this point."
            : $"Neither the {missing[0].Name()} nor the {missing[1].Name()} route answers at this point.");

    private TResult? Finish<TResult>(TResult? part)
    {
        finishedParts++;
        Report(0);
        return part;
    }

    private void Report(double shareOfPart) => progress((finishedParts + shareOfPart) / (routes.Length + checks.Length));

    private TResult? Attempt<TResult>(string what, Func<TResult?> compute)
        where TResult : class
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return compute();
        }
        catch (Exception failure) when (Reason(failure) is NumericalFailureException or ArithmeticException or TrainerException)
        {
            failures.Add(new(what, Reason(failure).Message));
            return null;
        }
        catch (Exception failure) when (Reason(failure) is ArgumentException refusal)
        {
            // The values are each inside their domain, but not together: the experiment's own code refused them.
            failures.Add(new(what, refusal.Message.ReplaceLineEndings(" "), IsRefusal: true));
            return null;
        }
    }

    /// <summary>What went wrong first where a route works in parallel.</summary>
    private static Exception Reason(Exception failure) => failure is AggregateException several ? several.Flatten().InnerExceptions[0] : failure;

    /// <summary>Adds how far one route has come to the parts that are finished. A route may report from several threads, and out of order.</summary>
    private sealed class PartProgress(PointRun run) : IProgress<double>
    {
        private readonly Lock guard = new();
        private double largest;

        public void Report(double value)
        {
            lock (guard)
            {
                if (value > largest && value <= 1)
                    run.Report(largest = value);
            }
        }
    }
}
