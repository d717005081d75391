using LearningDynamics.Experiments;

namespace PaperFigures.Nakazato2024;

/// <summary>The response at x_o itself over epochs, averaged over seeds. Response and loss factor are given in size: their sign is that of y_o - f.</summary>
/// <param name="Response">What a clean step on the pair changes the logit at x_o by.</param>
/// <param name="LossFactor">dL/du at x_o.</param>
/// <param name="OutputSlope">df/du = f (1 - f) at x_o.</param>
/// <param name="TangentKernel">Theta(x_o, x_o).</param>
/// <param name="ReconstructedResponse">The product of learning rate, loss factor and tangent kernel, averaged over seeds.</param>
[Observables]
public readonly record struct ResponseCurve(double Response, double LossFactor, double OutputSlope, double TangentKernel, double ReconstructedResponse);

/// <summary>The same in the limit of infinitely many features, where the kernel stays what it is.</summary>
[Observables]
public readonly record struct LimitCurve(double LimitResponse, double LimitLossFactor, double LimitOutputSlope, double LimitTangentKernel);

/// <summary>What the runs of all seeds show together.</summary>
/// <param name="AgingExponent">The power of t of the mean response over the last decade; null for a target in between.</param>
/// <param name="RelaxationRate">The mean rate at which the response decays, fitted at the end; null for the targets 0 and 1.</param>
/// <param name="KernelDrift">How far training moves the normalised tangent kernel, relative to it.</param>
/// <param name="FactorOrder">The order in the learning rate of what the product of the factors leaves of the response before training, over all inputs where no gate flips.</param>
/// <param name="Kernel">The normalised response kernel over Hamming distances and epochs; missing where nothing is left to respond to.</param>
/// <param name="KernelSpread">Its standard deviation over inputs and seeds.</param>
/// <param name="KernelByBits">The kernel before training by removed and added bits, for binary inputs.</param>
/// <param name="FinalKernelByBits">The kernel after training by removed and added bits, for binary inputs.</param>
[Findings]
public readonly record struct ResponseSummary(
    double? AgingExponent,
    double? RelaxationRate,
    double? KernelDrift,
    double? FactorOrder,
    Map Kernel,
    Map KernelSpread,
    Map? KernelByBits,
    Map? FinalKernelByBits);

/// <summary>What the limit of infinitely many features shows.</summary>
/// <param name="LimitAgingExponent">The same fit to the limit's response.</param>
/// <param name="LimitRelaxationRate">The rate of its decay; null for the targets 0 and 1.</param>
/// <param name="FactorOrder">2: the factors are the first order of the response, by Taylor's theorem at any width.</param>
/// <param name="LimitKernel">The normalised kernel over Hamming distances, at epoch 0 and for ever.</param>
/// <param name="LimitKernelSpread">Its standard deviation over inputs: 0 for signed inputs, where the distance says all.</param>
/// <param name="LimitKernelByBits">The kernel by removed and added bits, for binary inputs.</param>
[Findings]
public readonly record struct LimitSummary(
    double? LimitAgingExponent,
    double? LimitRelaxationRate,
    double FactorOrder,
    Map LimitKernel,
    Map LimitKernelSpread,
    Map? LimitKernelByBits);

/// <summary>The response at x_o over epochs, with what happens to the features.</summary>
/// <param name="Response">As for <see cref="ResponseCurve"/>.</param>
/// <param name="LossFactor">As for <see cref="ResponseCurve"/>.</param>
/// <param name="OutputSlope">As for <see cref="ResponseCurve"/>.</param>
/// <param name="TangentKernel">As for <see cref="ResponseCurve"/>.</param>
/// <param name="ReconstructedResponse">As for <see cref="ResponseCurve"/>.</param>
/// <param name="AliveFeatures">How many features can still learn at x_o.</param>
/// <param name="EffectiveRank">How many directions the features span over x_o and the inputs one bit away.</param>
[Observables]
public readonly record struct FeatureCurve(
    double Response,
    double LossFactor,
    double OutputSlope,
    double TangentKernel,
    double ReconstructedResponse,
    double AliveFeatures,
    double EffectiveRank);

/// <summary>What noise would do by itself.</summary>
/// <param name="WalkFeatures">How many features would be alive at x_o; see <see cref="NoiseWalk"/>.</param>
[Observables]
public readonly record struct WalkCurve(double WalkFeatures);

/// <summary>What holds at any width and with any noise.</summary>
/// <param name="FactorOrder">2: the factors are the first order of the response, by Taylor's theorem.</param>
[Findings]
public readonly record struct FactorLaw(double FactorOrder);
