using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds ids that several classes claim.</summary>
internal static class DuplicateIds
{
    /// <summary>A diagnostic for each class that shares its id, at the id.</summary>
    /// <param name="identities">The ids of the program.</param>
    public static IEnumerable<DiagnosticInfo> Among(IEnumerable<ExperimentIdentity> identities) =>
        from same in identities.GroupBy(identity => identity.Id, StringComparer.OrdinalIgnoreCase)
        where same.Skip(1).Any()
        from identity in same
        let other = same.First(candidate => !candidate.Equals(identity))
        select new DiagnosticInfo(
            ClassDiagnostics.DuplicateId,
            identity.Location,
            new[] { identity.Id, other.ClassName }.ToEquatableArray(),
            Replacement: null);
}
