using LearningDynamics.Training;
using static TorchSharp.torch;

namespace LearningDynamics.TorchSharp;

/// <summary>
/// Trains with TorchSharp in this process, on one thread of the processor or on a CUDA device: libtorch's gradients, losses and optimisers,
/// and this library's order of the examples. Equal plans give equal bits on one machine with one version of libtorch.
/// </summary>
/// <remarks>
/// Needs the native library, which the package TorchSharp-cpu or one of TorchSharp-cuda-* brings. libtorch's number of threads is one for the whole
/// process and is set to 1 by the first plan: several threads would add in another order each time.
/// </remarks>
public sealed class TorchSharpTrainer : IDeviceTrainer
{
    private static readonly Lazy<NativeLibrary> Native = new(NativeLibrary.Load);

    private readonly string device;

    /// <summary>Creates a trainer that computes on the processor.</summary>
    public TorchSharpTrainer()
        : this("cpu")
    {
    }

    private TorchSharpTrainer(string device) => this.device = device;

    /// <inheritdoc/>
    public string Name => "torchsharp";

    /// <summary>The version of TorchSharp and, where it is not the processor, the device; "absent" where the native library is.</summary>
    public string Version => Native.Value.Problem is not null ? "absent" : device == "cpu" ? NativeLibrary.Version : $"{NativeLibrary.Version} on {device}";

    /// <summary>The processor, and <c>cuda</c> where libtorch sees such a device.</summary>
    public IReadOnlyList<string> Devices => Native.Value.HasCuda ? ["cpu", "cuda"] : ["cpu"];

    /// <inheritdoc/>
    public ITrainer On(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Devices.Contains(device, StringComparer.Ordinal)
            ? new TorchSharpTrainer(device)
            : throw new ArgumentException($"There is no device '{device}' here; libtorch sees {string.Join(" and ", Devices)}.", nameof(device));
    }

    /// <summary>Whether the native library is there. The first call loads it.</summary>
    public TrainerSupport Presence() => Native.Value.Problem is { } problem ? TrainerSupport.Lacks(problem) : TrainerSupport.Full;

    /// <summary>Every valid plan without convolution layers is supported.</summary>
    /// <param name="plan">The plan.</param>
    public TrainerSupport Supports(TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Network.Convolutions.Count == 0 ? TrainerSupport.Full : TrainerSupport.Lacks("Networks of dense layers are trained here; this network has convolution layers.");
    }

    /// <inheritdoc/>
    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        if (Native.Value.Problem is { } problem)
            throw new TrainerException(problem);
        set_num_threads(1);
        using IDisposable scope = NewDisposeScope();
        using var run = new TorchRun(plan, device == "cpu" ? CPU : CUDA);
        Network network = Train(run, plan, observer, progress, cancellation);
        double loss = plan.Loss.Mean(network, plan.Data);
        return double.IsFinite(loss) ? new(network, plan.Steps, loss, Name, Version) : throw Divergence.OfLoss(plan, loss);
    }

    private static Network Train(TorchRun run, TrainingPlan plan, TrainingObserver? observer, IProgress<double>? progress, CancellationToken cancellation)
    {
        observer?.Invoke(0, run.Network(0));
        StepLoop.Run(plan.Steps, plan.ObservationSteps, _ => run.Step(), step => observer?.Invoke(step, run.Network(step)), progress, cancellation);

        return run.Network(plan.Steps);
    }
}
