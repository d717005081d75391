using System.Globalization;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>
/// Trains with PyTorch, in Python processes of its own, on one thread of the processor each or on a CUDA device: torch's networks, losses,
/// gradients and optimisers, and this library's order of the examples. Equal plans give equal bits on one machine with one version of torch.
/// </summary>
/// <remarks>
/// Needs Python 3.7 and torch 1.13, or newer. A process serves plan after plan; as many run as plans are trained at once. They end
/// with <see cref="Dispose"/>, and with this process however it ends.
/// </remarks>
public sealed class PyTorchTrainer : IDeviceTrainer, IStackTrainer, IDisposable
{
    private const string Processor = "cpu";

    // A step of so many networks of a few neurons costs a few times a step of one; beyond, arithmetic and memory outweigh the calls.
    private const int Stack = 1024;

    private readonly InterpreterPool interpreters;
    private readonly string device = Processor;

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

    private PyTorchTrainer(InterpreterPool interpreters, string device) => (this.interpreters, this.device) = (interpreters, device);

    /// <inheritdoc/>
    public string Name => "pytorch";

    /// <summary>
    /// The versions of torch and Python, such as "1.13.0 (Python 3.11.2)", and the device where it is not the processor; "absent" where
    /// they are not there. The first use starts an interpreter.
    /// </summary>
    public string Version => !Presence().IsSupported ? "absent" : device == Processor ? interpreters.Torch!.Version : $"{interpreters.Torch!.Version} on {device}";

    /// <summary>The processor, and <c>cuda</c> where torch sees such a device. The first use starts an interpreter.</summary>
    public IReadOnlyList<string> Devices => Presence().IsSupported ? interpreters.Torch!.Devices : [Processor];

    /// <summary>The same trainer on another device. Both use the same processes, which end when either is disposed of.</summary>
    /// <param name="device">One of <see cref="Devices"/>.</param>
    /// <exception cref="ArgumentException">There is no such device; the message names those that are there.</exception>
    public ITrainer On(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Devices.Contains(device, StringComparer.Ordinal)
            ? new PyTorchTrainer(interpreters, device)
            : throw new ArgumentException($"There is no device '{device}' here; torch sees {string.Join(" and ", Devices)}.", nameof(device));
    }

    /// <summary>Whether there is an interpreter with torch 1.13 or newer. The first call starts it.</summary>
    public TrainerSupport Presence() => interpreters.Presence(CancellationToken.None);

    /// <summary>Every valid plan is supported.</summary>
    /// <param name="plan">The plan.</param>
    public TrainerSupport Supports(TrainingPlan plan) => TrainerSupport.Full;

    /// <inheritdoc/>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Train([plan], [observer], progress, cancellation)[0];
    }

    /// <inheritdoc/>
    public int LargestStack => Stack;

    /// <inheritdoc/>
    public IReadOnlyList<TrainingResult> TrainStack(IReadOnlyList<TrainingPlan> plans, IReadOnlyList<TrainingObserver?> observers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(observers);
        if (plans.Count is 0 or > Stack)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {plans.Count} plans; a stack has between 1 and {Stack}."), nameof(plans));
        if (observers.Count != plans.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {observers.Count} observers for {plans.Count} plans; each plan needs one, or null."), nameof(observers));
        if (plans.Count > 1 && (PlanShape.Of(plans[0]) is not { } shape || plans.Any(plan => PlanShape.Of(plan) != shape)))
            throw new ArgumentException("The plans of a stack must have one shape in common.", nameof(plans));
        return Train(plans, observers, progress: null, cancellation);
    }

    private TrainingResult[] Train(IReadOnlyList<TrainingPlan> plans, IReadOnlyList<TrainingObserver?> observers, IProgress<double>? progress, CancellationToken cancellation)
    {
        foreach (TrainingPlan plan in plans)
            plan.Validate();
        Network[] networks = interpreters.Use(interpreter => new Conversation(interpreter, device, plans, observers, progress).Train(cancellation), cancellation);
        return [.. plans.Zip(networks, Result)];
    }

    private TrainingResult Result(TrainingPlan plan, Network network)
    {
        double loss = plan.Loss.Mean(network, plan.Data);
        if (!double.IsFinite(loss))
            throw Divergence.OfLoss(plan, loss);
        return new TrainingResult(network, plan.Steps, loss, Name, Version);
    }

    /// <summary>Ends the processes that are idle; one that is training ends with its plan.</summary>
    public void Dispose() => interpreters.Dispose();
}
