using System.Globalization;
using LearningDynamics.Data;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>
/// What a network pays for its outputs f on an example with target y. The loss over the data is the mean, weighted
/// by the examples' weights: L = sum_j Weights[j] loss(f(x_j), y_j).
/// </summary>
public abstract record Loss
{
    private protected Loss()
    {
    }

    /// <summary>
    /// Binary cross-entropy of each output as a logit: y softplus(-f) + (1 - y) softplus(f), with y in [0, 1].
    /// Its gradient is sigma(f) - y.
    /// </summary>
    public static Loss Logistic { get; } = new LogisticLoss();

    /// <summary>
    /// Cross-entropy of the outputs as logits of classes: -sum_k y_k ln q_k with q_k = e^f_k / sum_l e^f_l, the y_k at
    /// least 0 and together 1. Its gradient is q - y. Needs at least two outputs.
    /// </summary>
    public static Loss Softmax { get; } = new SoftmaxLoss();

    /// <summary>Half the squared distance, sum_k (f_k - y_k)^2 / 2. Its gradient is f - y.</summary>
    public static Loss Squared { get; } = new SquaredLoss();

    /// <summary>
    /// Half the squared distance of each probability q = sigma(f) from its target: (q - y)^2 / 2, with y in [0, 1]. Its gradient is (q - y) q (1 - q).
    /// </summary>
    public static Loss SquaredProbability { get; } = new SquaredProbabilityLoss();

    /// <summary>max(0, margin - y f) for each output, with y = -1 or 1. Its gradient is -y while y f is below the margin, then 0.</summary>
    /// <param name="margin">The margin, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not finite and above 0.</exception>
    public static Loss Hinge(double margin = 1) => new HingeLoss(margin);

    /// <summary>The loss of one example.</summary>
    /// <param name="outputs">The network's outputs f.</param>
    /// <param name="target">The target y: as many numbers.</param>
    public abstract double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target);

    /// <summary>The loss over the data: sum_j Weights[j] loss(f(x_j), y_j).</summary>
    /// <param name="network">The network that gives the outputs.</param>
    /// <param name="data">The examples; they must fit the network.</param>
    public double Mean(Network network, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        double[] outputs = new double[network.OutputSize];
        double sum = 0;
        for (int j = 0; j < data.Count; j++)
        {
            network.Evaluate(data.Input(j), outputs);
            sum += data.Weights[j] * Value(outputs, data.Target(j));
        }

        return sum;
    }

    /// <summary>What is wrong with a target, or null.</summary>
    internal abstract string? Fault(ReadOnlySpan<double> target);

    private protected static string? FaultOfEach(ReadOnlySpan<double> target, Func<double, bool> allowed, string domain)
    {
        foreach (double y in target)
        {
            if (!allowed(y))
                return string.Create(CultureInfo.InvariantCulture, $"is {y}; {domain}");
        }

        return null;
    }
}

/// <summary>Binary cross-entropy; see <see cref="Loss.Logistic"/>.</summary>
public sealed record LogisticLoss : Loss
{
    internal LogisticLoss()
    {
    }

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target)
    {
        double sum = 0;
        for (int k = 0; k < outputs.Length; k++)
            sum += (target[k] * Functions.Softplus(-outputs[k])) + ((1 - target[k]) * Functions.Softplus(outputs[k]));
        return sum;
    }

    internal override string? Fault(ReadOnlySpan<double> target) =>
        FaultOfEach(target, y => y is >= 0 and <= 1, "targets of the logistic loss lie in [0, 1].");
}

/// <summary>Cross-entropy over classes; see <see cref="Loss.Softmax"/>.</summary>
public sealed record SoftmaxLoss : Loss
{
    internal SoftmaxLoss()
    {
    }

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target)
    {
        int largest = 0;
        for (int k = 1; k < outputs.Length; k++)
            largest = outputs[k] > outputs[largest] ? k : largest;
        double others = 0;
        for (int k = 0; k < outputs.Length; k++)
            others += k == largest ? 0 : Math.Exp(outputs[k] - outputs[largest]);
        double logSum = Functions.LogOnePlus(others);
        double sum = 0;
        for (int k = 0; k < outputs.Length; k++)
            sum += target[k] * (logSum - (outputs[k] - outputs[largest]));
        return sum;
    }

    internal override string? Fault(ReadOnlySpan<double> target)
    {
        if (target.Length < 2)
            return "has one component; the softmax loss needs at least two classes.";
        double sum = 0;
        foreach (double y in target)
            sum += y;
        // Adding K shares of 1 rounds by at most K half units in the last place of 1.
        if (Math.Abs(sum - 1) > target.Length * 2.220446049250313e-16)
            return string.Create(CultureInfo.InvariantCulture, $"adds up to {sum}; a target of the softmax loss adds up to 1.");
        return FaultOfEach(target, y => y >= 0, "targets of the softmax loss are at least 0.");
    }
}

/// <summary>The hinge; see <see cref="Loss.Hinge"/>.</summary>
public sealed record HingeLoss : Loss
{
    internal HingeLoss(double margin)
    {
        if (!(margin > 0 && double.IsFinite(margin)))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "The margin must be finite and above 0.");
        Margin = margin;
    }

    /// <summary>The margin, above 0.</summary>
    public double Margin { get; }

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target)
    {
        double sum = 0;
        for (int k = 0; k < outputs.Length; k++)
            sum += Math.Max(0, Margin - (target[k] * outputs[k]));
        return sum;
    }

    internal override string? Fault(ReadOnlySpan<double> target) =>
        FaultOfEach(target, y => y is 1 or -1, "targets of the hinge loss are -1 or 1.");
}

/// <summary>Half the squared distance; see <see cref="Loss.Squared"/>.</summary>
public sealed record SquaredLoss : Loss
{
    internal SquaredLoss()
    {
    }

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target)
    {
        double sum = 0;
        for (int k = 0; k < outputs.Length; k++)
            sum += (outputs[k] - target[k]) * (outputs[k] - target[k]);
        return sum / 2;
    }

    internal override string? Fault(ReadOnlySpan<double> target) => null;
}

/// <summary>Half the squared distance of a probability; see <see cref="Loss.SquaredProbability"/>.</summary>
public sealed record SquaredProbabilityLoss : Loss
{
    internal SquaredProbabilityLoss()
    {
    }

    /// <inheritdoc/>
    public override double Value(ReadOnlySpan<double> outputs, ReadOnlySpan<double> target)
    {
        double sum = 0;
        for (int k = 0; k < outputs.Length; k++)
        {
            // q - y without cancellation where q is near y = 1.
            double difference = (Functions.Logistic(outputs[k]) * (1 - target[k])) - (Functions.Logistic(-outputs[k]) * target[k]);
            sum += difference * difference;
        }

        return sum / 2;
    }

    internal override string? Fault(ReadOnlySpan<double> target) =>
        FaultOfEach(target, y => y is >= 0 and <= 1, "targets of the squared loss of a probability lie in [0, 1].");
}
