using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>A plan as Python takes it, or several of one shape, with their vectors one after the other. Vectors are the bytes of doubles in base64.</summary>
internal sealed record PlanMessage
{
    public required string Device { get; init; }

    /// <summary>How many plans are stacked; null for one plan by itself.</summary>
    public int? Stack { get; init; }

    public required ConvolutionMessage[] Convolutions { get; init; }

    public required LayerMessage[] Layers { get; init; }

    public required int InputSize { get; init; }

    public required int TargetSize { get; init; }

    public required byte[] Inputs { get; init; }

    public required byte[] Targets { get; init; }

    public required byte[] Weights { get; init; }

    public required RuleMessage Loss { get; init; }

    public required RuleMessage Optimizer { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>The learning rate of each plan of a stack.</summary>
    public byte[]? LearningRates { get; init; }

    public required long Steps { get; init; }

    public required int BatchSize { get; init; }

    public required bool Shuffled { get; init; }

    public required string Precision { get; init; }

    public required ObserveMessage Observe { get; init; }

    /// <summary>Describes plans of one shape.</summary>
    /// <param name="plans">At least two plans.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="observed">Whether anybody looks at the steps.</param>
    public static PlanMessage OfStack(IReadOnlyList<TrainingPlan> plans, string device, bool observed)
    {
        PlanMessage[] each = [.. plans.Select(plan => Of(plan, device, observed))];
        PlanMessage first = each[0];
        return first with
        {
            Stack = plans.Count,
            Layers = [.. first.Layers.Select((layer, k) => layer with
            {
                Weights = Joined(each, plan => plan.Layers[k].Weights),
                Bias = layer.Bias is null ? null : Joined(each, plan => plan.Layers[k].Bias!),
            })],
            Inputs = Joined(each, plan => plan.Inputs),
            Targets = Joined(each, plan => plan.Targets),
            Weights = Joined(each, plan => plan.Weights),
            LearningRates = Doubles.Bytes([.. plans.Select(plan => plan.LearningRate)]),
        };
    }

    /// <summary>Describes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="observed">Whether anybody looks at the steps.</param>
    public static PlanMessage Of(TrainingPlan plan, string device, bool observed)
    {
        Dataset data = plan.Data;
        var order = new ExampleOrder(plan);
        return new()
        {
            Device = device,
            Convolutions = [.. plan.Network.Convolutions.Select(ConvolutionMessage.Of)],
            Layers = [.. plan.Network.Layers.Select(LayerMessage.Of)],
            InputSize = data.InputSize,
            TargetSize = data.TargetSize,
            Inputs = Doubles.Bytes(data.Inputs),
            Targets = Doubles.Bytes(data.Targets),
            Weights = Doubles.Bytes(data.Weights),
            Loss = RuleMessage.Of(plan.Loss),
            Optimizer = RuleMessage.Of(plan.Optimizer),
            LearningRate = plan.LearningRate,
            Steps = plan.Steps,
            BatchSize = order.BatchSize,
            Shuffled = order.IsShuffled,
            Precision = plan.Precision == Training.Precision.Single ? "single" : "double",
            Observe = observed ? new(plan.ObservationSteps.Interval, plan.ObservationSteps.Interval is null ? [.. plan.ObservationSteps] : []) : new(null, []),
        };
    }

    private static byte[] Joined(PlanMessage[] plans, Func<PlanMessage, byte[]> part)
    {
        byte[][] parts = Array.ConvertAll(plans, plan => part(plan));
        byte[] all = new byte[parts.Sum(bytes => bytes.Length)];
        int place = 0;
        foreach (byte[] bytes in parts)
        {
            bytes.CopyTo(all, place);
            place += bytes.Length;
        }

        return all;
    }
}

/// <summary>A dense layer. Where there is a mask, it is one 0 or 1 for each weight.</summary>
internal sealed record LayerMessage(int Inputs, int Outputs, string Activation, byte[] Weights, byte[]? Bias, byte[]? Mask)
{
    public static LayerMessage Of(DenseLayer layer) => new(
        layer.InputSize,
        layer.OutputSize,
        Name(layer.Activation),
        Doubles.Bytes(layer.Weights),
        layer.HasBias ? Doubles.Bytes(layer.Bias) : null,
        layer.Mask.IsEmpty ? null : Doubles.Bytes([.. layer.Mask.ToArray().Select(exists => exists ? 1.0 : 0.0)]));

    public static string Name(Activation activation) => activation switch
    {
        Training.Activation.Identity => "identity",
        Training.Activation.Relu => "relu",
        Training.Activation.Elu => "elu",
        _ => throw new NotSupportedException($"There is no activation {activation} in trainer.py."),
    };
}

/// <summary>A convolution layer. The sizes of an image are channels, rows and columns.</summary>
internal sealed record ConvolutionMessage(int[] Image, int Channels, int KernelSize, int Stride, int Padding, string Activation, byte[] Weights, byte[]? Bias)
{
    public static ConvolutionMessage Of(ConvolutionLayer layer) => new(
        [layer.Input.Channels, layer.Input.Height, layer.Input.Width],
        layer.Output.Channels,
        layer.KernelSize,
        layer.Stride,
        layer.Padding,
        LayerMessage.Name(layer.Activation),
        Doubles.Bytes(layer.Weights),
        layer.HasBias ? Doubles.Bytes(layer.Bias) : null);
}

/// <summary>A loss or an optimiser: its name, and those of the numbers that it has.</summary>
internal sealed record RuleMessage(string Name, double? Margin = null, double? Beta = null, double? Beta1 = null, double? Beta2 = null, double? Epsilon = null)
{
    public static RuleMessage Of(Loss loss) => loss switch
    {
        HingeLoss hinge => new("hinge", Margin: hinge.Margin),
        SoftmaxLoss => new("softmax"),
        SquaredLoss => new("squared"),
        SquaredProbabilityLoss => new("squared-probability"),
        LogisticLoss => new("logistic"),
        _ => throw new NotSupportedException($"There is no loss {loss.GetType().Name} in trainer.py."),
    };

    public static RuleMessage Of(Optimizer optimizer) => optimizer switch
    {
        Momentum momentum => new("momentum", Beta: momentum.Beta),
        Adam adam => new("adam", Beta1: adam.Beta1, Beta2: adam.Beta2, Epsilon: adam.Epsilon),
        GradientDescent => new("gradient-descent"),
        _ => throw new NotSupportedException($"There is no optimiser {optimizer.GetType().Name} in trainer.py."),
    };
}

/// <summary>The steps to send the parameters of: every so many, or given ones.</summary>
internal sealed record ObserveMessage(long? Every, long[] At);

/// <summary>The examples of the next passes, one pass after the other.</summary>
internal sealed record OrdersMessage(int[] Orders);
