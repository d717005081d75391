namespace LearningDynamics.Generators.Models;

/// <summary>Named points of the parameters.</summary>
/// <param name="Name">The name.</param>
/// <param name="Grids">The settings of each attribute of that name.</param>
internal sealed record PresetModel(string Name, EquatableArray<EquatableArray<PresetSettingModel>> Grids);

/// <summary>The values that a preset gives to a parameter.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Type">How its values are written.</param>
/// <param name="Values">The values as code.</param>
internal sealed record PresetSettingModel(string Parameter, ParameterType Type, EquatableArray<string> Values);
