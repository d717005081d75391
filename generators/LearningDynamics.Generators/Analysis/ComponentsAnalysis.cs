using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the components of the structs that are measured over time and of those that a whole run shows.</summary>
internal static class ComponentsAnalysis
{
    public static EquatableArray<ComponentsModel> Observables(AnalysisContext context, IEnumerable<ITypeSymbol> returned) =>
        Structs(context, returned, "Observables", "Observe", Observable);

    public static EquatableArray<ComponentsModel> Findings(AnalysisContext context, IEnumerable<ITypeSymbol> returned) =>
        Structs(context, returned, "Findings", "Find", Finding);

    private static EquatableArray<ComponentsModel> Structs(
        AnalysisContext context,
        IEnumerable<ITypeSymbol> returned,
        string attribute,
        string reader,
        Func<AnalysisContext, PositionalComponent, ComponentModel?> read)
    {
        HashSet<ITypeSymbol> filled = new(returned, SymbolEqualityComparer.Default);
        INamedTypeSymbol[] declared = [.. context.Type.GetTypeMembers().Where(type => type.FindAttribute(attribute) is not null)];
        foreach (INamedTypeSymbol type in declared.Where(type => !filled.Contains(type) && !context.IsRejected))
            context.Report(ObservationDiagnostics.NeverReturned, type.OfName(), type.Name, $"[{reader}]");

        return declared.Where(filled.Contains)
            .Concat(filled.OfType<INamedTypeSymbol>().Where(type => !declared.Contains(type, SymbolEqualityComparer.Default)))
            .Select(type => Struct(context, type, read))
            .ToEquatableArray();
    }

    private static ComponentsModel Struct(AnalysisContext context, INamedTypeSymbol type, Func<AnalysisContext, PositionalComponent, ComponentModel?> read)
    {
        IReadOnlyList<PositionalComponent> components = PositionalComponents.Of(type);
        if (components.Count == 0)
            context.Reject(ObservationDiagnostics.NoComponents, type.OfName() ?? context.Type.OfName(), type.Name);
        return new(context.Names.Of(type), components.Select(component => read(context, component)).OfType<ComponentModel>().ToEquatableArray());
    }

    private static ComponentModel? Observable(AnalysisContext context, PositionalComponent component)
    {
        IPropertySymbol property = component.Property;
        RejectEventTime(context, component, "an observable is measured at every time; put it into the [Findings] struct");
        if (property.Type.IsDouble())
            return Model(property, ComponentKind.Plain);
        if (property.Type.IsDoubleArray())
            return Model(property, ComponentKind.Vector);
        return Unsupported(context, component, ObservationDiagnostics.UnsupportedObservable);
    }

    private static ComponentModel? Finding(AnalysisContext context, PositionalComponent component)
    {
        IPropertySymbol property = component.Property;
        ITypeSymbol type = property.Type.WithoutNull();
        bool isEventTime = EventTime(component) is not null;
        if (isEventTime && type.IsDouble())
            return Model(property, ComponentKind.EventTime);
        RejectEventTime(context, component, "the time of an event is a double, or a double? where it may never come");
        if (type.TypeKind == TypeKind.Enum)
            return property.Type.IsNullableStruct() ? Model(property, ComponentKind.Plain) : new(property.Name, TypeNames.Identifier(property.Name), ComponentKind.Enum, context.Names.Of(type));
        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType: var element } && element.WithoutNull().IsDouble())
            return Model(property, ComponentKind.Vector);
        if (type.IsLibrary("Experiments", "Map"))
            return Model(property, ComponentKind.Map);
        bool isSupported = type.SpecialType is SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean or SpecialType.System_String;
        return isSupported ? Model(property, ComponentKind.Plain) : Unsupported(context, component, ObservationDiagnostics.UnsupportedFinding);
    }

    private static ComponentModel Model(IPropertySymbol property, ComponentKind kind) => new(property.Name, TypeNames.Identifier(property.Name), kind, EnumType: null);

    private static ComponentModel? Unsupported(AnalysisContext context, PositionalComponent component, DiagnosticDescriptor descriptor)
    {
        if (component.Property.Type.TypeKind == TypeKind.Error)
            context.RejectSilently();
        else
            context.Reject(descriptor, component.Parameter.OfName() ?? context.Type.OfName(), component.Property.Name, TypeNames.Plain(component.Property.Type));
        return null;
    }

    private static void RejectEventTime(AnalysisContext context, PositionalComponent component, string reason)
    {
        if (EventTime(component) is { } attribute)
            context.Report(ObservationDiagnostics.EventTimeMisplaced, attribute.OfAttribute(context.Cancellation), component.Property.Name, reason);
    }

    /// <summary>The attribute, on the property or plain on the positional parameter.</summary>
    private static AttributeData? EventTime(PositionalComponent component) =>
        component.Property.FindAttribute("EventTime") ?? component.Parameter.FindAttribute("EventTime");
}
