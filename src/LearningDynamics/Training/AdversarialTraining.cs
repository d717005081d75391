using System.Globalization;
using System.Numerics;
using LearningDynamics.Numerics;
using LearningDynamics.Training.Kernels;

namespace LearningDynamics.Training;

/// <summary>Looks at two networks while they are being trained against each other.</summary>
/// <param name="step">The number of finished steps.</param>
/// <param name="generator">The generator with its current weights; valid during the call only.</param>
/// <param name="discriminator">The discriminator with its current weights; valid during the call only.</param>
public delegate void AdversarialObserver(long step, Network generator, Network discriminator);

/// <summary>What adversarial training ends with.</summary>
/// <param name="Generator">The trained generator.</param>
/// <param name="Discriminator">The trained discriminator.</param>
/// <param name="Steps">The number of steps that were taken.</param>
public sealed record AdversarialResult(Network Generator, Network Discriminator, long Steps);

/// <summary>
/// Trains a generator against a discriminator on the processor, in this process, on the calling thread. Equal plans give equal bits on one machine; on machines with other vector
/// widths sums are added in another order, which these unstable dynamics amplify: compare such runs by their statistics.
/// </summary>
public static class AdversarialTraining
{
    /// <summary>Trains copies of the plan's networks.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="observer">Called at step 0 and after each of the plan's observation steps.</param>
    /// <param name="progress">Told the finished share, from 0 to 1, about a hundred times.</param>
    /// <param name="cancellation">Stops the run between two steps.</param>
    /// <returns>The trained networks.</returns>
    /// <exception cref="ArgumentException">The plan is not valid.</exception>
    /// <exception cref="NumericalFailureException">A weight is no longer finite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static AdversarialResult Train(AdversarialPlan plan, AdversarialObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        return plan.Precision == Precision.Single
            ? Train<float>(plan, observer, progress, cancellation)
            : Train<double>(plan, observer, progress, cancellation);
    }

    private static AdversarialResult Train<T>(AdversarialPlan plan, AdversarialObserver? observer, IProgress<double>? progress, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var run = new AdversarialRun<T>(plan);
        Network generator = plan.Generator.Clone(), discriminator = plan.Discriminator.Clone();
        run.Write(generator, discriminator);
        observer?.Invoke(0, generator, discriminator);

        StepLoop.Run(plan.Steps, plan.ObservationSteps, Take, Observe, progress, cancellation);

        run.Write(generator, discriminator);
        return new(generator, discriminator, plan.Steps);

        void Take(long step)
        {
            if (!run.Step())
                throw new NumericalFailureException(string.Create(CultureInfo.InvariantCulture, $"A weight is no longer finite after step {step}, with the learning rate {plan.LearningRate} ({plan.Optimizer.GetType().Name}). Try a smaller learning rate or smaller initial weights."));
        }

        void Observe(long step)
        {
            run.Write(generator, discriminator);
            observer?.Invoke(step, generator, discriminator);
        }
    }
}
