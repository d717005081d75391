using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Models;

/// <summary>A diagnostic as data: equal to another that says the same of the same place.</summary>
/// <param name="Descriptor">Which diagnostic.</param>
/// <param name="Location">Where; null where there is no source.</param>
/// <param name="Arguments">What the message says.</param>
/// <param name="Replacement">The text that a code fix puts in place of the marked one, or null where there is none.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments, string? Replacement)
{
    /// <summary>The property under which a code fix finds <see cref="Replacement"/>.</summary>
    public const string ReplacementProperty = "Replacement";

    public Diagnostic ToDiagnostic()
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (Replacement is not null)
            properties = properties.Add(ReplacementProperty, Replacement);
        return Diagnostic.Create(Descriptor, Location?.ToLocation(), properties, [.. Arguments]);
    }
}
