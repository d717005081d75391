using LearningDynamics.Training;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace LearningDynamics.MLNet;

/// <summary>
/// A plan on its way. Stretches of a pass are fitted one after another, each from the model before it, by one thread, without shuffling and without
/// an L2 term, which keeps the rate constant: a stretch is as many steps of descent as it has examples.
/// </summary>
internal sealed class DescentRun
{
    private readonly MLContext context = new();
    private readonly LabelledExample[] examples;
    private readonly ExampleOrder order;
    private readonly bool hasBias;
    private readonly SgdNonCalibratedTrainer descent;
    private readonly int[] pass;
    private int position;
    private LinearBinaryModelParameters model;

    /// <summary>Starts at the plan's weights, rounded to single precision.</summary>
    /// <param name="plan">A valid plan that is supported.</param>
    public DescentRun(TrainingPlan plan)
    {
        examples = LabelledExample.Of(plan.Data);
        order = new(plan);
        pass = new int[examples.Length];
        position = pass.Length;
        DenseLayer layer = plan.Network.Layers[0];
        hasBias = layer.HasBias;
        descent = Descent(plan.Loss is Training.HingeLoss hinge ? new Microsoft.ML.Trainers.HingeLoss((float)hinge.Margin) : new LogLoss(), plan.LearningRate);
        model = ModelAt([.. layer.Weights.ToArray().Select(weight => (float)weight)], hasBias ? (float)layer.Bias[0] : 0);
        Network = NetworkOf(LinearModel.Of(model));
    }

    /// <summary>The number of finished steps.</summary>
    public long Step { get; private set; }

    /// <summary>The network with its current weights.</summary>
    public Network Network { get; private set; }

    /// <summary>Takes at least one step, and at most those up to the end of the pass.</summary>
    /// <param name="last">The step to stop at.</param>
    /// <returns>Whether the weights are finite.</returns>
    public bool TryAdvance(long last)
    {
        if (position == pass.Length)
        {
            order.NextPass().CopyTo(pass);
            position = 0;
        }

        // A bias that the layer does not have is dropped after each step, before the next one sees it.
        int steps = hasBias ? (int)Math.Min(last - Step, pass.Length - position) : 1;
        LabelledExample[] stretch = [.. pass.AsSpan(position, steps).ToArray().Select(example => examples[example]).Where(example => example.Weight > 0)];
        position += steps;
        Step += steps;
        if (stretch.Length == 0)
            return true;
        try
        {
            model = Fit(descent, stretch, model);
        }
        catch (ArgumentOutOfRangeException failure) when (failure.ParamName is "weights" or "bias")
        {
            return false;
        }

        LinearModel current = LinearModel.Of(model);
        if (!hasBias)
            model = WithoutBias(current);
        Network = NetworkOf(current);
        return true;
    }

    private SgdNonCalibratedTrainer Descent(IClassificationLoss loss, double learningRate) => context.BinaryClassification.Trainers.SgdNonCalibrated(new SgdNonCalibratedTrainer.Options
    {
        LabelColumnName = nameof(LabelledExample.Label),
        FeatureColumnName = nameof(LabelledExample.Features),
        ExampleWeightColumnName = nameof(LabelledExample.Weight),
        LossFunction = loss,
        LearningRate = learningRate,
        L2Regularization = 0,
        NumberOfIterations = 1,
        NumberOfThreads = 1,
        Shuffle = false,
    });

    private LinearBinaryModelParameters Fit(SgdNonCalibratedTrainer trainer, LabelledExample[] stretch, LinearModelParameters? start)
    {
        IDataView view = LabelledExample.View(context, stretch);
        return (start is null ? trainer.Fit(view) : trainer.Fit(view, start)).Model;
    }

    private LinearBinaryModelParameters WithoutBias(LinearModel current) => ModelAt([.. current.Weights.Select(weight => (float)weight)], bias: 0);

    /// <summary>
    /// ML.NET has no way to make a model from weights. Three steps of descent at the rate 1 on the loss -y margin reach it without a rounding: on the weights as
    /// features, which also puts the bias to 1; then on no features, which takes the 1 away again; then the same for the bias. ML.NET leaves out examples whose
    /// weight is not above 0, so the sign is in the class.
    /// </summary>
    private LinearBinaryModelParameters ModelAt(float[] weights, float bias)
    {
        var none = new float[weights.Length];
        LabelledExample[] steps = [Start(weights, 1), Start(none, -1), Start(none, bias)];
        return Fit(Descent(new MarginLoss(), learningRate: 1), steps, start: null);
    }

    private static LabelledExample Start(float[] features, float weight) => new() { Features = features, Label = weight > 0, Weight = Math.Abs(weight) };

    private Network NetworkOf(LinearModel current) =>
        Network.FromWeights(new DenseLayer(current.Weights.Length, 1, current.Weights.AsSpan(), bias: hasBias ? [current.Bias] : []));

    /// <summary>-y margin, whose derivative is -y.</summary>
    private sealed class MarginLoss : IClassificationLoss
    {
        public double Loss(float output, float label) => label > 0 ? -output : output;

        public float Derivative(float output, float label) => label > 0 ? -1 : 1;
    }
}
