namespace LearningDynamics.Theory;

/// <summary>
/// The border between learning class 1 and learning class 2, for one hidden ReLU neuron that starts active on both. In the limit of small weights it is the plane
/// p1 alpha - p2 beta + ||p1 x1 - p2 x2|| z = 0. At finite weights the border bends away from it; <see cref="Prove"/> tells where the outcome is certain all the same.
/// </summary>
/// <remarks>The border in arXiv:1809.06848, Figure 3; the plane and the proof are derived in docs/theory/competing-classes.md.</remarks>
public sealed class CompetitionBorder
{
    /// <summary>The border for two classes.</summary>
    /// <param name="classes">The two classes.</param>
    public CompetitionBorder(ClassPair classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        Classes = classes;
        PullDifference = Steepness(classes, 1);
    }

    /// <summary>The two classes.</summary>
    public ClassPair Classes { get; }

    /// <summary>||p1 x1 - p2 x2||, the slope of the plane against the output weight.</summary>
    public double PullDifference { get; }

    /// <summary>p1 alpha - p2 beta + ||p1 x1 - p2 x2|| z: in the limit of small weights above 0 where class 1 wins, below 0 where class 2 does, and 0 on the border.</summary>
    /// <param name="state">The neuron at any time; active on both classes.</param>
    public double Margin(CompetitionState state) =>
        (Classes.Frequency1 * state.Alpha) - (Classes.Frequency2 * state.Beta) + (PullDifference * state.OutputWeight);

    /// <summary>The outcome in the limit of small weights, by the sign of <see cref="Margin"/>.</summary>
    /// <param name="state">The neuron at any time; active on both classes.</param>
    /// <returns>Class1, Class2 or, on the plane, Separatrix.</returns>
    public CompetitionOutcome Predict(CompetitionState state) => Margin(state) switch
    {
        > 0 => CompetitionOutcome.Class1,
        < 0 => CompetitionOutcome.Class2,
        _ => CompetitionOutcome.Separatrix,
    };

    /// <summary>The beta of the plane over an alpha and an output weight.</summary>
    /// <param name="alpha">The preactivation on class 1.</param>
    /// <param name="outputWeight">The output weight z.</param>
    public double Beta(double alpha, double outputWeight) =>
        ((Classes.Frequency1 * alpha) + (PullDifference * outputWeight)) / Classes.Frequency2;

    /// <summary>The outcome at finite weights, where it can be proven, and a time by which it has shown.</summary>
    /// <param name="state">The neuron at any time.</param>
    /// <returns>Class1 or Class2; null near the border, which is wider the larger the weights, and for a neuron that is not active on both classes.</returns>
    public ProvenOutcome? Prove(CompetitionState state)
    {
        if (!(state.Alpha > 0 && state.Beta > 0))
            return null;
        return ProveClass1(Classes, state) is { } time1 ? new(CompetitionOutcome.Class1, time1)
            : ProveClass1(Classes.Mirrored(), state.Mirrored()) is { } time2 ? new(CompetitionOutcome.Class2, time2)
            : null;
    }

    // sqrt(c(Q)): ||p1 x1 - p2 x2|| for Q = 1. All terms are of one sign, because rho is at most 0.
    private static double Steepness(ClassPair classes, double ratio)
    {
        double pull1 = classes.Frequency1 * classes.InputNorm1, pull2 = classes.Frequency2 * classes.InputNorm2;
        return Math.Sqrt((pull1 * pull1) + (ratio * pull2 * pull2) - (classes.Frequency1 * classes.Frequency2 * classes.InnerProduct * (1 + ratio)));
    }

    /// <summary>The time by which class 1 has won, if p1 alpha - Q p2 beta + sqrt(c(Q)) z is above 0 with the largest Q that the ratio of the classes' errors can have until then.</summary>
    private static double? ProveClass1(ClassPair classes, CompetitionState state)
    {
        (double p1, double p2) = (classes.Frequency1, classes.Frequency2);
        // How fast alpha and beta move, over z and the error of class 1, while the errors are equal.
        double speed1 = (p1 * classes.InputNorm1 * classes.InputNorm1) - (p2 * classes.InnerProduct);
        double speed2 = (p2 * classes.InputNorm2 * classes.InputNorm2) - (p1 * classes.InnerProduct);

        // Bounds of beta, alpha and z until the first death, given that the quantity below is above 0.
        double beta = state.Beta + (speed2 / Steepness(classes, 1) * Math.Max(-state.OutputWeight, 0));
        double gain = speed1 / speed2 * beta;
        double alpha = state.Alpha + gain;
        double first = Math.Max(state.OutputWeight, 0);
        double weight = Math.Sqrt((first * first) + (p1 * gain * (alpha + state.Alpha) / speed1));

        double ratio = (1 + Math.Exp(weight * alpha)) / (1 + Math.Exp(-weight * beta));
        double steepness = Steepness(classes, ratio);
        double margin = (p1 * state.Alpha) - (ratio * p2 * state.Beta) + (steepness * state.OutputWeight);
        // It grows at least as e^(sqrt(c) tau), where d tau = sigma(-z alpha) dt, and cannot outgrow its bound.
        double largest = (p1 * alpha) + (steepness * weight);
        return margin > 0 ? Math.Log(largest / margin) / steepness * (1 + Math.Exp(weight * alpha)) : null;
    }
}
