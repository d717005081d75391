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
    private BoundExperiment? experiment;
    private readonly List<RunFailure> failures = [];

    private PointRun(ExperimentDescriptor descriptor, ParameterSet point, RunSettings settings, CancellationToken cancellation)
    {
        this.descriptor = descriptor;
        this.point = point;
        this.settings = settings;
        this.cancellation = cancellation;
    }

    public static RunPoint Answer(ExperimentDescriptor descriptor, ParameterSet point, RunSettings settings, CancellationToken cancellation)
    {
        var run = new PointRun(descriptor, point, settings, cancellation);
        run.experiment = run.Attempt("parameters", () => descriptor.Bind(point));
        ImmutableArray<Route> routes = run.experiment is null ? [] : [.. descriptor.Routes.Where(settings.Routes.Contains)];
        ImmutableArray<RouteResult> answers = run.Answers(routes);
        return new()
        {
            Parameters = [.. point.Items.Select(item => new ParameterSetting(item.Parameter.Name, item.Value))],
            Routes = answers,
            Checks = settings.Checks ? run.Verdicts(routes, answers) : [],
            Failures = [.. run.failures],
        };
    }

    private ImmutableArray<RouteResult> Answers(ImmutableArray<Route> routes)
    {
        if (routes.IsEmpty)
            return [];
        ImmutableArray<double> times = settings.Grid.Times(experiment!.Duration);
        return [.. routes.Select(route => Attempt(route.Name(), () => Answer(route, times))).OfType<RouteResult>()];
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
    private ImmutableArray<Verdict> Verdicts(ImmutableArray<Route> routes, ImmutableArray<RouteResult> answers) =>
    [
        .. descriptor.CrossChecks
            .Where(check => routes.Contains(check.Left) && routes.Contains(check.Right))
            .Where(check => answers.Any(answer => answer.Route == check.Left) && answers.Any(answer => answer.Route == check.Right))
            .SelectMany(check => Attempt(check.ToString(), () => CrossChecker.Judge(check, descriptor, point, answers, settings.Trainer, cancellation).ToArray()) ?? []),
    ];

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
