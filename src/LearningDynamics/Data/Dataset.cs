using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>
/// Examples to learn from: an input vector, a target vector and a weight each. A loss over the data is
/// sum_j Weights[j] loss_j, so that with the default weights 1 / Count it is the mean.
/// </summary>
/// <remarks>
/// An example type that makes up the share p of the data is one example of weight p. The weights may add up to less
/// than 1: the rest of the data then contributes nothing. A data set never changes.
/// </remarks>
public sealed class Dataset
{
    private readonly double[] inputs;
    private readonly double[] targets;
    private readonly double[] weights;

    private Dataset(int count, double[] inputs, double[] targets, double[] weights)
    {
        Count = count;
        InputSize = inputs.Length / count;
        TargetSize = targets.Length / count;
        this.inputs = inputs;
        this.targets = targets;
        this.weights = weights;
    }

    /// <summary>The number of examples (or of example types), at least 1.</summary>
    public int Count { get; }

    /// <summary>The number of components of an input.</summary>
    public int InputSize { get; }

    /// <summary>The number of components of a target: the number of outputs of the networks that can learn it.</summary>
    public int TargetSize { get; }

    /// <summary>The inputs, row by row: Count x InputSize.</summary>
    public ReadOnlySpan<double> Inputs => inputs;

    /// <summary>The targets, row by row: Count x TargetSize.</summary>
    public ReadOnlySpan<double> Targets => targets;

    /// <summary>What each example's loss is multiplied by in the loss over the data: Count numbers of at least 0.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Examples with one target number each.</summary>
    /// <param name="inputs">One input a row, all of one length.</param>
    /// <param name="targets">One number for each input: 0 or 1 for the logistic loss, -1 or 1 for the hinge, any number for the squared loss.</param>
    /// <exception cref="ArgumentException">There is no example, the lengths differ, or a number is not finite.</exception>
    public static Dataset FromExamples(IReadOnlyList<double[]> inputs, IReadOnlyList<double> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        return FromExamples(inputs, [.. targets.Select(target => new[] { target })]);
    }

    /// <summary>Examples with a target vector each.</summary>
    /// <param name="inputs">One input a row, all of one length.</param>
    /// <param name="targets">One target a row, all of one length, one for each input.</param>
    /// <exception cref="ArgumentException">There is no example, the lengths differ, or a number is not finite.</exception>
    public static Dataset FromExamples(IReadOnlyList<double[]> inputs, IReadOnlyList<double[]> targets)
    {
        double[] flatInputs = Flatten(inputs, nameof(inputs));
        double[] flatTargets = Flatten(targets, nameof(targets));
        if (inputs.Count != targets.Count)
            throw new ArgumentException(Text($"There are {inputs.Count} inputs and {targets.Count} targets; each input needs one target."), nameof(targets));
        double[] equalWeights = new double[inputs.Count];
        Array.Fill(equalWeights, 1.0 / inputs.Count);
        return new Dataset(inputs.Count, flatInputs, flatTargets, equalWeights);
    }

    /// <summary>Examples with a class each, its target a one-hot vector, as the softmax loss takes it.</summary>
    /// <param name="inputs">One input a row, all of one length.</param>
    /// <param name="labels">The class of each input, from 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">There is no example, the lengths differ, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 classes, or a label names none of them.</exception>
    public static Dataset FromLabels(IReadOnlyList<double[]> inputs, IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (classes < 2)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, "There must be at least 2 classes.");
        double[][] oneHot = new double[labels.Count][];
        for (int j = 0; j < oneHot.Length; j++)
        {
            if (labels[j] < 0 || labels[j] >= classes)
                throw new ArgumentOutOfRangeException(nameof(labels), labels[j], Text($"The label of example {j} must lie between 0 and {classes - 1}."));
            oneHot[j] = new double[classes];
            oneHot[j][labels[j]] = 1;
        }

        return FromExamples(inputs, oneHot);
    }

    /// <summary>The same examples with other weights: each example stands for a share of the data.</summary>
    /// <param name="frequencies">One share in [0, 1] for each example; together above 0 and, up to rounding, at most 1.</param>
    /// <exception cref="ArgumentException">There is not one frequency for each example, or their sum is 0 or above 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frequency is outside [0, 1].</exception>
    public Dataset WithFrequencies(params ReadOnlySpan<double> frequencies)
    {
        if (frequencies.Length != Count)
            throw new ArgumentException(Text($"There are {frequencies.Length} frequencies for {Count} examples; each example needs one."), nameof(frequencies));
        double sum = 0;
        for (int j = 0; j < frequencies.Length; j++)
        {
            if (!(frequencies[j] is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(frequencies), frequencies[j], Text($"The frequency of example {j} must lie in [0, 1]."));
            sum += frequencies[j];
        }

        // Adding Count numbers that are together at most 1 rounds by at most Count half units in the last place of 1.
        if (!(sum > 0 && sum <= 1 + (Count * 2.220446049250313e-16)))
            throw new ArgumentException(Text($"The frequencies add up to {sum}; their sum must lie in (0, 1]."), nameof(frequencies));
        return new Dataset(Count, inputs, targets, frequencies.ToArray());
    }

    /// <summary>One example's input.</summary>
    /// <param name="example">The example, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public ReadOnlySpan<double> Input(int example) => inputs.AsSpan(Checked(example) * InputSize, InputSize);

    /// <summary>One example's target.</summary>
    /// <param name="example">The example, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public ReadOnlySpan<double> Target(int example) => targets.AsSpan(Checked(example) * TargetSize, TargetSize);

    private int Checked(int example) =>
        (uint)example < (uint)Count
            ? example
            : throw new ArgumentOutOfRangeException(nameof(example), example, Text($"An example's number lies between 0 and {Count - 1}."));

    private static double[] Flatten(IReadOnlyList<double[]> rows, string name)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        if (rows.Count == 0)
            throw new ArgumentException("A data set needs at least one example.", name);
        int size = rows[0].Length;
        if (size == 0)
            throw new ArgumentException("Example 0 is empty; it needs at least one component.", name);
        double[] flat = new double[checked(rows.Count * size)];
        for (int j = 0; j < rows.Count; j++)
        {
            if (rows[j].Length != size)
                throw new ArgumentException(Text($"Example {j} has {rows[j].Length} components and example 0 has {size}; all must have as many."), name);
            for (int i = 0; i < size; i++)
            {
                if (!double.IsFinite(rows[j][i]))
                    throw new ArgumentException(Text($"Component {i} of example {j} is {rows[j][i]}; it must be finite."), name);
            }

            rows[j].CopyTo(flat, j * size);
        }

        return flat;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
