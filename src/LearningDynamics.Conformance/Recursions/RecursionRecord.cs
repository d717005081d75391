using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>A plan with its weights after some steps, as recursions.json has it.</summary>
internal sealed record RecursionRecord
{
    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required ImmutableArray<LayerRecord> Layers { get; init; }

    public required double[][] Inputs { get; init; }

    public required double[][] Targets { get; init; }

    public required double[] Weights { get; init; }

    public required RuleRecord Loss { get; init; }

    public required RuleRecord Optimizer { get; init; }

    public required double LearningRate { get; init; }

    public required BatchRecord Batches { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>How many roundings of relative size u a gradient's component goes through at most.</summary>
    public required int Roundings { get; init; }

    public required ImmutableArray<ResultRecord> Results { get; init; }

    /// <summary>Every recursion of the file.</summary>
    public static ImmutableArray<RecursionRecord> ReadAll()
    {
        using Stream resource = typeof(RecursionRecord).Assembly.GetManifestResourceStream("recursions.json")!;
        return [.. JsonSerializer.Deserialize(resource, RecursionJson.Default.RecursionRecordArray)!];
    }

    /// <summary>The plan, up to the last recorded step and observed at each recorded one.</summary>
    public TrainingPlan Plan() => new()
    {
        Network = Network.FromWeights([.. Layers.Select(layer => layer.ToLayer())]),
        Data = Dataset.FromExamples(Inputs, Targets).WithFrequencies(Weights),
        Loss = Loss.Name switch
        {
            "logistic" => Training.Loss.Logistic,
            "softmax" => Training.Loss.Softmax,
            "hinge" => Training.Loss.Hinge(Loss.Margin),
            "squared-probability" => Training.Loss.SquaredProbability,
            _ => Training.Loss.Squared,
        },
        Optimizer = Optimizer.Name switch
        {
            "momentum" => Training.Optimizer.Momentum(Optimizer.Beta),
            "adam" => Training.Optimizer.Adam(Optimizer.Beta1, Optimizer.Beta2, Optimizer.Epsilon),
            _ => Training.Optimizer.GradientDescent,
        },
        Batches = Batches.Kind switch
        {
            "mini" => BatchScheme.MiniBatch(Batches.Size, Batches.Shuffled),
            "single" => BatchScheme.SingleExample(Batches.Shuffled),
            _ => BatchScheme.FullBatch,
        },
        LearningRate = LearningRate,
        Seed = Seed,
        Steps = Results[^1].Step,
        ObservationSteps = ObservationSteps.At([.. Results.Select(result => result.Step)]),
    };
}

internal sealed record LayerRecord(int Inputs, int Outputs, string Activation, double[] Weights, double[] Bias, int[] Mask)
{
    public DenseLayer ToLayer() => new(Inputs, Outputs, Weights, Enum.Parse<Activation>(Activation, ignoreCase: true), Bias, [.. Mask.Select(flag => flag == 1)]);
}

internal sealed record RuleRecord(string Name, double Margin = 0, double Beta = 0, double Beta1 = 0, double Beta2 = 0, double Epsilon = 0);

internal sealed record BatchRecord(string Kind, int Size, bool Shuffled);

/// <summary>The exact weights after a step, as texts of 34 digits, and what their roundings are multiplied by.</summary>
internal sealed record ResultRecord(long Step, string[] Parameters, double[] Conditions)
{
    public double[] Values() => [.. Parameters.Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RecursionRecord[]))]
internal sealed partial class RecursionJson : JsonSerializerContext;
