using System.Collections.Immutable;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;

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
            Checks = run.Verdicts(answers),
            Failures = [.. run.failures],
        };
    }

    private ImmutableArray<RouteResult> Answers()
    {
        ImmutableArray<double> times = settings.Grid.Times(experiment!.Duration);
        return [.. routes.Select(route => Finish(Attempt(route.Name(), () => Answer(route, times)))).OfType<RouteResult>()];
    }

    private RouteResult Answer(Route route, ImmutableArray<double> times) => route switch
    {
        Route.ClosedForm => experiment!.ClosedForm!.Answer(times.AsSpan()),
        Route.Flow => experiment!.Flow!.Answer(times.AsSpan(), cancellation),
        _ => experiment!.Trained!.Answer(Schedule(times), settings.Trainer, progress: null, cancellation),
    };

    private TrainingSchedule Schedule(ImmutableArray<double> times)
    {
        double learningRate = experiment!.Trained!.Plan().LearningRate;
        return settings.Grid is TimeGrid.Uniform
            ? TrainingSchedule.OnGrid(times, TrainingSchedule.StepsAnInterval(times, learningRate))
            : TrainingSchedule.Nearest(times, learningRate);
    }

    /// <summary>The comparisons between routes that were asked for; one whose route failed is already reported as a failure.</summary>
    private ImmutableArray<Verdict> Verdicts(ImmutableArray<RouteResult> answers) =>
    [
        .. checks
            .Where(check => answers.Any(answer => answer.Route == check.Left) && answers.Any(answer => answer.Route == check.Right))
            .SelectMany(check => Finish(Attempt(check.ToString(), () => CrossChecker.Judge(check, descriptor, point, answers, settings.Trainer, cancellation).ToArray())) ?? []),
    ];

    private TResult? Finish<TResult>(TResult? part)
    {
        progress((double)++finishedParts / (routes.Length + checks.Length));
        return part;
    }

    private TResult? Attempt<TResult>(string what, Func<TResult> compute)
        where TResult : class
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return compute();
        }
        catch (Exception failure) when (failure is NumericalFailureException or ArithmeticException)
        {
            failures.Add(new(what, failure.Message));
            return null;
        }
        catch (ArgumentException failure)
        {
            // The values are each inside their domain, but not together: the experiment's own code refused them.
            failures.Add(new(what, failure.Message.ReplaceLineEndings(" "), IsRefusal: true));
            return null;
        }
    }
}
