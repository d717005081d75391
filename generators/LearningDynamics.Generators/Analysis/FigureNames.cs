using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Analysis;

/// <summary>What a figure can show or be drawn over.</summary>
internal enum FigureQuantity
{
    Observable,
    Finding,
    Map,
    Parameter,
}

/// <summary>The names that an experiment's figures can use.</summary>
internal sealed class FigureNames
{
    private readonly (FigureQuantity Quantity, string Name, bool IsVector)[] known;

    public FigureNames(RoutesModel routes, ParametersModel parameters)
    {
        known =
        [
            .. routes.Observables.SelectMany(type => type.Components).Select(component => (FigureQuantity.Observable, component.Name, component.Kind == ComponentKind.Vector)),
            .. routes.Findings.SelectMany(type => type.Components).Select(component =>
                (component.Kind == ComponentKind.Map ? FigureQuantity.Map : FigureQuantity.Finding, component.Name, component.Kind == ComponentKind.Vector)),
            .. parameters.Parameters.Select(parameter => (FigureQuantity.Parameter, parameter.Name, false)),
        ];
    }

    /// <summary>What a name means, or null where it means nothing.</summary>
    /// <param name="name">A name, or the name of a vector with the number of a component.</param>
    public FigureQuantity? Find(string? name)
    {
        foreach ((FigureQuantity quantity, string candidate, bool isVector) in known)
        {
            if (candidate == name || (isVector && name is not null && IsComponent(candidate, name)))
                return quantity;
        }

        return null;
    }

    /// <summary>Whether a name means what it should.</summary>
    public bool Has(FigureQuantity quantity, string? name) => Find(name) == quantity;

    /// <summary>The names that would be right, for a message.</summary>
    public string Among(params FigureQuantity[] quantities)
    {
        string[] names = [.. known.Where(entry => quantities.Contains(entry.Quantity)).Select(entry => entry.Name).Distinct()];
        return names.Length == 0 ? "there is none" : $"choose among {string.Join(", ", names)}";
    }

    private static bool IsComponent(string vector, string name) =>
        name.Length > vector.Length
        && name.StartsWith(vector, StringComparison.Ordinal)
        && name[vector.Length] != '0'
        && name.Skip(vector.Length).All(character => character is >= '0' and <= '9');
}
