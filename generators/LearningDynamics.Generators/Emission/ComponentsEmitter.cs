using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes how the components of observables and findings are handed to the library.</summary>
internal static class ComponentsEmitter
{
    public static void Write(SourceWriter writer, RoutesModel routes)
    {
        foreach (ComponentsModel observables in routes.Observables)
            Write(writer, observables, "TrajectoryWriter");
        foreach (ComponentsModel findings in routes.Findings)
            Write(writer, findings, "FindingsWriter");
    }

    private static void Write(SourceWriter writer, ComponentsModel components, string receiver)
    {
        writer.Line();
        writer.Block($"private static void Write({components.Type} value, {LibraryNames.Experiments}{receiver} writer)", () =>
        {
            foreach (ComponentModel component in components.Components)
                writer.Line($"writer.{Method(component)}({Literal.Of(component.Name)}, {Cast(component)}value.{component.Code});");
        });
    }

    private static string Method(ComponentModel component) => component.Kind == ComponentKind.EventTime ? "AddEventTime" : "Add";

    private static string Cast(ComponentModel component) => component.EnumType is null ? string.Empty : $"({component.EnumType}?)";
}
