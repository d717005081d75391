using System.Collections.Immutable;
using Microsoft.ML.Trainers;

namespace LearningDynamics.MLNet;

/// <summary>A line through the data: the margin of an input x is weights . x + bias.</summary>
/// <param name="Weights">One number for each input.</param>
/// <param name="Bias">The bias, 0 where there is none.</param>
public sealed record LinearModel(ImmutableArray<double> Weights, double Bias)
{
    /// <summary>The model without any weight.</summary>
    /// <param name="inputSize">The number of inputs.</param>
    public static LinearModel Zero(int inputSize) => new([.. new double[inputSize]], 0);

    /// <summary>weights . x + bias.</summary>
    /// <param name="input">As many numbers as there are weights.</param>
    public double Margin(ReadOnlySpan<double> input)
    {
        double margin = Bias;
        for (int i = 0; i < input.Length; i++)
            margin += Weights[i] * input[i];
        return margin;
    }

    /// <summary>The model after a step along an input, which counts 1 for the bias.</summary>
    internal LinearModel Plus(ReadOnlySpan<double> input, double factor, double biasInput = 1)
    {
        double[] weights = [.. Weights];
        for (int i = 0; i < weights.Length; i++)
            weights[i] += factor * input[i];
        return new([.. weights], Bias + (factor * biasInput));
    }

    internal static LinearModel Of(LinearModelParameters parameters) => new([.. parameters.Weights.Select(weight => (double)weight)], parameters.Bias);
}
