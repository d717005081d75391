namespace PaperFigures.Nakazato2024;

/// <summary>What is noisy about the training, and what its level says.</summary>
public enum NoiseKind
{
    /// <summary>Each bit of x_o is flipped in an epoch with a probability of the level.</summary>
    InputFlip,

    /// <summary>With a probability of the level an epoch trains on another input, drawn from all, with a target 0 or 1 by the toss of a coin.</summary>
    OtherExamples,

    /// <summary>With a probability of the level an epoch trains towards 1 - y_o.</summary>
    Label,

    /// <summary>Each weight moves in an epoch by the learning rate times the level times a normal number, besides its gradient step.</summary>
    Weight,
}
