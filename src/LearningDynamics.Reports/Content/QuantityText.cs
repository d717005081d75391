using LearningDynamics.CrossChecks;

namespace LearningDynamics.Reports;

/// <summary>Names what a verdict is about.</summary>
internal static class QuantityText
{
    /// <summary>The quantity's name, or that there was none.</summary>
    public static string Of(Verdict verdict) => verdict.QuantityKind == QuantityKind.Nothing ? "nothing compared" : verdict.Quantity;
}
