namespace PaperFigures.Nakazato2024;

/// <summary>The losses that the output f = sigma(u) is trained with: the cross-entropy, or half the squared error (f - y)^2 / 2.</summary>
public enum ResponseLoss
{
    CrossEntropy,
    Squared,
}
