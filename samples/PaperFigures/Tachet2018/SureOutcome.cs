using LearningDynamics.Experiments;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// The outcome of training from starts, each if it is further from the border than training's own error. Two trainings on either side of the border part at the rate
/// lambda = ||p1 x1 - p2 x2|| at most. So if half the learning rate decides within ln(4/3) / lambda of the same time, it moved the start's distance from the border by a third at most; since that
/// error is of order one, no smaller learning rate brings the border across the start. Otherwise the rate is halved again. Derived in docs/theory/competing-classes.md.
/// </summary>
internal sealed class SureOutcome(CompetingNeuron neuron, RouteRequest request)
{
    private const int MaximumHalvings = 12;

    private readonly double tolerance = Math.Log(4.0 / 3) / new CompetitionBorder(neuron.Classes).PullDifference;

    /// <summary>For each start the outcome, or null where training cannot tell or the time is over.</summary>
    /// <param name="starts">The neuron at step 0.</param>
    public CompetitionOutcome?[] Of(IReadOnlyList<CompetingNeuron.State<double>> starts)
    {
        CompetitionOutcome?[] outcomes = new CompetitionOutcome?[starts.Count];
        int[] open = [.. Enumerable.Range(0, starts.Count)];
        (CompetitionOutcome? Outcome, double Time)[] coarse = Train(starts, 1);
        for (int halvings = 1; halvings <= MaximumHalvings && open.Length > 0; halvings++)
        {
            (CompetitionOutcome? Outcome, double Time)[] fine = Train([.. open.Select(index => starts[index])], 1L << halvings);
            bool[] isSure = [.. fine.Zip(coarse, (finer, coarser) => finer.Outcome == coarser.Outcome && Math.Abs(finer.Time - coarser.Time) <= tolerance)];
            for (int k = 0; k < open.Length; k++)
                outcomes[open[k]] = isSure[k] ? fine[k].Outcome : null;
            open = [.. open.Where((_, k) => !isSure[k])];
            coarse = [.. fine.Where((_, k) => !isSure[k])];
        }

        return outcomes;
    }

    /// <summary>The outcomes at a fraction of the learning rate, and when they showed.</summary>
    private (CompetitionOutcome? Outcome, double Time)[] Train(IReadOnlyList<CompetingNeuron.State<double>> starts, long refinement)
    {
        double learningRate = request.LearningRate / refinement;
        IEnumerable<TrainingPlan> plans = starts.Select(start => neuron.Plan(start) with { LearningRate = learningRate, Steps = request.Schedule.Steps * refinement });
        IReadOnlyList<List<CompetingNeuron.State<double>>> runs = StretchedTraining.Observe(plans, request, neuron.Read, (_, after) => neuron.Judge(after) is not null);
        return [.. runs.Select(steps => (neuron.Judge(steps[^1]), learningRate * (steps.Count - 1)))];
    }
}
