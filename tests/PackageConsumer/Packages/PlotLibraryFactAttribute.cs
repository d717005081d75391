using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Packages;

/// <summary>A fact about packages with the plotting library inside, which is there where npm could restore it.</summary>
internal sealed class PlotLibraryFactAttribute : FactAttribute
{
    public PlotLibraryFactAttribute()
    {
        if (!Repository.HasPlotLibrary)
            Skip = "npm did not restore the plotting library.";
    }
}
