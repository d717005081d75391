using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Analysis;

/// <summary>What a figure can show, be drawn over or belong to.</summary>
internal enum FigureQuantity
{
    Observable,
    Finding,
    Map,
    Parameter,
    Preset,
}

/// <summary>The names that an experiment's figures can use.</summary>
internal sealed class FigureNames
{
    private readonly (FigureQuantity Quantity, string Name, bool IsVector)[] known;

    public FigureNames(RoutesModel routes, ParametersModel parameters, EquatableArray<PresetModel> presets)
    {
        known =
        [
            .. routes.Observables.SelectMany(type => type.Components).Select(component => (FigureQuantity.Observable, component.Name, component.Kind == ComponentKind.Vector)),
            .. routes.Findings.SelectMany(type => type.Components).Select(component =>
                (component.Kind == ComponentKind.Map ? FigureQuantity.Map : FigureQuantity.Finding, component.Name, component.Kind == ComponentKind.Vector)),
            .. parameters.Parameters.Select(parameter => (FigureQuantity.Parameter, parameter.Name, false)),
            .. presets.Select(preset => (FigureQuantity.Preset, preset.Name, false)),
        ];
    }

    /// <summary>What a name means first, or null where it means nothing.</summary>
    /// <param name="name">A name, or the name of a vector with the number of a component.</param>
    public FigureQuantity? Find(string? name)
    {
        foreach (var entry in known)
        {
            if (Means(entry, name))
                return entry.Quantity;
        }

        return null;
    }

    /// <summary>Whether a name means what it should; a parameter may have the name of an observable.</summary>
    public bool Has(FigureQuantity quantity, string? name) => known.Any(entry => entry.Quantity == quantity && Means(entry, name));

    /// <summary>The names that would be right, for a message.</summary>
    public string Among(params FigureQuantity[] quantities)
    {
        string[] names = [.. known.Where(entry => quantities.Contains(entry.Quantity)).Select(entry => entry.Name).Distinct()];
        return names.Length == 0 ? "there is none" : $"choose among {string.Join(", ", names)}";
    }

    private static bool Means((FigureQuantity Quantity, string Name, bool IsVector) entry, string? name) =>
        name is not null && (entry.Name == name || (entry.IsVector && IsComponent(entry.Name, name)));

    private static bool IsComponent(string vector, string name) =>
        name.Length > vector.Length
        && name.StartsWith(vector, StringComparison.Ordinal)
        && name[vector.Length] != '0'
        && name.Skip(vector.Length).All(character => character is >= '0' and <= '9');
}
