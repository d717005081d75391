using System.Globalization;
using LearningDynamics.Data;

namespace LearningDynamics.Training;

/// <summary>
/// The training response over all probes at one time: what one step on the pair changes at each. <see cref="TrainingResponse"/> fills it again at
/// each time; keep numbers, or a <see cref="Clone"/>.
/// </summary>
public sealed class ResponseField
{
    private readonly double[] logits;
    private readonly double[] logitResponse;
    private readonly double[] tangentKernel;
    private readonly double[] gateFlips;
    private readonly double[] outputResponse;
    private readonly double[] outputSlope;

    /// <summary>Room for the response over a set of probes.</summary>
    /// <param name="probes">The probes.</param>
    public ResponseField(ProbeSet probes)
    {
        ArgumentNullException.ThrowIfNull(probes);
        Count = probes.Count;
        logits = new double[probes.PaddedCount];
        logitResponse = new double[probes.PaddedCount];
        tangentKernel = new double[probes.PaddedCount];
        gateFlips = new double[probes.PaddedCount];
        outputResponse = new double[Count];
        outputSlope = new double[Count];
    }

    private ResponseField(ResponseField other)
    {
        (Count, Step, AtPair) = (other.Count, other.Step, other.AtPair);
        logits = [.. other.logits];
        logitResponse = [.. other.logitResponse];
        tangentKernel = [.. other.tangentKernel];
        gateFlips = [.. other.gateFlips];
        outputResponse = [.. other.outputResponse];
        outputSlope = [.. other.outputSlope];
    }

    /// <summary>The number of probes.</summary>
    public int Count { get; }

    /// <summary>After how many steps of training it was measured.</summary>
    public long Step { get; internal set; }

    /// <summary>The response at x_o itself, which need not be among the probes.</summary>
    public PointResponse AtPair { get; internal set; }

    /// <summary>u(x) before the step, probe by probe.</summary>
    public ReadOnlySpan<double> Logits => logits.AsSpan(0, Count);

    /// <summary>The measured change of the logit, probe by probe.</summary>
    public ReadOnlySpan<double> LogitResponse => logitResponse.AsSpan(0, Count);

    /// <summary>The measured change of the output, probe by probe.</summary>
    public ReadOnlySpan<double> OutputResponse => outputResponse;

    /// <summary>df/du, probe by probe.</summary>
    public ReadOnlySpan<double> OutputSlope => outputSlope;

    /// <summary>Theta(x, x_o), probe by probe.</summary>
    public ReadOnlySpan<double> TangentKernel => tangentKernel.AsSpan(0, Count);

    /// <summary>Everything measured at one probe.</summary>
    /// <param name="probe">The probe, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such probe.</exception>
    public PointResponse At(int probe) =>
        (uint)probe < (uint)Count
            ? AtPair with
            {
                Logit = logits[probe],
                LogitResponse = logitResponse[probe],
                OutputResponse = outputResponse[probe],
                OutputSlope = outputSlope[probe],
                TangentKernel = tangentKernel[probe],
                GateFlips = (int)gateFlips[probe],
            }
            : throw new ArgumentOutOfRangeException(nameof(probe), probe, string.Create(CultureInfo.InvariantCulture, $"A probe's number lies between 0 and {Count - 1}."));

    /// <summary>
    /// The normalised kernel K(x) = Delta u(x, x_o) / Delta u(x_o, x_o): the response without its ageing. Where the pair itself does not respond it does
    /// not exist, and nothing is written.
    /// </summary>
    /// <param name="kernel">Room for Count numbers.</param>
    /// <returns>Whether the kernel exists.</returns>
    /// <exception cref="ArgumentException">There is not room for Count numbers.</exception>
    public bool TryNormalizedKernel(Span<double> kernel) => TryNormalize(LogitResponse, AtPair.LogitResponse, kernel);

    /// <summary>The normalised tangent kernel Theta(x, x_o) / Theta(x_o, x_o), to which the normalised kernel tends as the learning rate falls.</summary>
    /// <param name="kernel">Room for Count numbers.</param>
    /// <returns>Whether it exists: whether Theta(x_o, x_o) is not 0.</returns>
    /// <exception cref="ArgumentException">There is not room for Count numbers.</exception>
    public bool TryNormalizedTangentKernel(Span<double> kernel) => TryNormalize(TangentKernel, AtPair.TangentKernel, kernel);

    /// <summary>A copy that shares nothing with this field.</summary>
    public ResponseField Clone() => new(this);

    internal ProbeWriter Writer => new(logits, logitResponse, tangentKernel, gateFlips);

    internal (double[] Response, double[] Slope) Outputs => (outputResponse, outputSlope);

    private bool TryNormalize(ReadOnlySpan<double> values, double atPair, Span<double> kernel)
    {
        if (kernel.Length != Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There is room for {kernel.Length} values of {Count} probes."), nameof(kernel));
        if (atPair == 0)
            return false;
        System.Numerics.Tensors.TensorPrimitives.Divide(values, atPair, kernel);
        return true;
    }
}

/// <summary>Where a pass over the probes writes, each padded to whole batches.</summary>
internal readonly record struct ProbeWriter(double[] Logits, double[] LogitResponse, double[] TangentKernel, double[] GateFlips);
