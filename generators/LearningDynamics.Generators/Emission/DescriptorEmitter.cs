using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the descriptor of an experiment.</summary>
internal static class DescriptorEmitter
{
    private const string Type = LibraryNames.Experiments + "ExperimentDescriptor";
    private const string Route = LibraryNames.Experiments + "Route.";

    public static void Write(SourceWriter writer, ExperimentModel experiment)
    {
        writer.Line($"public static {Type} Descriptor {{ get; }} = Describe();");
        writer.Line();
        writer.Block($"private static {Type} Describe()", () =>
        {
            writer.Line("// The defaults are those of the property initialisers.");
            writer.Line($"var defaults = new {experiment.Class.ScopedName}();");
            writer.Block("return new()", () => WriteMembers(writer, experiment), close: "};");
        });
    }

    private static void WriteMembers(SourceWriter writer, ExperimentModel experiment)
    {
        writer.Line($"Id = {Literal.Of(experiment.Id)},");
        writer.Line($"Name = {Literal.Of(experiment.Class.PlainName)},");
        if (experiment.Summary is not null)
            writer.Line($"Summary = {Literal.Of(experiment.Summary)},");
        if (experiment.Source is not null)
            writer.Line($"Source = {Literal.Of(experiment.Source)},");
        if (experiment.IsLong)
            writer.Line("IsLong = true,");
        writer.Line($"Routes = [{string.Join(", ", experiment.Routes.Names.Select(route => Route + route))}],");
        ParametersEmitter.WriteDescriptors(writer, experiment.Parameters);
        if (experiment.Presets.Count > 0)
            ParametersEmitter.WritePresets(writer, experiment.Presets);
        WriteNames(writer, "Observables", experiment.Routes.Observables);
        WriteNames(writer, "Findings", experiment.Routes.Findings);
        if (experiment.CrossChecks.Count > 0)
            writer.Block("CrossChecks =", () => WriteCrossChecks(writer, experiment.CrossChecks), open: "[", close: "],");
        FiguresEmitter.Write(writer, experiment.Figures);
        writer.Block(
            $"Bind = static point => Bind(new {experiment.Class.ScopedName}",
            () =>
            {
                foreach (ParameterModel parameter in experiment.Parameters)
                    writer.Line($"{parameter.Code} = {ParametersEmitter.Unwrap(parameter)},");
            },
            close: "}),");
    }

    private static void WriteNames(SourceWriter writer, string member, EquatableArray<ComponentsModel> structs)
    {
        // Structs may share components.
        string[] names = [.. structs.SelectMany(type => type.Components).Select(component => component.Kind == ComponentKind.Vector ? component.Name + "[]" : component.Name).Distinct()];
        if (names.Length > 0)
            writer.Line($"{member} = [{string.Join(", ", names.Select(Literal.Of))}],");
    }

    private static void WriteCrossChecks(SourceWriter writer, EquatableArray<CrossCheckModel> checks)
    {
        foreach (CrossCheckModel check in checks)
            writer.Line($"new({Route}{check.Left}, {Route}{check.Right}, {LibraryNames.Experiments}CrossCheckKind.{check.Kind}) {{ {string.Join(", ", check.Settings)} }},");
    }
}
