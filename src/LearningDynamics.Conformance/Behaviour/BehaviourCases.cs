using System.Collections.Immutable;
using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;
using static System.FormattableString;

namespace LearningDynamics.Conformance;

/// <summary>What <see cref="ITrainer"/> says of every trainer, whatever it computes: determinism, observation, cancellation, refusals.</summary>
internal static class BehaviourCases
{
    // More steps than a trainer takes before it looks at a cancellation, and few enough that one which never looks comes to an end.
    private const long Many = 200_000;

    private static readonly Dataset Data = Dataset.FromExamples([[1, 0.5], [-0.5, 1], [0.25, -1], [-1, -0.75], [1.5, 1]], [1, 0, 1, 0, 1]);

    private static readonly TrainingPlan Layered = new()
    {
        Network = Network.FromWeights([[0.5, -0.25], [-0.375, 0.625]], [0.75, -0.5]),
        Data = Data,
        Loss = Loss.Logistic,
        LearningRate = 0.125,
        Steps = 60,
        Seed = 7,
        // Whole passes, after which every trainer can be looked at.
        ObservationSteps = [5, 10, 60],
    };

    private static readonly TrainingPlan Linear = Layered with { Network = Network.FromWeights(new DenseLayer(2, 1, [0.5, -0.25])) };

    // What trainers of linear models do.
    private static readonly TrainingPlan Stochastic = Linear with
    {
        Network = Network.FromWeights(new DenseLayer(2, 1, [0.5, -0.25], bias: [0.125])),
        Batches = BatchScheme.SingleExample(shuffled: false),
        Precision = Precision.Single,
    };

    private static readonly TrainingPlan Shuffled = Layered with { Batches = BatchScheme.MiniBatch(2) };

    private static readonly TrainingPlan Diverging = new()
    {
        Network = Network.FromWeights(new DenseLayer(1, 1, [1.0])),
        Data = Dataset.FromExamples([[1.0]], [0.0]),
        Loss = Loss.Squared,
        LearningRate = 1000,
        Steps = 500,
    };

    private static readonly ImmutableArray<TrainingPlan> Plans = [Layered, Linear, Stochastic];

    public static ImmutableArray<ConformanceCase> All { get; } =
    [
        new("behaviour/exact-start", "A plan of no steps ends with the initial weights, bit by bit.", Plans, ExactStart),
        new("behaviour/plan-unchanged", "Training changes nothing in the plan.", Plans, PlanUnchanged),
        new("behaviour/determinism", "Equal plans give equal bits.", Plans, Determinism),
        new("behaviour/determinism-shuffled", "Equal plans with shuffled batches give equal bits, and another seed another order.", [Shuffled], DeterminismShuffled),
        new("behaviour/observation", "The observer sees step 0 and the asked steps in order, with the weights that a run of so many steps ends with.", Plans, Observation),
        new("behaviour/progress", "Progress rises from 0 to 1.", Plans, Progress),
        new("behaviour/record", "The result names the trainer and has the steps and the loss of its network.", Plans, Record),
        new("behaviour/cancellation", "A run that is cancelled ends with an OperationCanceledException.", [.. Plans.Select(Long)], Cancellation),
        new("behaviour/refusal", "A plan that is not valid is refused with an ArgumentException.", Plans, Refusal),
        new("behaviour/divergence", "A run whose weights are no longer finite ends with a NumericalFailureException.", [Diverging], Divergence),
    ];

    private static TrainingPlan Long(TrainingPlan plan) => plan with { Steps = Many, ObservationSteps = ObservationSteps.Every(10) };

    private static Judgement ExactStart(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation) =>
        SameBits(plan.Network.Parameters(), Trained(trainer, plan, 0, cancellation), "the plan's weights", "those after no steps");

    private static Judgement PlanUnchanged(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        double[] before = plan.Network.Parameters();
        Trained(trainer, plan, cancellation);
        return SameBits(before, plan.Network.Parameters(), "the plan's weights before", "those after training");
    }

    private static Judgement Determinism(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation) =>
        SameBits(Trained(trainer, plan, cancellation), Trained(trainer, plan, cancellation), "the first run's weights", "the second run's");

    private static Judgement DeterminismShuffled(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        Judgement same = Determinism(trainer, plan, cancellation);
        bool differs = !Trained(trainer, plan, cancellation).AsSpan().SequenceEqual(Trained(trainer, plan with { Seed = plan.Seed + 1 }, cancellation));
        return same.Passed && !differs ? Judgement.Of(passed: false, "Another seed gives the same weights.") : same;
    }

