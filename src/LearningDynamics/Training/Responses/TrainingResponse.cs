using System.Globalization;
using LearningDynamics.Data;
using LearningDynamics.Training.Kernels;

namespace LearningDynamics.Training;

/// <summary>
/// The training response Delta(x, x_o; t) of Nakazato, arXiv:2405.04074: how much one training step on the pair (x_o, y_o), taken at time t, changes a network at
/// each input x. It is measured on the side, on moved weights that nobody else sees: a run that is measured ends with the same bits as one that is not.
/// </summary>
/// <remarks>
/// The step is one of gradient descent, w - eta grad loss(x_o, y_o), with the plan's loss and learning rate, whatever the plan trains on and with
/// which optimiser. For the logistic loss and the squared error of a probability the output f is sigma(u), for the others the logit u itself. One instance serves one thread; probes may be
/// shared. Measuring allocates nothing.
/// </remarks>
public sealed class TrainingResponse
{
    private readonly TrainingPlan plan;
    private readonly double[] input;
    private readonly ResponseLink link;
    private readonly LogitGradient gradient;
    private readonly ProbePass pairPass;
    private readonly ResponseField pairField;
    private readonly ProbePass? probePass;

    /// <summary>Prepares the measurement.</summary>
    /// <param name="plan">The plan whose networks are measured; its network has one output.</param>
    /// <param name="input">x_o: as many finite numbers as the network has inputs.</param>
    /// <param name="target">y_o: a target that the plan's loss takes.</param>
    /// <param name="probes">The inputs x at which the response is wanted besides x_o, of the network's input size; null for none.</param>
    /// <exception cref="ArgumentException">The plan is not valid, its network has several outputs, or a size or the target does not fit.</exception>
    public TrainingResponse(TrainingPlan plan, ReadOnlySpan<double> input, double target, ProbeSet? probes = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Validate();
        if (plan.Network.OutputSize != 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The network has {plan.Network.OutputSize} outputs; a response is measured on a network with one."), nameof(plan));
        RequireSize(plan, input.Length, nameof(input));
        RequireSize(plan, probes?.InputSize ?? input.Length, nameof(probes));
        if (plan.Loss.Fault([target]) is { } fault)
            throw new ArgumentException("The target " + fault, nameof(target));

        this.plan = plan;
        this.input = input.ToArray();
        var pair = ProbeSet.FromInputs(this.input);
        link = new ResponseLink(plan.Loss, target);
        gradient = new LogitGradient(plan.Network);
        pairPass = new ProbePass(plan.Network, pair);
        pairField = new ResponseField(pair);
        Probes = probes;
        probePass = probes is null ? null : new ProbePass(plan.Network, probes);
    }

    /// <summary>The probes besides x_o, or null.</summary>
    public ProbeSet? Probes { get; }

    /// <summary>The response at x_o itself, to a step at the plan's learning rate.</summary>
    /// <param name="network">A network of the shape of the plan's, with any weights. It is left as it is.</param>
    public PointResponse Measure(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        double lossFactor = link.LossFactor(gradient.Compute(network, input));
        double step = plan.LearningRate * lossFactor;
        pairPass.Run(network, gradient, step, 0, pairField.Writer);
        double logit = pairField.Logits[0], response = pairField.LogitResponse[0];
        return new(
            logit,
            response,
            link.OutputResponse(logit, response),
            plan.LearningRate,
            lossFactor,
            link.Slope(logit),
            pairField.TangentKernel[0],
            pairField.At(0).GateFlips);
    }

    /// <summary>The response at x_o and at all probes, to a step at the plan's learning rate.</summary>
    /// <param name="network">A network of the shape of the plan's, with any weights. It is left as it is.</param>
    /// <param name="field">Where the response goes; made for <see cref="Probes"/>.</param>
    /// <param name="cancellation">Stops between two batches of probes.</param>
    /// <exception cref="InvalidOperationException">There are no probes.</exception>
    /// <exception cref="ArgumentException">The field was made for another number of probes.</exception>
    public void Measure(Network network, ResponseField field, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (Probes is null || probePass is null)
            throw new InvalidOperationException("There are no probes; give them to the constructor.");
        if (field.Count != Probes.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The field has room for {field.Count} probes; there are {Probes.Count}."), nameof(field));

        field.AtPair = Measure(network);
        double step = plan.LearningRate * field.AtPair.LossFactor;
        ProbeWriter writer = field.Writer;
        for (int first = 0; first < Probes.PaddedCount; first += Probes.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            probePass.Run(network, gradient, step, first, writer);
        }

        (double[] response, double[] slope) = field.Outputs;
        for (int probe = 0; probe < response.Length; probe++)
        {
            response[probe] = link.OutputResponse(writer.Logits[probe], writer.LogitResponse[probe]);
            slope[probe] = link.Slope(writer.Logits[probe]);
        }
    }

    /// <summary>
    /// Carries the plan out and measures the response over all probes at step 0 and after each of the plan's observation steps.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="observer">Called with the response at each of those steps. The field is the same each time, filled anew.</param>
    /// <param name="progress">Told the finished share, from 0 to 1.</param>
    /// <param name="cancellation">Stops the run between two steps or two batches of probes.</param>
    /// <returns>What the training ends with, to the bit what it ends with unmeasured.</returns>
    /// <exception cref="InvalidOperationException">There are no probes.</exception>
    /// <exception cref="Numerics.NumericalFailureException">The training diverged.</exception>
    public TrainingResult Train(ITrainer trainer, Action<ResponseField> observer, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(observer);
        var field = new ResponseField(Probes ?? throw new InvalidOperationException("There are no probes; give them to the constructor."));
        return trainer.Train(
            plan,
            (step, network) =>
            {
                field.Step = step;
                Measure(network, field, cancellation);
                observer(field);
            },
            progress,
            cancellation);
    }

    private static void RequireSize(TrainingPlan plan, int size, string name)
    {
        if (size != plan.Network.InputSize)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {size} components; the network takes {plan.Network.InputSize}."), name);
    }
}
