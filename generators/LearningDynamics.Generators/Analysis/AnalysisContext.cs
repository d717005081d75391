using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The class under analysis and the mistakes found in it so far. It lives only while one class is looked at.</summary>
/// <param name="type">The class.</param>
/// <param name="compilation">The program that it is in.</param>
/// <param name="cancellation">Stops the analysis.</param>
internal sealed class AnalysisContext(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
{
    private readonly List<DiagnosticInfo> diagnostics = [];

    public INamedTypeSymbol Type { get; } = type;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    public TypeNames Names { get; } = new(type);

    public IReadOnlyList<DiagnosticInfo> Diagnostics => diagnostics;

    /// <summary>Whether a mistake leaves nothing sensible to emit.</summary>
    public bool IsRejected { get; private set; }

    /// <summary>Notes a mistake despite which the class can be emitted.</summary>
    /// <param name="descriptor">Which mistake.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">What the message says.</param>
    public void Report(DiagnosticDescriptor descriptor, Location? location, params string[] arguments) =>
        diagnostics.Add(new(descriptor, LocationInfo.From(location), arguments.ToEquatableArray(), Replacement: null));

    /// <summary>Notes a mistake that a code fix mends by other text in the same place.</summary>
    /// <param name="descriptor">Which mistake.</param>
    /// <param name="location">Where.</param>
    /// <param name="replacement">The other text, or null where there is none.</param>
    /// <param name="arguments">What the message says.</param>
    public void ReportReplaceable(DiagnosticDescriptor descriptor, Location? location, string? replacement, params string[] arguments) =>
        diagnostics.Add(new(descriptor, LocationInfo.From(location), arguments.ToEquatableArray(), replacement));

    /// <summary>Notes a mistake that leaves nothing sensible to emit.</summary>
    /// <param name="descriptor">Which mistake.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">What the message says.</param>
    public void Reject(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        Report(descriptor, location, arguments);
        IsRejected = true;
    }

    /// <summary>Emits nothing, because the compiler reports the mistake itself.</summary>
    public void RejectSilently() => IsRejected = true;
}
