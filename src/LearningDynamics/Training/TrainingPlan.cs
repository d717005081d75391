using System.Globalization;
using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>
/// All that determines a training run: equal plans give equal results, whatever runs beside them. A plan never
/// changes, and training changes nothing in it.
/// </summary>
/// <remarks>
/// The gradient flow that training approximates is w' = -grad L, with L the loss over the data; after k steps of gradient
/// descent its time is t = LearningRate * k.
/// </remarks>
public sealed record TrainingPlan
{
    /// <summary>The network with its initial weights.</summary>
    public required Network Network { get; init; }

    /// <summary>The examples; their sizes fit the network's inputs and outputs.</summary>
    public required Dataset Data { get; init; }

    /// <summary>What is minimised.</summary>
    public required Loss Loss { get; init; }

    /// <summary>The learning rate eta: finite and above 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The number of steps, at least 0.</summary>
    public long Steps { get; init; }

    /// <summary>How a step follows from the gradient.</summary>
    public Optimizer Optimizer { get; init; } = Optimizer.GradientDescent;

    /// <summary>Which examples a step looks at.</summary>
    public BatchScheme Batches { get; init; } = BatchScheme.FullBatch;

    /// <summary>The numbers that training computes with.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>The seed of the order of the examples; it matters only where that order is shuffled.</summary>
    public ulong Seed { get; init; }

    /// <summary>The steps after which the observer is called, besides step 0; none of them above <see cref="Steps"/>.</summary>
    public ObservationSteps ObservationSteps { get; init; } = ObservationSteps.None;

    /// <summary>The same plan with as many steps as reach a time: Steps = round(duration / LearningRate).</summary>
    /// <param name="duration">The time t = eta * step at which to end: finite and at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration or the learning rate is outside its domain, or more than 2^53 steps would be needed.</exception>
    public TrainingPlan Until(double duration)
    {
        if (!(duration >= 0 && double.IsFinite(duration)))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A duration must be finite and at least 0.");
        RequireLearningRate();
        double steps = Math.Round(duration / LearningRate);
        if (!(steps <= 1L << 53))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, string.Create(CultureInfo.InvariantCulture, $"At the learning rate {LearningRate} that would take {steps} steps; at most 2^53 are possible."));
        return this with { Steps = (long)steps };
    }

    /// <summary>Checks that the plan can be trained.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain; the message names it.</exception>
    /// <exception cref="ArgumentException">Two members do not fit each other; the message names both.</exception>
    public void Validate()
    {
        ArgumentNullException.ThrowIfNull(Network);
        ArgumentNullException.ThrowIfNull(Data);
        ArgumentNullException.ThrowIfNull(Loss);
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(Batches);
        ArgumentNullException.ThrowIfNull(ObservationSteps);
        RequireLearningRate();
        if (Steps < 0)
            throw new ArgumentOutOfRangeException(nameof(Steps), Steps, "The number of steps must be at least 0.");
        if (Precision is not (Precision.Double or Precision.Single))
            throw new ArgumentOutOfRangeException(nameof(Precision), Precision, "The precision must be Double or Single.");
        if (ObservationSteps.Last > Steps)
            throw new ArgumentOutOfRangeException(nameof(ObservationSteps), ObservationSteps.Last, string.Create(CultureInfo.InvariantCulture, $"An observed step must lie between 0 and Steps, which is {Steps}."));
        if (Data.InputSize != Network.InputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Data has inputs of {Data.InputSize} components and Network takes {Network.InputSize}; they must be equal."), nameof(Data));
        if (Data.TargetSize != Network.OutputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Data has targets of {Data.TargetSize} components and Network has {Network.OutputSize} outputs; they must be equal."), nameof(Data));
        for (int j = 0; j < Data.Count; j++)
        {
            if (Loss.Fault(Data.Target(j)) is { } fault)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The target of example {j} in Data {fault}"), nameof(Data));
        }
    }

    private void RequireLearningRate()
    {
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "The learning rate must be finite and above 0.");
        if (Precision == Precision.Single && !float.IsNormal((float)LearningRate))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "In single precision the learning rate must lie between 1.2e-38 and 3.4e38.");
    }
}
