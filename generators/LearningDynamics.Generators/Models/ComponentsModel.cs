namespace LearningDynamics.Generators.Models;

/// <summary>A record struct whose components are written one by one.</summary>
/// <param name="Type">The struct as code.</param>
/// <param name="Components">Its components in order.</param>
internal sealed record ComponentsModel(string Type, EquatableArray<ComponentModel> Components);

/// <summary>How a component is written.</summary>
internal enum ComponentKind
{
    /// <summary>A value that the writer takes as it is.</summary>
    Plain,

    /// <summary>Several numbers.</summary>
    Vector,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>The time of an event.</summary>
    EventTime,

    /// <summary>Values over axes.</summary>
    Map,
}

/// <summary>A component of an observables or findings struct.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its name as code.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="EnumType">The enum as code; null for other kinds.</param>
internal sealed record ComponentModel(string Name, string Code, ComponentKind Kind, string? EnumType);
