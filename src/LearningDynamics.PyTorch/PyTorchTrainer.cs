using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>
/// Trains with PyTorch, in Python processes of its own, on one thread of the processor each: torch's networks, losses, gradients and
/// optimisers, and this library's order of the examples. Equal plans give equal bits on one machine with one version of torch.
/// </summary>
/// <remarks>
/// Needs Python 3.7 and torch 1.13, or newer. A process serves plan after plan; as many run as plans are trained at once. They end
/// with <see cref="Dispose"/>, and with this process however it ends.
/// </remarks>
public sealed class PyTorchTrainer : ITrainer, IDisposable
{
    private readonly InterpreterPool interpreters;

    /// <summary>Creates the trainer. No process is started yet.</summary>
    /// <param name="options">Which interpreter, and how long to wait for it; null for the standard ones.</param>
    /// <exception cref="ArgumentException">The interpreter has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time-out is outside its domain.</exception>
    public PyTorchTrainer(PyTorchOptions? options = null)
    {
        options ??= new PyTorchOptions();
        options.Validate();
        interpreters = new InterpreterPool(options);
    }

    /// <inheritdoc/>
    public string Name => "pytorch";

    /// <summary>The versions of torch and Python, such as "1.13.0 (Python 3.11.2)"; "absent" where they are not there. The first use starts an interpreter.</summary>
    public string Version => interpreters.Presence is { IsSupported: true } ? interpreters.Version! : "absent";

    /// <summary>Whether there is an interpreter with torch 1.13 or newer. The first call starts it.</summary>
    public TrainerSupport Presence() => interpreters.Presence;

    /// <summary>Every valid plan is supported.</summary>
    /// <param name="plan">The plan.</param>
    public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

    /// <inheritdoc/>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        cancellation.ThrowIfCancellationRequested();
        Network network = interpreters.Use(interpreter => new Conversation(interpreter, plan, observer, progress).Train(cancellation), cancellation);
        double loss = plan.Loss.Mean(network, plan.Data);
        if (!double.IsFinite(loss))
            throw Divergence.OfLoss(plan, loss);
        return new TrainingResult(network, plan.Steps, loss, Name, Version);
    }

    /// <summary>Ends the processes that are idle; one that is training ends with its plan.</summary>
    public void Dispose() => interpreters.Dispose();
}
