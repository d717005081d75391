using System.Globalization;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training;

/// <summary>Draws one sample of the data.</summary>
/// <param name="random">Where it is drawn from.</param>
/// <param name="sample">Receives its components.</param>
public delegate void Sampler(RandomStream random, Span<double> sample);

/// <summary>
/// All that determines the training of a generator against a discriminator: equal plans give equal results. Each step takes one step of the discriminator D, on a batch of data and
/// one of generated samples, and then one of the generator G, on a new batch of generated samples.
/// </summary>
/// <remarks>
/// D minimises the sum of its mean losses on data (target 1) and on generated samples (target 0, or -1 under the hinge loss). G minimises the mean of -D(G(z)) under the hinge loss
/// and, under the logistic loss, the mean loss of D on G(z) as if it were data: -ln sigma(D(G(z))), which does not saturate where D is sure. z is standard normal.
/// </remarks>
public sealed record AdversarialPlan
{
    /// <summary>The generator with its initial weights.</summary>
    public required Network Generator { get; init; }

    /// <summary>The discriminator with its initial weights: as many inputs as the generator has outputs, and one output, which is large where it takes a sample for data.</summary>
    public required Network Discriminator { get; init; }

    /// <summary>What the data are drawn by: samples of as many components as the generator has outputs.</summary>
    public required Sampler Data { get; init; }

    /// <summary>The discriminator's loss: <see cref="Loss.Logistic"/>, which is the cross-entropy, or <see cref="Loss.Hinge"/>.</summary>
    public required Loss DiscriminatorLoss { get; init; }

    /// <summary>The learning rate of both networks: finite and above 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The number of samples in a batch, at least 1.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>The number of steps, at least 0.</summary>
    public long Steps { get; init; }

    /// <summary>How a step follows from the gradient, for either network.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.Adam(beta1: 0.5);

    /// <summary>The numbers that training computes with.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>The seed of the data and of z.</summary>
    public ulong Seed { get; init; }

    /// <summary>The steps after which the observer is called, besides step 0; none of them above <see cref="Steps"/>.</summary>
    public ObservationSteps ObservationSteps { get; init; } = ObservationSteps.None;

    /// <summary>Checks that the plan can be trained.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message names it.</exception>
    /// <exception cref="ArgumentException">Two members do not fit each other, or the loss is none of the two.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Generator);
        ArgumentNullException.ThrowIfNull(Discriminator);
        ArgumentNullException.ThrowIfNull(Data);
        ArgumentNullException.ThrowIfNull(DiscriminatorLoss);
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(ObservationSteps);
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "The learning rate must be finite and above 0.");
        if (BatchSize < 1)
            throw new ArgumentOutOfRangeException(nameof(BatchSize), BatchSize, "A batch has at least 1 sample.");
        if (Steps < 0)
            throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "The number of steps must be at least 0.");
        if (Precision is not (Precision.Double or Precision.Single))
            throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "The precision must be Double or Single.");
        if (ObservationSteps.Last > Steps)
            throw new ArgumentOutOfRangeException(nameof(ObservationSteps), ObservationSteps.Last, string.Create(CultureInfo.InvariantCulture, $"An observed step must lie between 0 and Steps, which is {Steps}."));
        if (DiscriminatorLoss is not (LogisticLoss or HingeLoss))
            throw new ArgumentException($"The discriminator's loss is {DiscriminatorLoss.GetType().Name}; it must be the logistic or the hinge loss.", nameof(DiscriminatorLoss));
        if (Discriminator.InputSize != Generator.OutputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Discriminator has {Discriminator.InputSize} inputs and Generator {Generator.OutputSize} outputs; they must be equal."), nameof(Discriminator));
        if (Discriminator.OutputSize != 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Discriminator has {Discriminator.OutputSize} outputs; it must have one."), nameof(Discriminator));
    }
}
