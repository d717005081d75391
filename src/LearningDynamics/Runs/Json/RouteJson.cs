using System.Collections.Immutable;
using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Runs;

/// <summary>Writes and reads the answer of one route as JSON.</summary>
internal static class RouteJson
{
    public static void Write(Utf8JsonWriter json, RouteResult route)
    {
        json.WriteStartObject();
        json.WriteString("route", route.Route.Name());
        WriteNumbers(json, "times", route.Trajectory.Times);
        WriteSeries(json, route.Trajectory.Observables);
        WriteFindings(json, route.Findings);
        json.WriteStartObject("maps");
        foreach (NamedMap map in route.Maps)
        {
            json.WritePropertyName(map.Name);
            WriteMap(json, map.Map);
        }

        json.WriteEndObject();
        WriteNumbers(json, "eventTimes", route.EventTimes);
        json.WriteStartObject("work");
        foreach (WorkCount work in route.Work)
            json.WriteNumber(work.Name, work.Count);
        json.WriteEndObject();
        if (route.StandardErrors is { } errors)
            WriteErrors(json, errors);
        json.WriteEndObject();
    }

    public static RouteResult Read(JsonElement json)
    {
        ImmutableArray<double> eventTimes = ReadNumbers(json.GetProperty("eventTimes"));
        return new()
        {
            Route = RouteNames.Parse(json.GetProperty("route").GetString()!),
            Trajectory = new(
                ReadNumbers(json.GetProperty("times")),
                ReadSeries(json)),
            Findings = ReadFindings(json, eventTimes),
            Maps = [.. json.GetProperty("maps").EnumerateObject().Select(map => new NamedMap(map.Name, ReadMap(map.Value)))],
            EventTimes = eventTimes,
            Work = [.. json.GetProperty("work").EnumerateObject().Select(work => new WorkCount(work.Name, work.Value.GetInt64()))],
            StandardErrors = json.TryGetProperty("standardErrors", out JsonElement errors) ? new(errors.GetProperty("runs").GetInt32(), ReadSeries(errors), ReadFindings(errors, [])) : null,
        };
    }

    private static void WriteErrors(Utf8JsonWriter json, StandardErrors errors)
    {
        json.WriteStartObject("standardErrors");
        json.WriteNumber("runs", errors.Runs);
        WriteSeries(json, errors.Observables);
        WriteFindings(json, errors.Findings);
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, ImmutableArray<ObservableSeries> observables)
    {
        json.WriteStartObject("observables");
        foreach (ObservableSeries series in observables)
            WriteNumbers(json, series.Name, series.Values);
        json.WriteEndObject();
    }

    private static ImmutableArray<ObservableSeries> ReadSeries(JsonElement json) =>
        [.. json.GetProperty("observables").EnumerateObject().Select(series => new ObservableSeries(series.Name, ReadNumbers(series.Value)))];

    private static void WriteFindings(Utf8JsonWriter json, ImmutableArray<Finding> findings)
    {
        json.WriteStartObject("findings");
        foreach (Finding finding in findings)
        {
            json.WritePropertyName(finding.Name);
            WriteValue(json, finding.Value);
        }

        json.WriteEndObject();
    }

    private static ImmutableArray<Finding> ReadFindings(JsonElement json, ImmutableArray<double> eventTimes) =>
    [
        .. json.GetProperty("findings").EnumerateObject().Select(finding => (finding.Name, Value: ReadValue(finding.Value)))
            .Select(finding => new Finding(finding.Name, finding.Value, finding.Value.AsNumber is { } time && eventTimes.Contains(time))),
    ];

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static ImmutableArray<double> ReadNumbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];

    private static void WriteValue(Utf8JsonWriter json, FindingValue value)
    {
        switch (value.Kind)
        {
            case FindingKind.Number:
                json.WriteNumberValue(value.AsNumber!.Value);
                break;
            case FindingKind.Label:
                json.WriteStringValue(value.AsLabel);
                break;
            case FindingKind.Flag:
                json.WriteBooleanValue(value.AsFlag!.Value);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static FindingValue ReadValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => FindingValue.Of(json.GetDouble()),
        JsonValueKind.String => FindingValue.Of(json.GetString()),
        JsonValueKind.True or JsonValueKind.False => FindingValue.Of(json.GetBoolean()),
        _ => FindingValue.Missing,
    };

    /// <summary>A map's values nest as its axes do: a list for one axis, a list of lists for two.</summary>
    private static void WriteMap(Utf8JsonWriter json, Map map)
    {
        json.WriteStartObject();
        json.WriteStartArray("axes");
        foreach (MapAxis axis in map.Axes)
        {
            json.WriteStartObject();
            json.WriteString("name", axis.Name);
            WriteNumbers(json, "values", axis.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("values");
        int rowLength = map.Axes[^1].Values.Length;
        for (int index = 0; index < map.Values.Length; index++)
        {
            if (map.Axes.Length == 2 && index % rowLength == 0)
                json.WriteStartArray();
            WriteValue(json, map.Values[index]);
            if (map.Axes.Length == 2 && index % rowLength == rowLength - 1)
                json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Map ReadMap(JsonElement json)
    {
        ImmutableArray<MapAxis> axes =
            [.. json.GetProperty("axes").EnumerateArray().Select(axis => new MapAxis(axis.GetProperty("name").GetString()!, ReadNumbers(axis.GetProperty("values"))))];
        IEnumerable<JsonElement> values = json.GetProperty("values").EnumerateArray();
        return new(axes, [.. (axes.Length == 2 ? values.SelectMany(row => row.EnumerateArray()) : values).Select(ReadValue)]);
    }
}
