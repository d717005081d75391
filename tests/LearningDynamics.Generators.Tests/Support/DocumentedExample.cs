using System.Text.RegularExpressions;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>
/// Completes the examples of the documentation into sources that compile. Members stand in a class; <c>// ...</c> stands for whatever an
/// experiment needs besides what the example shows.
/// </summary>
internal static partial class DocumentedExample
{
    private const string Elision = "    // ...";

    /// <summary>The C# blocks of a page, in order.</summary>
    public static string[] Blocks(string page) => [.. CodeBlock().Matches(page).Select(match => match.Groups["code"].Value)];

    /// <summary>A block as a whole source.</summary>
    /// <param name="block">The block.</param>
    /// <param name="withHorizon">Whether a horizon that the block does not show is added.</param>
    public static string Complete(string block, bool withHorizon = true)
    {
        string source = block.Contains("class ", StringComparison.Ordinal)
            ? block
            : $"[Experiment(\"demo/decay\")]\npublic sealed partial class Decay\n{{\n{block}\n{Elision}\n}}";
        return source.Replace(Elision, string.Join('\n', Rest(block, withHorizon)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rest(string block, bool withHorizon)
    {
        if (withHorizon && !block.Contains("[Horizon", StringComparison.Ordinal))
            yield return "[Horizon] public double Duration { get; init; } = 5;";
        if (!block.Contains("[Observables]", StringComparison.Ordinal))
            yield return "[Observables] public readonly record struct Curve(double Value);";
        if (!block.Contains("[ClosedForm]", StringComparison.Ordinal))
        {
            yield return "[ClosedForm] public Lazy<double> Exact() => new(() => 1);";
            yield return "[Observe] public Curve Observe(Lazy<double> solution, double time) => new(solution.Value * Math.Exp(-time));";
        }

        if (!block.Contains("[Flow", StringComparison.Ordinal))
        {
            yield return "[InitialState] public double[] Start() => [1];";
            yield return "[Flow] public void Flow(ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -state[0];";
            yield return "[Observe] public Curve Observe(ReadOnlySpan<double> state) => new(state[0]);";
        }

        if (!block.Contains("[Trained]", StringComparison.Ordinal) && !block.Contains("TrainingPlan", StringComparison.Ordinal))
        {
            yield return "[Trained] public TrainingPlan Train() => throw new NotImplementedException();";
            yield return "[Observe] public Curve Observe(Network network) => new(network.Logit([1]));";
        }
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeBlock();
}
