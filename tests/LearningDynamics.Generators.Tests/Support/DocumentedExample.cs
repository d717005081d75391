using System.Text.RegularExpressions;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>
/// Completes the examples of the documentation into sources that compile. Members stand in a class; <c>// ...</c> stands for whatever an
/// experiment needs besides what the example shows.
/// </summary>
internal static partial class DocumentedExample
{
    private const string Elision = "// ...";

    /// <summary>Routes that an example may leave out, and how to see that it has its own.</summary>
    private static readonly (string Marker, string Answered, string Members)[] Routes =
    [
        ("[ClosedForm]", "[Answer(Route.ClosedForm", "[ClosedForm] public Lazy<double> Exact() => new(() => 1); [Observe] public Rest Observe(Lazy<double> solution, double time) => new(solution.Value * time);"),
        ("[Flow", "[Answer(Route.Flow", """
            [InitialState] public double[] Start() => [1];
            [Flow] public void Flow(ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -state[0];
            [Observe] public Rest Look(ReadOnlySpan<double> state) => new(state[0]);
            """),
        ("[Trained]", "[Answer(Route.Trained", "[Trained] public TrainingPlan Train() => throw new NotImplementedException(); [Observe] public Rest Observe(Network network) => new(network.Logit([1]));"),
    ];

    /// <summary>The C# blocks of a page, in order.</summary>
    public static string[] Blocks(string page) => [.. CodeBlock().Matches(page).Select(match => match.Groups["code"].Value)];

    /// <summary>A block as a whole source.</summary>
    /// <param name="block">The block.</param>
    /// <param name="withHorizon">Whether a horizon that the block does not show is added.</param>
    public static string Complete(string block, bool withHorizon = true)
    {
        string source = block.Contains("class ", StringComparison.Ordinal)
            ? block
            : $"[Experiment(\"demo/decay\")]\npublic sealed partial class Decay\n{{\n{block}\n{(block.Contains(Elision, StringComparison.Ordinal) ? string.Empty : Elision)}\n}}";
        return source.Replace(Elision, string.Join('\n', Rest(block, withHorizon)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rest(string block, bool withHorizon)
    {
        if (withHorizon && !block.Contains("[Horizon", StringComparison.Ordinal))
            yield return "[Horizon] public double Duration { get; init; } = 5;";
        if (block.Contains("Curve", StringComparison.Ordinal) && !block.Contains("[Observables]", StringComparison.Ordinal))
            yield return "[Observables] public readonly record struct Curve(double Value);";
        string[] routes = [.. Routes.Where(route => !block.Contains(route.Marker, StringComparison.Ordinal) && !block.Contains(route.Answered, StringComparison.Ordinal)).Select(route => route.Members)];
        foreach (string route in routes)
            yield return route;
        if (routes.Length > 0)
            yield return "[Observables] public readonly record struct Rest(double Remaining);";
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();
}