    private static Judgement Observation(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        var seen = new List<(long Step, double[] Weights)>();
        TrainingResult result = trainer.Train(plan, (step, network) => seen.Add((step, network.Parameters())), progress: null, cancellation);
        if (!seen.Select(look => look.Step).SequenceEqual([0, .. plan.ObservationSteps]))
            return Judgement.Of(passed: false, $"The steps {string.Join(", ", plan.ObservationSteps.Prepend(0))} were asked for, and {string.Join(", ", seen.Select(look => look.Step))} observed.");
        (long step, double[] weights) = seen[2];
        Judgement early = SameBits(weights, Trained(trainer, plan, step, cancellation), Invariant($"the weights observed at step {step}"), "those of a run of so many steps");
        return early.Passed ? SameBits(seen[^1].Weights, result.Network.Parameters(), "the weights observed at the last step", "those of the result") : early;
    }

    private static Judgement Progress(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        var recorder = new Recorder();
        trainer.Train(plan, observer: null, recorder, cancellation);
        bool rises = recorder.Shares.Count > 0 && recorder.Shares[0] >= 0 && recorder.Shares[^1] == 1 && recorder.Shares.Order().SequenceEqual(recorder.Shares);
        return Judgement.Of(rises, recorder.Shares.Count == 0 ? "No progress was reported." : Invariant($"{recorder.Shares.Count} shares were reported, from {recorder.Shares[0]} to {recorder.Shares[^1]}."));
    }

    private static Judgement Record(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        TrainingResult result = trainer.Train(plan, cancellation: cancellation);
        if (result.Steps != plan.Steps || result.TrainerName != trainer.Name || string.IsNullOrWhiteSpace(result.TrainerVersion))
            return Judgement.Of(passed: false, Invariant($"The result has {result.Steps} of {plan.Steps} steps by '{result.TrainerName}' {result.TrainerVersion}."));
        double expected = plan.Loss.Mean(result.Network, plan.Data);
        // A sum of five losses of some ten roundings each, which a trainer may make in single precision.
        return Judgement.Within(Math.Abs(result.FinalLoss - expected), 50 * Math.ScaleB(expected, -24), Invariant($"The loss of the network is {expected:g6}, and {result.FinalLoss:g6} was reported."));
    }

    private static Judgement Cancellation(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            trainer.Train(plan, (step, _) => CancelAfter(step, source), progress: null, source.Token);
            return Judgement.Of(passed: false, "The run went on to its end.");
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return Judgement.Of(passed: true, "The run ended when it was cancelled.");
        }
    }

    private static void CancelAfter(long step, CancellationTokenSource source)
    {
        if (step >= 10)
            source.Cancel();
    }

    private static Judgement Refusal(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        try
        {
            trainer.Train(plan with { LearningRate = -1 }, cancellation: cancellation);
            return Judgement.Of(passed: false, "A learning rate of -1 was accepted.");
        }
        catch (ArgumentException refusal)
        {
            return Judgement.Of(passed: true, "A learning rate of -1 was refused: " + refusal.Message.ReplaceLineEndings(" "));
        }
    }

    private static Judgement Divergence(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation)
    {
        try
        {
            trainer.Train(plan, cancellation: cancellation);
            return Judgement.Of(passed: false, "A run that grows a thousandfold a step came to an end.");
        }
        catch (NumericalFailureException failure)
        {
            return Judgement.Of(passed: true, failure.Message);
        }
    }

    private static double[] Trained(ITrainer trainer, TrainingPlan plan, long steps, CancellationToken cancellation) =>
        Trained(trainer, plan with { Steps = steps, ObservationSteps = ObservationSteps.None }, cancellation);

    private static double[] Trained(ITrainer trainer, TrainingPlan plan, CancellationToken cancellation) => trainer.Train(plan, cancellation: cancellation).Network.Parameters();

    private static Judgement SameBits(double[] left, double[] right, string leftName, string rightName)
    {
        int difference = Enumerable.Range(0, left.Length).FirstOrDefault(i => BitConverter.DoubleToInt64Bits(left[i]) != BitConverter.DoubleToInt64Bits(right[i]), -1);
        return difference < 0
            ? Judgement.Of(passed: true, $"Equal to the bit: {leftName} and {rightName}.")
            : Judgement.Of(passed: false, Invariant($"Parameter {difference} differs: {left[difference]} in {leftName}, {right[difference]} in {rightName}."));
    }

    private sealed class Recorder : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
