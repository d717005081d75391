using LearningDynamics.Data;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace LearningDynamics.MLNet;

/// <summary>
/// ML.NET's LinearSvm (Pegasos), and the recursion that it is. It goes through the examples in their order, pass after pass, from zero weights. On an example x of the
/// class y = -1 or 1, with the rate r = 1/(1 + lambda t):
/// <code>
/// w := (1 - r lambda) w + r y x [y (w.x + b) &lt; 1],   b := b + r y [y (w.x + b) &lt; 1]
/// </code>
/// where both brackets look at w and b before the step, then, with <see cref="Projects"/>, w := w min(1, 1/(sqrt(lambda) |w|)). The counter t is 1 on the first example and goes
/// up by 1 with each one, and once more between two passes.
/// </summary>
/// <remarks>The rate is not the 1/(lambda t) of Pegasos (Shalev-Shwartz et al. 2007), and the bias does not decay. ML.NET 5 ignores weights of examples here, although it
/// has an option for their column. The recursion is read from ML.NET 5 and checked against it.</remarks>
public sealed record LinearSvm
{
    /// <summary>How strongly weights decay: above 0.</summary>
    public float Lambda { get; init; } = 0.001f;

    /// <summary>How often it goes through the data: at least 1.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>Whether there is a bias; else b stays 0.</summary>
    public bool HasBias { get; init; } = true;

    /// <summary>Whether w is put back into the ball of radius 1/sqrt(lambda) after each step.</summary>
    public bool Projects { get; init; }

    /// <summary>Lets ML.NET train.</summary>
    /// <param name="data">Equally frequent examples with one target: above 0 for y = 1.</param>
    /// <exception cref="ArgumentException">The data have more than one target or several frequencies, or a setting is outside its domain.</exception>
    public LinearModel Train(Dataset data)
    {
        LinearData.Require(data);
        var context = new MLContext();
        LinearSvmTrainer trainer = context.BinaryClassification.Trainers.LinearSvm(new LinearSvmTrainer.Options
        {
            LabelColumnName = nameof(LabelledExample.Label),
            FeatureColumnName = nameof(LabelledExample.Features),
            Lambda = Lambda,
            NumberOfIterations = Passes,
            NoBias = !HasBias,
            PerformProjection = Projects,
            BatchSize = 1,
            Shuffle = false,
        });
        return LinearModel.Of(trainer.Fit(LabelledExample.View(context, LabelledExample.Of(data))).Model);
    }

    /// <summary>The recursion in double precision.</summary>
    /// <param name="data">Equally frequent examples with one target: above 0 for y = 1.</param>
    /// <param name="step">Called before each step with the margin y (w.x + b) that decides it and with the model; null for nobody.</param>
    /// <exception cref="ArgumentException">The data have more than one target or several frequencies.</exception>
    public LinearModel Recursion(Dataset data, Action<double, LinearModel>? step = null)
    {
        LinearData.Require(data);
        LinearModel model = LinearModel.Zero(data.InputSize);
        long counter = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int example = 0; example < data.Count; example++)
            {
                double y = LinearData.Sign(data, example);
                double margin = y * model.Margin(data.Input(example));
                step?.Invoke(margin, model);
                model = Next(model, data.Input(example).ToArray(), margin < 1 ? y : 0, 1 / (1 + (Lambda * (double)++counter)));
            }

            counter++;
        }

        return model;
    }

    private LinearModel Next(LinearModel model, double[] input, double pull, double rate)
    {
        double[] weights = [.. model.Weights.Select((weight, index) => ((1 - (rate * Lambda)) * weight) + (rate * pull * input[index]))];
        double length = Projects ? Math.Sqrt(Lambda * weights.Sum(weight => weight * weight)) : 0;
        return new([.. weights.Select(weight => weight / Math.Max(1, length))], HasBias ? model.Bias + (rate * pull) : 0);
    }
}
