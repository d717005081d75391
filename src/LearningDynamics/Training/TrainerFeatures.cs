using System.Collections.Immutable;
using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>One thing that a plan can ask for, and whether a trainer can do it in some plan.</summary>
/// <param name="Kind">What it is a kind of: layers, loss, optimiser, batches, precision or observation.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsSupported">Whether the trainer supports at least one plan that has it.</param>
public sealed record TrainerFeature(string Kind, string Name, bool IsSupported);

/// <summary>What a trainer can do, found by asking it about every combination of features: so it cannot differ from what it does.</summary>
public static class TrainerFeatures
{
    private static readonly ImmutableArray<Choice> Choices =
    [
        new("layers", "one linear layer", plan => Reshaped(plan, hidden: null, biased: false)),
        new("layers", "identity", plan => Reshaped(plan, Activation.Identity, biased: false)),
        new("layers", "relu", plan => Reshaped(plan, Activation.Relu, biased: false)),
        new("layers", "elu", plan => Reshaped(plan, Activation.Elu, biased: false)),
        new("layers", "biases", plan => Reshaped(plan, Activation.Relu, biased: true)),
        new("layers", "masks", Masked),
        new("layers", "convolution", Convolved),
        new("loss", "logistic", plan => plan with { Loss = Loss.Logistic }),
        new("loss", "softmax", plan => plan with { Loss = Loss.Softmax }),
        new("loss", "hinge", plan => plan with { Loss = Loss.Hinge() }),
        new("loss", "squared", plan => plan with { Loss = Loss.Squared }),
        new("loss", "squared, of a probability", plan => plan with { Loss = Loss.SquaredProbability }),
        new("optimiser", "gradient descent", plan => plan with { Optimizer = Optimizer.GradientDescent }),
        new("optimiser", "momentum", plan => plan with { Optimizer = Optimizer.Momentum() }),
        new("optimiser", "Adam", plan => plan with { Optimizer = Optimizer.Adam() }),
        new("batches", "full", plan => plan with { Batches = BatchScheme.FullBatch }),
        new("batches", "mini-batches", plan => plan with { Batches = BatchScheme.MiniBatch(2, shuffled: false) }),
        new("batches", "shuffled mini-batches", plan => plan with { Batches = BatchScheme.MiniBatch(2) }),
        new("batches", "single examples", plan => plan with { Batches = BatchScheme.SingleExample(shuffled: false) }),
        new("batches", "shuffled single examples", plan => plan with { Batches = BatchScheme.SingleExample() }),
        new("precision", "double", plan => plan with { Precision = Precision.Double }),
        new("precision", "single", plan => plan with { Precision = Precision.Single }),
        new("observation", "at the end", plan => plan with { ObservationSteps = ObservationSteps.None }),
        new("observation", "each step", plan => plan with { ObservationSteps = ObservationSteps.EveryStep }),
    ];

    /// <summary>Asks a trainer about every feature.</summary>
    /// <param name="trainer">The trainer; it is not started.</param>
    /// <returns>The features by kind, in a fixed order.</returns>
    public static ImmutableArray<TrainerFeature> Of(ITrainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        var supported = new HashSet<Choice>();
        Choice[][] kinds = [.. Choices.GroupBy(choice => choice.Kind, StringComparer.Ordinal).Select(kind => kind.ToArray())];
        foreach (ImmutableArray<Choice> combination in Combinations(kinds))
        {
            // Softmax needs a second output, so the loss goes first.
            TrainingPlan plan = combination.Aggregate(Start(combination.Any(choice => choice.Name == "softmax") ? 2 : 1), (current, choice) => choice.Apply(current));
            if (trainer.Supports(plan).IsSupported)
                supported.UnionWith(combination);
        }

        return [.. Choices.Select(choice => new TrainerFeature(choice.Kind, choice.Name, supported.Contains(choice)))];
    }

    private static IEnumerable<ImmutableArray<Choice>> Combinations(IEnumerable<Choice[]> kinds) =>
        kinds.Aggregate<Choice[], IEnumerable<ImmutableArray<Choice>>>([[]], (known, kind) => known.SelectMany(start => kind.Select(choice => start.Add(choice))));

    private static TrainingPlan Start(int outputs) => new()
    {
        Network = Network.Create([2, outputs], Activation.Relu, Initialization.FanIn(), seed: 0),
        // A target of 1 for the first output and 0 for the second is allowed by each loss but the hinge, which takes 1 alone.
        Data = Dataset.FromExamples([[1, 0], [0, 1], [1, 1]], Enumerable.Repeat(outputs == 1 ? new double[] { 1 } : [1, 0], 3).ToArray()),
        Loss = Loss.Squared,
        LearningRate = 0.1,
        Steps = 2,
    };

    private static TrainingPlan Reshaped(TrainingPlan plan, Activation? hidden, bool biased)
    {
        int outputs = plan.Data.TargetSize;
        ReadOnlySpan<int> widths = hidden is null ? [2, outputs] : [2, 2, outputs];
        return plan with { Network = Network.Create(widths, hidden ?? Activation.Identity, Initialization.FanIn(), seed: 0, biased) };
    }

    private static TrainingPlan Masked(TrainingPlan plan) => plan with
    {
        Network = Network.FromWeights(new DenseLayer(2, 2, [1, 0, 0, 1], Activation.Relu, mask: [true, false, false, true]), new DenseLayer(2, plan.Data.TargetSize, new double[2 * plan.Data.TargetSize])),
    };

    private static TrainingPlan Convolved(TrainingPlan plan) => plan with
    {
        Network = Network.FromWeights(new DenseLayer(2, plan.Data.TargetSize, new double[2 * plan.Data.TargetSize])).Behind(new ConvolutionLayer(new(1, 1, 2), channels: 1, kernelSize: 1, [1.0])),
    };

    private sealed record Choice(string Kind, string Name, Func<TrainingPlan, TrainingPlan> Apply);
}
