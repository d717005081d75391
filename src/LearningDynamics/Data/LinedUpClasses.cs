using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>One class whose examples are all one and the same vector.</summary>
/// <param name="InputNorm">The norm of that vector, above 0.</param>
/// <param name="Frequency">The class's share of the data, in (0, 1].</param>
public sealed record ExampleClass(double InputNorm, double Frequency);

/// <summary>
/// Classes of lined-up examples: within a class every example is the same vector; across classes the inner product of
/// two inputs is one number, 0 unless said otherwise. This is the data of Theorem 3.4 of arXiv:1809.06848.
/// </summary>
/// <remarks>Input k lies in the span of the first k + 1 coordinate axes; orthogonal classes lie on the axes.</remarks>
public sealed class LinedUpClasses
{
    private readonly ExampleClass[] classes;
    private readonly double[][] inputs;

    /// <summary>Lays the classes out.</summary>
    /// <param name="classes">At least one class; their frequencies add up to at most 1.</param>
    /// <param name="innerProduct">The inner product of two inputs of different classes: at most 0, and above the value at which the inputs become linearly dependent (-n1 n2 for two classes).</param>
    /// <param name="dimension">The number of components of an input: at least 2 and at least the number of classes; 0 chooses the least.</param>
    /// <exception cref="ArgumentException">There is no class, or the inner product makes the inputs linearly dependent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A norm, a frequency, the inner product or the dimension is outside its domain.</exception>
    public LinedUpClasses(IReadOnlyList<ExampleClass> classes, double innerProduct = 0, int dimension = 0)
    {
        ArgumentNullException.ThrowIfNull(classes);
        if (classes.Count == 0)
            throw new ArgumentException("There must be at least one class.", nameof(classes));
        foreach (ExampleClass item in classes)
        {
            if (!(item.InputNorm > 0 && double.IsFinite(item.InputNorm)))
                throw new ArgumentOutOfRangeException(nameof(classes), item.InputNorm, "An input norm must be finite and above 0.");
            if (!(item.Frequency is > 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(classes), item.Frequency, "A class frequency must lie in (0, 1].");
        }

        if (!(innerProduct <= 0 && double.IsFinite(innerProduct)))
            throw new ArgumentOutOfRangeException(nameof(innerProduct), innerProduct, "The inner product across classes must be finite and at most 0.");
        int least = Math.Max(2, classes.Count);
        if (dimension != 0 && dimension < least)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, string.Create(CultureInfo.InvariantCulture, $"The dimension must be at least {least}."));
        this.classes = [.. classes];
        inputs = Arrange(this.classes, innerProduct, dimension == 0 ? least : dimension);
    }

    /// <summary>The classes, in the order given.</summary>
    public IReadOnlyList<ExampleClass> Classes => classes;

    /// <summary>The number of components of an input.</summary>
    public int Dimension => inputs[0].Length;

    /// <summary>The one input of a class.</summary>
    /// <param name="index">The class, from 0.</param>
    public ReadOnlySpan<double> Input(int index) => inputs[index];

    /// <summary>The data with targets for the logistic loss: 1 for the first class, 0 for the second.</summary>
    /// <exception cref="InvalidOperationException">There are more than two classes.</exception>
    public Dataset WithLogisticTargets() => Binary(0);

    /// <summary>The data with targets for the hinge loss: 1 for the first class, -1 for the second.</summary>
    /// <exception cref="InvalidOperationException">There are more than two classes.</exception>
    public Dataset WithHingeTargets() => Binary(-1);

    /// <summary>The data with one-hot targets for the softmax loss.</summary>
    /// <exception cref="InvalidOperationException">There is only one class.</exception>
    public Dataset WithSoftmaxTargets() =>
        classes.Length >= 2
            ? Weighted(Dataset.FromLabels(inputs, [.. Enumerable.Range(0, classes.Length)], classes.Length))
            : throw new InvalidOperationException("The softmax loss needs at least two classes.");

    /// <summary>
    /// The weights w of a neuron with given preactivations: w.x_k = preactivations[k]. Of all such weights it is the
    /// shortest, the one in the span of the inputs.
    /// </summary>
    /// <param name="preactivations">One finite number for each class.</param>
    /// <returns>Dimension numbers.</returns>
    /// <exception cref="ArgumentException">There is not one finite preactivation for each class.</exception>
    public double[] WeightsFor(params ReadOnlySpan<double> preactivations)
    {
        if (preactivations.Length != classes.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {preactivations.Length} preactivations for {classes.Length} classes."), nameof(preactivations));
        double[] weights = new double[Dimension];
        for (int k = 0; k < classes.Length; k++)
        {
            if (!double.IsFinite(preactivations[k]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The preactivation of class {k} is {preactivations[k]}; it must be finite."), nameof(preactivations));
            double rest = preactivations[k];
            for (int i = 0; i < k; i++)
                rest -= inputs[k][i] * weights[i];
            weights[k] = rest / inputs[k][k];
        }

        return weights;
    }

    private Dataset Binary(double secondTarget) =>
        classes.Length <= 2
            ? Weighted(Dataset.FromExamples(inputs, [.. new[] { 1, secondTarget }.Take(classes.Length)]))
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{classes.Length} classes have no binary targets; use softmax targets."));

    private Dataset Weighted(Dataset data) => data.WithFrequencies([.. classes.Select(item => item.Frequency)]);

    // The inputs are the rows of the Cholesky factor of their matrix of inner products.
    private static double[][] Arrange(ExampleClass[] classes, double innerProduct, int dimension)
    {
        double[][] rows = [.. classes.Select(_ => new double[dimension])];
        for (int k = 0; k < rows.Length; k++)
        {
            double norm = classes[k].InputNorm;
            double rest = norm * norm;
            for (int i = 0; i < k; i++)
            {
                double product = innerProduct;
                for (int j = 0; j < i; j++)
                    product -= rows[k][j] * rows[i][j];
                // Adding 0 turns the -0 of an orthogonal pair into 0.
                rows[k][i] = (product / rows[i][i]) + 0.0;
                rest -= rows[k][i] * rows[k][i];
            }

            if (!(rest > 0))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"With the inner product {innerProduct} across classes the first {k + 1} inputs are not linearly independent; it must be nearer to 0."), nameof(innerProduct));
            rows[k][k] = k == 0 || innerProduct == 0 ? norm : Math.Sqrt(rest);
        }

        return rows;
    }
}
