using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>Layers of one neuron each, one behind the other.</summary>
internal static class Chain
{
    /// <summary>Two inputs, of which the first is seen; hidden ReLUs; one logit.</summary>
    public static Network OfEqualGains(int layers, double gain) => Network.FromWeights(
    [
        .. Enumerable.Range(0, layers).Select(layer => new DenseLayer(
            layer == 0 ? 2 : 1,
            1,
            layer == 0 ? [gain, 0] : [gain],
            layer == layers - 1 ? Activation.Identity : Activation.Relu)),
    ]);
}
