using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>Asserts which diagnostics a source has, and that it has no other.</summary>
internal static class Expect
{
    /// <summary>Asserts that the diagnostics are exactly those that the source marks.</summary>
    /// <param name="marked">A source with markup.</param>
    /// <returns>The run, for further assertions.</returns>
    public static GeneratorRun Diagnostics(string marked)
    {
        Markup markup = Markup.Parse(marked);
        GeneratorRun run = GeneratorRun.Of(markup.Source);
        Mark[] actual = [.. run.Diagnostics.Select(diagnostic => MarkOf(diagnostic, markup.Source))];
        Assert.True(
            markup.Marks.Order(ByPlace).SequenceEqual(actual.Order(ByPlace)),
            $"Expected {string.Join("; ", markup.Marks)} but found {string.Join("; ", run.Diagnostics.Select(diagnostic => $"{MarkOf(diagnostic, markup.Source)}: {diagnostic.GetMessage(null)}"))}.");
        return run;
    }

    /// <summary>Asserts the diagnostics, and the message of the only one.</summary>
    /// <param name="marked">A source with one mark.</param>
    /// <param name="message">The message.</param>
    public static void Diagnostic(string marked, string message) =>
        Assert.Equal(message, Assert.Single(Diagnostics(marked).Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    private static Comparer<Mark> ByPlace { get; } = Comparer<Mark>.Create((left, right) =>
        left.Start != right.Start ? left.Start.CompareTo(right.Start) : string.CompareOrdinal(left.Id, right.Id));

    private static Mark MarkOf(Diagnostic diagnostic, string source) =>
        new(diagnostic.Id, diagnostic.Location.SourceSpan.Start, source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
}
