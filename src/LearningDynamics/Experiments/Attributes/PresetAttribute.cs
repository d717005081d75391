namespace LearningDynamics.Experiments;

/// <summary>
/// Names points of the parameters, such as those of a figure: <c>--preset NAME</c> runs them. A setting is <c>Name=Value</c>; with several
/// values, separated by commas, the parameter runs through them, and several such settings give every combination. Parameters that are not set
/// have their default and are not swept. Several attributes of one name are one preset, whose points are those of each in turn.
/// </summary>
/// <param name="name">The name: lower-case letters, digits and hyphens.</param>
/// <param name="settings">The settings, with numbers in the invariant culture.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PresetAttribute(string name, params string[] settings) : Attribute
{
    /// <summary>The name on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>The settings, each <c>Name=Value</c> or <c>Name=Value,Value</c>.</summary>
    public string[] Settings { get; } = settings;
}
