using LearningDynamics.Experiments;
using LearningDynamics.Hosting;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Parameters outside their domain end with exit code 2 and a line that names the parameter, its value and the domain.</summary>
[Collection("console")]
public class RefusedParametersTests
{
    private static readonly ExperimentCatalog Catalog = new([PhaseDiagram.Descriptor, CompetingClasses.Descriptor, CompetingClassesMap.Descriptor, IndexSets.Descriptor]);

    [Theory]
    [InlineData("phase-diagram", "Frequency=1.2", "Frequency = 1.2 is outside its domain (0, 1]")]
    [InlineData("phase-diagram", "Resolution=1", "Resolution = 1 is outside its domain [2, 1001]")]
    [InlineData("phase-diagram", "InputNorm=0", "InputNorm = 0 is outside its domain (0, inf)")]
    [InlineData("competing-classes", "Frequency1=1.2", "Frequency1 = 1.2 is outside its domain (0, 1]")]
    [InlineData("competing-classes", "Frequency2=0.7", "Frequency2 = 0.7 is outside its domain (0, 1 - Frequency1] = (0, 0.5]")]
    [InlineData("competing-classes", "InnerProduct=-1", "InnerProduct = -1 is outside its domain (-InputNorm1 * InputNorm2, 0] = (-1, 0]")]
    [InlineData("competing-classes", "InnerProduct=0.5", "InnerProduct = 0.5 is outside its domain (-inf, 0]")]
    [InlineData("competing-classes-map", "Frequency1=0.6", "Frequency2 = 0.5 is outside its domain (0, 1 - Frequency1] = (0, 0.4]")]
    [InlineData("competing-classes-map", "InnerProduct=-2", "InnerProduct = -2 is outside its domain (-InputNorm1 * InputNorm2, 0] = (-1, 0]")]
    [InlineData("index-sets", "HalfAngle=2", "HalfAngle = 2 is outside its domain (0, 1.57")]
    public void A_parameter_outside_its_domain_is_named_with_exit_code_2(string experiment, string setting, string message)
    {
        TextWriter console = Console.Error;
        using StringWriter error = new();
        Console.SetError(error);
        try
        {
            Assert.Equal(2, ExperimentProgram.Run(["check", "tachet2018/" + experiment, "--set", setting], Catalog));
        }
        finally
        {
            Console.SetError(console);
        }

        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }
}
