namespace LearningDynamics.Training;

/// <summary>
/// What one training step on the pair (x_o, y_o) does to one input x, and the factors that it is to first order in the learning rate eta:
/// the logit's response is eta * LossFactor * TangentKernel + O(eta^2), the output's is that times OutputSlope + O(eta^2).
/// </summary>
/// <param name="Logit">u(x) before the step.</param>
/// <param name="LogitResponse">The measured change of the logit u at x.</param>
/// <param name="OutputResponse">The measured change of the output f at x.</param>
/// <param name="LearningRate">eta.</param>
/// <param name="LossFactor">-dL/du at x_o: y_o - f_o for the cross-entropy, times f_o (1 - f_o) for the squared error of a probability. It is the same for all x.</param>
/// <param name="OutputSlope">df/du at x: f (1 - f) where the output is a probability, 1 where it is the logit itself.</param>
/// <param name="TangentKernel">Theta(x, x_o), the inner product of the gradients of u at x and at x_o by all weights and biases.</param>
/// <param name="GateFlips">In how many hidden ReLUs the step moved x across the gate at 0; no expansion in eta holds across a gate.</param>
public readonly record struct PointResponse(
    double Logit,
    double LogitResponse,
    double OutputResponse,
    double LearningRate,
    double LossFactor,
    double OutputSlope,
    double TangentKernel,
    int GateFlips)
{
    /// <summary>The product of the factors of the logit's response: eta * LossFactor * TangentKernel.</summary>
    public double ReconstructedLogitResponse => LearningRate * LossFactor * TangentKernel;

    /// <summary>The product of the factors of the output's response: eta * LossFactor * TangentKernel * OutputSlope.</summary>
    public double ReconstructedOutputResponse => ReconstructedLogitResponse * OutputSlope;
}
