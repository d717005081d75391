using LearningDynamics.Data;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace LearningDynamics.MLNet;

/// <summary>
/// ML.NET's averaged perceptron with the hinge loss, and the recursion that it is. It goes through the examples in their order, pass after pass, from zero weights. On the
/// example number k = 1, 2, ... with input x and class y = -1 or 1, with the rate r = eta, or eta/sqrt(k) with <see cref="DecreasesRate"/>:
/// <code>
/// w := w + r y x [y (w.x + b) &lt; margin],   b := b + r y [y (w.x + b) &lt; margin]
/// </code>
/// where both brackets look at w and b before the step. The result is the mean of w and b over all examples, each after its step.
/// </summary>
/// <remarks>
/// That is ML.NET with LazyUpdate off; with it on, which is ML.NET's standard, the mean leaves out some steps within a tolerance. ML.NET ignores weights of examples here.
/// The recursion is read from ML.NET 5 and checked against it.
/// </remarks>
public sealed record AveragedPerceptron
{
    /// <summary>The rate eta: above 0.</summary>
    public float LearningRate { get; init; } = 1;

    /// <summary>Whether the rate falls as 1/sqrt(k).</summary>
    public bool DecreasesRate { get; init; }

    /// <summary>The margin of the hinge loss: above 0.</summary>
    public float Margin { get; init; } = 1;

    /// <summary>How often it goes through the data: at least 1.</summary>
    public int Passes { get; init; } = 10;

    /// <summary>Lets ML.NET train.</summary>
    /// <param name="data">Equally frequent examples with one target: above 0 for y = 1.</param>
    /// <exception cref="ArgumentException">The data have more than one target or several frequencies, or a setting is outside its domain.</exception>
    public LinearModel Train(Dataset data)
    {
        LinearData.Require(data);
        var context = new MLContext();
        AveragedPerceptronTrainer trainer = context.BinaryClassification.Trainers.AveragedPerceptron(new AveragedPerceptronTrainer.Options
        {
            LabelColumnName = nameof(LabelledExample.Label),
            FeatureColumnName = nameof(LabelledExample.Features),
            LossFunction = new HingeLoss(Margin),
            LearningRate = LearningRate,
            DecreaseLearningRate = DecreasesRate,
            L2Regularization = 0,
            NumberOfIterations = Passes,
            Averaged = true,
            LazyUpdate = false,
            Shuffle = false,
        });
        return LinearModel.Of(trainer.Fit(LabelledExample.View(context, LabelledExample.Of(data))).Model);
    }

    /// <summary>The recursion in double precision.</summary>
    /// <param name="data">Equally frequent examples with one target: above 0 for y = 1.</param>
    /// <param name="step">Called before each step with the margin y (w.x + b) that decides it and with the model before averaging; null for nobody.</param>
    /// <exception cref="ArgumentException">The data have more than one target or several frequencies.</exception>
    public LinearModel Recursion(Dataset data, Action<double, LinearModel>? step = null)
    {
        LinearData.Require(data);
        LinearModel model = LinearModel.Zero(data.InputSize), sum = model;
        int count = Passes * data.Count;
        for (int k = 1; k <= count; k++)
        {
            int example = (k - 1) % data.Count;
            double y = LinearData.Sign(data, example);
            double margin = y * model.Margin(data.Input(example));
            step?.Invoke(margin, model);
            if (margin < Margin)
                model = model.Plus(data.Input(example), y * LearningRate / (DecreasesRate ? Math.Sqrt(k) : 1));
            sum = sum.Plus(model.Weights.AsSpan(), 1, model.Bias);
        }

        return LinearModel.Zero(data.InputSize).Plus(sum.Weights.AsSpan(), 1.0 / count, sum.Bias);
    }
}
