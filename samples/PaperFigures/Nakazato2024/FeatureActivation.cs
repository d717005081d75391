namespace PaperFigures.Nakazato2024;

/// <summary>The activations that the paper compares.</summary>
public enum FeatureActivation
{
    Relu,
    Elu,
}
