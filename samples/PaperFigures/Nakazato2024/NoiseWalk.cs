using LearningDynamics.Data;
using LearningDynamics.Theory;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// How many ReLU features would be alive at x_o if noise alone moved their preactivations there, as independent walks that end at 0, and with the diffusion that it has before
/// training: a picture to compare with, not what noise does. Weight noise does not stop at 0, label noise moves all features together, and all but weight noise fades as the pair
/// is learned, while training itself moves features too.
/// </summary>
internal sealed class NoiseWalk(ResponseSetting setting)
{
    private readonly AbsorbedWalk walk =
        AbsorbedWalk.FromHalfNormal(Math.Sqrt(setting.HiddenVariance) * BitChange.None(setting).TrainedNorm, 0, Diffusion(setting));

    /// <summary>The expected number after so many epochs: of ReLU features half are alive at the start, of ELU features all and for ever.</summary>
    public double AliveFeatures(double epoch) => setting.Activation == FeatureActivation.Elu ? setting.Features : 0.5 * setting.Features * walk.Survival(epoch);

    /// <summary>
    /// Half the variance of an epoch's noise in h. A step moves h by eta m^(-1/2) v r with r = (y - f) x.x_o / N, and f is 1/2 at the start on average; weight noise moves it by
    /// eta times the level times ||x_o|| / sqrt N times a normal number.
    /// </summary>
    private static double Diffusion(ResponseSetting setting)
    {
        double square = Math.Pow(BitChange.None(setting).TrainedNorm, 2), level = setting.NoiseLevel;
        double variance = setting.NoiseKind == NoiseKind.Weight
            ? level * level * square
            : setting.OutputVariance / setting.Features * VarianceOfStep(setting, square, level);
        return 0.5 * setting.LearningRate * setting.LearningRate * variance;
    }

    private static double VarianceOfStep(ResponseSetting setting, double own, double level)
    {
        double size = setting.InputSize, ones = setting.SetBits, gap = setting.Target - 0.5, keeps = level * (1 - level);
        bool isSigned = setting.Encoding == HypercubeEncoding.Signed;
        switch (setting.NoiseKind)
        {
            case NoiseKind.InputFlip:
                // A flipped bit takes 2 / N from the overlap of signed inputs, and 1 / N from that of binary ones if it was set.
                return gap * gap * keeps * (isSigned ? 4 / size : ones / (size * size));
            case NoiseKind.Label:
                return Math.Pow(2 * gap * own, 2) * keeps;
            default:
                // Any other input has y - f = 1/2 or -1/2, alike often, and half of the bits of x_o.
                double overlap = isSigned ? 1 / size : ((ones * ones) + ones) / (4 * size * size);
                return (keeps * Math.Pow(gap * own, 2)) + (level * overlap / 4);
        }
    }
}
