namespace LearningDynamics.Reports.Tests;

/// <summary>How many figures the sample results have.</summary>
internal static class SampleFigures
{
    /// <summary>Two observables and one finding over the sweep; two observables, a map over one axis, and two maps over two axes by two routes each.</summary>
    public const int OfRich = 2 + 1 + 2 + 1 + (2 * 2);
}
