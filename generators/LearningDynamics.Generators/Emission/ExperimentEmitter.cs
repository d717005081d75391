using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the part that is added to an experiment's class: thin calls into the library.</summary>
internal static class ExperimentEmitter
{
    public static string Emit(ExperimentModel experiment)
    {
        var writer = new SourceWriter();
        LibraryNames.WriteHead(writer);
        if (experiment.Class.Namespace is { } name)
        {
            writer.Line($"namespace {name};");
            writer.Line();
        }

        Nested(writer, experiment.Class.Containers, 0, () => WriteClass(writer, experiment));
        return writer.ToString();
    }

    private static void Nested(SourceWriter writer, EquatableArray<string> containers, int depth, Action write)
    {
        if (depth == containers.Count)
            write();
        else
            writer.Block($"partial {containers[depth]}", () => Nested(writer, containers, depth + 1, write));
    }

    private static void WriteClass(SourceWriter writer, ExperimentModel experiment) =>
        writer.Block($"partial {experiment.Class.Keyword} {experiment.Class.Name} : {LibraryNames.Experiments}IExperiment", () =>
        {
            writer.Line("/// <summary>What is known of this experiment without running it.</summary>");
            writer.Line($"public static {LibraryNames.Experiments}ExperimentDescriptor Descriptor => {LibraryNames.Runner}.Descriptor;");
            writer.Line();
            ParametersEmitter.WritePoint(writer, experiment.Parameters);
            writer.Line();

            // Nested, because its static members start only after the class's own, on which defaults may depend.
            writer.Line("/// <summary>Describes the experiment and binds its methods to the library's routes.</summary>");
            writer.Block($"private static class {LibraryNames.Runner}", () => WriteRunner(writer, experiment));
        });

    private static void WriteRunner(SourceWriter writer, ExperimentModel experiment)
    {
        DescriptorEmitter.Write(writer, experiment);
        writer.Line();
        BindingEmitter.Write(writer, experiment);
        if (experiment.Routes.Flow is { } flow)
            FlowEmitter.Write(writer, experiment.Class.ScopedName, experiment.Horizon!, flow);
        ComponentsEmitter.Write(writer, experiment.Routes);
    }
}
