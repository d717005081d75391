using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

internal static class NetworkParameters
{
    /// <summary>All parameters in one list, layer after layer, each layer's weights row by row and then its bias.</summary>
    public static double[] Parameters(this Network network) => new ParameterVector(network).ToArray();
}
