namespace LearningDynamics.Generators.Models;

/// <summary>How a parameter's values are written in C#.</summary>
internal enum ParameterType
{
    Double,
    Int,
    Long,
    Bool,
    String,
    Enum,
}

/// <summary>A property that is a parameter.</summary>
internal sealed record ParameterModel
{
    public required string Name { get; init; }

    /// <summary>The property as code: the name, escaped where it is a keyword.</summary>
    public required string Code { get; init; }

    public required ParameterType Type { get; init; }

    /// <summary>The enum as code; null for other types.</summary>
    public required string? EnumType { get; init; }

    public required EquatableArray<string> Choices { get; init; }

    public required BoundsModel Bounds { get; init; }

    /// <summary>The swept values as code.</summary>
    public required EquatableArray<string> Sweep { get; init; }

    public required string? Symbol { get; init; }

    public required string? Summary { get; init; }

    public required bool IsSeed { get; init; }
}
