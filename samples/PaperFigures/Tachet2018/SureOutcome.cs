using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// The outcome of training from a start, if the start is further from the border than training's own error. Two trainings on either side of the border part at the rate
/// lambda = ||p1 x1 - p2 x2|| at most. So if half the learning rate decides within ln(4/3) / lambda of the same time, it moved the start's distance from the border by a third at most; since that
/// error is of order one, no smaller learning rate brings the border across the start. Otherwise the rate is halved again. Derived in docs/theory/competing-classes.md.
/// </summary>
internal sealed class SureOutcome(CompetingNeuron neuron, RouteRequest request)
{
    private const int MaximumHalvings = 12;

    private readonly double tolerance = Math.Log(4.0 / 3) / new CompetitionBorder(neuron.Classes).PullDifference;

    /// <summary>The outcome, or null where training cannot tell or the time is over.</summary>
    /// <param name="start">The neuron at step 0.</param>
    public CompetitionOutcome? Of(CompetingNeuron.State<double> start)
    {
        (CompetitionOutcome? outcome, double time) = Train(start, 1);
        for (int halvings = 1; halvings <= MaximumHalvings; halvings++)
        {
            (CompetitionOutcome? finer, double finerTime) = Train(start, 1L << halvings);
            if (finer == outcome && Math.Abs(finerTime - time) <= tolerance)
                return finer;
            (outcome, time) = (finer, finerTime);
        }

        return null;
    }

    /// <summary>The outcome at a fraction of the learning rate, and when it showed.</summary>
    private (CompetitionOutcome? Outcome, double Time) Train(CompetingNeuron.State<double> start, long refinement)
    {
        TrainingPlan plan = neuron.Plan(start) with { LearningRate = request.LearningRate / refinement, Steps = request.Schedule.Steps * refinement };
        List<CompetingNeuron.State<double>> steps = StretchedTraining.Observe(plan, request, neuron.Read, (_, after) => neuron.Judge(after) is not null);
        return (neuron.Judge(steps[^1]), plan.LearningRate * (steps.Count - 1));
    }
}
