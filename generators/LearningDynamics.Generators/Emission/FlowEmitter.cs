using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes a flow: the problem, its events and the vector field.</summary>
internal static class FlowEmitter
{
    private const string Flows = LibraryNames.Flows;

    /// <summary>The vector field as the solver runs it.</summary>
    public static string FieldType(FlowModel flow) => flow.TypeParameter is null ? "Field" : $"{Flows}ScalarField<Field>";

    /// <summary>The typed state, read from a span of components.</summary>
    public static string ReadState(FlowModel flow) => flow.State is null ? "components.ToArray()" : $"new {flow.State.DoubleType}({Elements(flow.State, "components")})";

    public static void Write(SourceWriter writer, string experimentType, string horizon, FlowModel flow)
    {
        writer.Line();
        WriteProblem(writer, experimentType, horizon, flow);
        if (flow.Events.Count > 0)
        {
            writer.Line();
            WriteEvents(writer, experimentType, flow);
        }

        if (flow.State is { } state)
        {
            writer.Line();
            writer.Line($"private static double[] Components({state.DoubleType} state) => [{string.Join(", ", state.Components.Select(component => "state." + component))}];");
        }

        writer.Line();
        FieldEmitter.Write(writer, experimentType, flow);
    }

    private static void WriteProblem(SourceWriter writer, string experimentType, string horizon, FlowModel flow) => writer.Block(
        $"private static {Flows}FlowProblem<{FieldType(flow)}>{(flow.IsOptional ? "?" : string.Empty)} Problem({experimentType} experiment)",
        () =>
        {
            string field = $"new Field({string.Join(", ", FieldEmitter.Captured(flow).Select(captured => captured.Argument))})";
            WriteStart(writer, flow, $"{flow.Start.Code}()");
            writer.Line($"var field = {(flow.TypeParameter is null ? field : $"new {FieldType(flow)}({field})")};");
            writer.Line($"return new(field, start, 0, experiment.{horizon}{(flow.Events.Count > 0 ? ", Events(experiment, start)" : string.Empty)});");
        });

    private static void WriteStart(SourceWriter writer, FlowModel flow, string start)
    {
        if (flow.IsOptional)
        {
            writer.Line($"if ({start} is not {{ }} {(flow.State is null ? "start" : "state")})");
            writer.Indented(() => writer.Line("return null;"));
            start = "state";
        }

        if (flow.State is not null)
            writer.Line($"double[] start = Components({start});");
        else if (!flow.IsOptional)
            writer.Line($"double[] start = {start};");
    }

    private static void WriteEvents(SourceWriter writer, string experimentType, FlowModel flow) => writer.Block(
        $"private static {Flows}FlowEvent[] Events({experimentType} experiment, double[] start) =>",
        () =>
        {
            foreach (EventModel @event in flow.Events)
                WriteEvent(writer, flow, @event);
        },
        open: "[",
        close: "];");

    private static void WriteEvent(SourceWriter writer, FlowModel flow, EventModel @event)
    {
        // As many components as the function gives at the start.
        string count = @event.ReturnsArray ? $"{Call(flow, @event, "0", "start")}.Length" : "1";
        string value = Call(flow, @event, "time", "components");
        string function = @event.ReturnsArray ? $"{value}.CopyTo(values)" : $"values[0] = {value}";
        string isTerminal = @event.IsTerminal ? ", IsTerminal: true" : string.Empty;
        writer.Line($"new({Literal.Of(@event.Method.Name)}, {count}, (time, components, values) => {function}, {Flows}EventDirection.{@event.Direction}{isTerminal}),");
    }

    private static string Call(FlowModel flow, EventModel @event, string time, string components)
    {
        string state = @event.Argument switch
        {
            StateArgument.Struct => $"new {flow.State!.DoubleType}({Elements(flow.State, components)})",
            StateArgument.Array when components == "components" => "components.ToArray()",
            _ => components,
        };
        return $"{@event.Method.Code}({(@event.Method.TakesTime ? time + ", " : string.Empty)}{state})";
    }

    private static string Elements(StateModel state, string components) =>
        string.Join(", ", Enumerable.Range(0, state.Components.Count).Select(index => $"{components}[{Literal.Of(index)}]"));
}
