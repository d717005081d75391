using LearningDynamics.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LearningDynamics.TorchSharp;

/// <summary>A network's weights as libtorch's parameters, in the order of a <see cref="ParameterVector"/>.</summary>
internal sealed class TorchNetwork
{
    private readonly Layer[] layers;

    public TorchNetwork(Network network, ScalarType type, Device device)
    {
        layers = [.. network.Layers.Select(layer => new Layer(layer, type, device))];
        Parameters = [.. layers.SelectMany(layer => layer.Parameters)];
    }

    /// <summary>Each layer's weights, then its bias if it has one.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The outputs for a batch of inputs, a row each.</summary>
    public Tensor Outputs(Tensor inputs) => layers.Aggregate(inputs, (current, layer) => layer.Apply(current));

    /// <summary>All parameters as doubles.</summary>
    public double[] ToArray()
    {
        using IDisposable scope = NewDisposeScope();
        return [.. Parameters.SelectMany(parameter => parameter.detach().to(float64).cpu().reshape(-1).data<double>().ToArray())];
    }

    private sealed class Layer
    {
        private readonly Parameter weights;
        private readonly Parameter? bias;
        private readonly Tensor? mask;
        private readonly Activation activation;

        public Layer(DenseLayer layer, ScalarType type, Device device)
        {
            weights = Leaf(layer.Weights.ToArray(), [layer.OutputSize, layer.InputSize], type, device);
            bias = layer.HasBias ? Leaf(layer.Bias.ToArray(), [layer.OutputSize], type, device) : null;
            mask = layer.Mask.IsEmpty ? null : tensor(layer.Mask.ToArray(), [layer.OutputSize, layer.InputSize], dtype: type, device: device);
            activation = layer.Activation;
        }

        public IEnumerable<Parameter> Parameters => bias is null ? [weights] : [weights, bias];

        public Tensor Apply(Tensor inputs)
        {
            // A weight that the mask takes away then has the gradient 0.
            Tensor preactivations = F.linear(inputs, mask is null ? weights : weights.mul(mask), bias);
            return activation switch
            {
                Activation.Relu => F.relu(preactivations),
                Activation.Elu => F.elu(preactivations, 1),
                _ => preactivations,
            };
        }

        private static Parameter Leaf(double[] numbers, long[] sizes, ScalarType type, Device device) =>
            new(tensor(numbers, sizes, dtype: type, device: device));
    }
}
