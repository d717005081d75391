using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the vector field: a struct, so that the solver's code is compiled for it.</summary>
internal static class FieldEmitter
{
    /// <summary>What the field keeps: nothing that it does not read.</summary>
    public static IEnumerable<(string Type, string Name, string Argument)> Captured(FlowModel flow)
    {
        if (!flow.Field.IsStatic)
            yield return ("experiment", "experiment", "experiment");
        if (flow.State is null)
            yield return ("int", "dimension", "start.Length");
    }

    public static void Write(SourceWriter writer, string experimentType, FlowModel flow)
    {
        IEnumerable<string> parameters = Captured(flow).Select(captured => $"{(captured.Type == "experiment" ? experimentType : captured.Type)} {captured.Name}");
        string @interface = LibraryNames.Flows + (flow.TypeParameter is null ? "IVectorField<double>" : "IVectorField");
        writer.Line($"/// <summary>The vector field, over {(flow.TypeParameter is null ? "doubles" : "whichever scalar the solver runs it")}.</summary>");
        writer.Block($"private readonly struct Field({string.Join(", ", parameters)}) : {@interface}", () =>
        {
            writer.Line($"public int Dimension => {(flow.State is null ? "dimension" : Literal.Of(flow.State.Components.Count))};");
            writer.Line();
            WriteEvaluate(writer, flow);
        });
    }

    private static void WriteEvaluate(SourceWriter writer, FlowModel flow)
    {
        string scalar = flow.TypeParameter ?? "double";
        string generic = flow.TypeParameter is null ? string.Empty : $"<{scalar}>";
        writer.Line($"public void Evaluate{generic}({scalar} time, ReadOnlySpan<{scalar}> state, Span<{scalar}> derivative)");
        if (flow.TypeParameter is not null)
            writer.Indented(() => writer.Line($"where {scalar} : struct, {LibraryNames.Numerics}IScalar<{scalar}>"));
        writer.Line("{");
        writer.Indented(() => WriteBody(writer, flow));
        writer.Line("}");
    }

    private static void WriteBody(SourceWriter writer, FlowModel flow)
    {
        string time = flow.Field.TakesTime ? "time, " : string.Empty;
        if (flow.State is not { } state)
        {
            writer.Line($"{flow.Field.Code}({time}state, derivative);");
            return;
        }

        string elements = string.Join(", ", Enumerable.Range(0, state.Components.Count).Select(index => $"state[{Literal.Of(index)}]"));
        writer.Line($"{state.ScalarType} rate = {flow.Field.Code}({time}new {state.ScalarType}({elements}));");
        for (int index = 0; index < state.Components.Count; index++)
            writer.Line($"derivative[{Literal.Of(index)}] = rate.{state.Components[index]};");
    }
}
