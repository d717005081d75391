using LearningDynamics.Experiments;
using LearningDynamics.Tests.CrossChecks;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Experiments;

/// <summary>What each route answers.</summary>
public class RouteTests
{
    private const double DeathTime = 4.676649837797826;

    private static readonly BoundExperiment Dying = PlantedMode.Dying.Describe().Bind(ParameterSet.Defaults([]));

    [Fact]
    public void An_exact_route_answers_at_the_times_asked_for_and_names_its_events()
    {
        RouteRequest request = new([0, 1.5, 20]);
        foreach (RouteResult answer in new[] { Dying.ClosedForm!.Answer(request)!, Dying.Flow!.Answer(request)! })
        {
            Assert.Equal(request.Times.AsEnumerable(), answer.Trajectory.Times);
            Assert.Equal(["Preactivation", "OutputWeight", "Logit"], answer.Trajectory.Observables.Select(series => series.Name));
            // A flow's event is located, and also found: it is one event.
            Assert.Equal(DeathTime, Assert.Single(answer.EventTimes), 1e-9);
        }
    }

    [Fact]
    public void A_flow_tells_how_much_work_it_was() => Assert.Equal(
        ["acceptedSteps", "rejectedSteps", "evaluations"], Dying.Flow!.Answer(new([0, 1]))!.Work.Select(work => work.Name));

    [Fact]
    public void A_trained_route_observes_the_scheduled_steps_whether_or_not_it_finds_something()
    {
        var request = new RouteRequest(new TrainingSchedule(0.05, [0, 40, 100], [0, 2, 5]), new ManagedTrainer());

        RouteResult finding = Dying.Trained!.Answer(request)!;
        RouteResult plain = new PlantedPerceptron().Describe().Bind(ParameterSet.Defaults([])).Trained!.Answer(request)!;

        Assert.Equal([0, 2, 5], finding.Trajectory.Times.ToArray());
        Assert.Equal(0.5, finding.Trajectory.Find("Preactivation")!.Values[0], 1e-15);
        Assert.Equal(DeathTime, finding.FindFinding("Death")!.Value.AsNumber!.Value, 0.05);
        Assert.Equal(3, plain.Trajectory.Observables.Single().Values.Length);
        Assert.Equal(100, Assert.Single(plain.Work).Count);
    }

    [Fact]
    public void A_trained_route_that_starts_late_does_not_observe_the_start()
    {
        BoundRoute trained = new PlantedPerceptron { UsesHinge = true }.Describe().Bind(ParameterSet.Defaults([])).Trained!;

        // The logit climbs by n^2 = 1.69 a unit of time, from -0.4.
        RouteResult answer = trained.Answer(new(new TrainingSchedule(0.1, [10, 20], [1, 2]), new ManagedTrainer()))!;

        Assert.Equal(1.29, answer.Trajectory.Observables.Single().Values[0], 1e-13);
        Assert.Equal(2.98, answer.Trajectory.Observables.Single().Values[1], 1e-13);
    }

    [Fact]
    public void A_first_rise_comes_between_steps_and_a_kink_uses_no_step_beyond_it()
    {
        double[] line = [-0.3, -0.1, 0.1, 0.3], kink = [-0.3, -0.1, 0.1, 0.1];
        Network network = Network.FromWeights(new DenseLayer(1, 1, [0]));

        Assert.Equal(0.75, new TrainedRun<double>(line, 0.5, network).FirstRise(value => value)!.Value, 1e-15);
        Assert.Equal(0.75, new TrainedRun<double>(kink, 0.5, network).FirstKink(value => value)!.Value, 1e-15);
        Assert.Null(new TrainedRun<double>([-1, -1], 0.5, network).FirstKink(value => value));
        Assert.Equal(0, new TrainedRun<double>([1, 2], 0.5, network).FirstRise(value => value));
    }
}
