using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningDynamics.PyTorch;

/// <summary>What Python says in one line. Which members are there says what kind of message it is.</summary>
internal sealed record Message
{
    /// <summary>The version of torch: it is imported.</summary>
    public string? Torch { get; init; }

    /// <summary>The version of Python.</summary>
    public string? Python { get; init; }

    /// <summary>What torch can compute on.</summary>
    public string[]? Devices { get; init; }

    /// <summary>Why torch cannot be imported.</summary>
    public string? Absent { get; init; }

    /// <summary>What Python waits for: "orders".</summary>
    public string? Need { get; init; }

    /// <summary>The number of finished steps.</summary>
    public long? Step { get; init; }

    /// <summary>The parameters at the observed steps since the last message, one row after the other.</summary>
    public string? Parameters { get; init; }

    /// <summary>Whether all parameters are finite; where not, the run has ended.</summary>
    public bool Finite { get; init; }

    /// <summary>The parameters after the last step: the run has ended.</summary>
    public string? Done { get; init; }

    /// <summary>Why the run has ended before its last step.</summary>
    public string? Failed { get; init; }

    /// <summary>Reads a line; null if it is no message.</summary>
    public static Message? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ProtocolJson.Default.Message);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How messages are written: without reflection, and with names as Python has them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(PlanMessage))]
[JsonSerializable(typeof(OrdersMessage))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
