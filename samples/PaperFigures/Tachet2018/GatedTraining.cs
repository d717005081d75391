using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Trains a neuron whose ReLU opens and closes. A step across a gate overshoots by as much as the gate happens to lie inside it, and where the field jumps that error stays. So the one step that
/// switches a gate is taken in many parts; all others have the full learning rate.
/// </summary>
internal sealed class GatedTraining
{
    /// <summary>In how many parts a step that switches a gate is taken: what is left of the overshoot is far below the error of the other steps.</summary>
    private const int Parts = 1024;

    private readonly List<CompetingNeuron.State<double>> steps;

    /// <summary>Trains.</summary>
    /// <param name="neuron">The neuron and its data.</param>
    /// <param name="start">Its weights at step 0.</param>
    /// <param name="learningRate">The learning rate eta.</param>
    /// <param name="count">The number of steps.</param>
    /// <param name="request">The trainer.</param>
    public GatedTraining(CompetingNeuron neuron, CompetingNeuron.State<double> start, double learningRate, long count, RouteRequest request)
    {
        steps = [start];
        while (steps.Count <= count)
        {
            double time = learningRate * (steps.Count - 1);
            TrainingPlan plan = neuron.Plan(steps[^1]) with { LearningRate = learningRate, Steps = count + 1 - steps.Count };
            List<CompetingNeuron.State<double>> smooth = StretchedTraining.Observe([plan], request, neuron.Read, Switches)[0];
            bool switches = Switches(smooth[^2], smooth[^1]);
            steps.AddRange(smooth[1..(switches ? ^1 : ^0)]);
            if (!switches)
                continue;
            FirstDeath ??= Earlier(Death([.. smooth.Select(s => s.Alpha)], learningRate, time), Death([.. smooth.Select(s => s.Beta)], learningRate, time));
            FirstRevival ??= Earlier(Revival([.. smooth.Select(s => s.Alpha)], learningRate, time), Revival([.. smooth.Select(s => s.Beta)], learningRate, time));
            TrainingPlan parts = neuron.Plan(steps[^1]) with { LearningRate = learningRate / Parts, Steps = Parts };
            steps.Add(neuron.Read(request.Train(parts).Network));
        }
    }

    /// <summary>The neuron at each step, from step 0 on.</summary>
    public IReadOnlyList<CompetingNeuron.State<double>> Steps => steps;

    /// <summary>The first time at which an active side dies; null if none does.</summary>
    public double? FirstDeath { get; }

    /// <summary>The first time at which an inactive side comes alive; null if none does.</summary>
    public double? FirstRevival { get; }

    private static bool Switches(CompetingNeuron.State<double> before, CompetingNeuron.State<double> after) =>
        before.Alpha > 0 != after.Alpha > 0 || before.Beta > 0 != after.Beta > 0;

    // Times are interpolated over the steps since the last switch and the one that overshoots, along which nothing has a kink: so they converge with order 1.
    private static double? Death(double[] preactivations, double learningRate, double time) =>
        preactivations[^2] > 0 && preactivations[^1] <= 0 ? TrajectoryCrossing.FirstFall(preactivations, 0, learningRate, time) : null;

    private static double? Revival(double[] preactivations, double learningRate, double time) =>
        preactivations[^2] <= 0 && preactivations[^1] > 0 ? TrajectoryCrossing.FirstRise(preactivations, 0, learningRate, time) : null;

    private static double? Earlier(double? first, double? second) => second is null || first < second ? first : second;
}
