using LearningDynamics.Experiments;
using LearningDynamics.Hosting;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Parameters outside their domain end with exit code 2 and a line that names the parameter, its value and the domain.</summary>
[Collection("console")]
public class RefusedParametersTests
{
    private static readonly ExperimentCatalog Catalog = new(
    [
        PhaseDiagram.Descriptor, CompetingClasses.Descriptor, CompetingClassesMap.Descriptor, IndexSets.Descriptor,
        GradientStarvation.Descriptor, ErrorSigmoid.Descriptor, GanEightGaussians.Descriptor, StarvationImages.Descriptor,
    ]);

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
    [InlineData("gradient-starvation", "Layers=0", "Layers = 0 is outside its domain [1, 2]")]
    [InlineData("gradient-starvation", "Incidence=11;1", "Incidence = \"11;1\": row 2 has 1 digits and row 1 has 2; all rows have as many, one for each feature.")]
    [InlineData("gradient-starvation", "Incidence=12;10", "Incidence = \"12;10\": the row \"12\" must consist of the digits 0 and 1.")]
    [InlineData("gradient-starvation", "TypeFrequencies=0.8;0.3", "TypeFrequencies = \"0.8;0.3\" adds up to 1.1; the sum must lie in (0, 1].")]
    [InlineData("gradient-starvation", "TypeFrequencies=1.2;0.3", "A number of TypeFrequencies is 1.2; it must lie in (0, 1].")]
    [InlineData("gradient-starvation", "FeatureNorms=1;-1", "A number of FeatureNorms is -1; it must be finite and above 0.")]
    [InlineData("gradient-starvation", "FirstLayer=dense", "FirstLayer = Dense with Layers = 1 is outside its domain")]
    [InlineData("gradient-starvation", "InitialShare=0", "InitialShare = 0 with Layers = 2 is outside its domain (0, infinity)")]
    [InlineData("error-sigmoid", "Neurons=1", "Neurons = 1 is outside its domain [2, 1024]")]
    [InlineData("gan-eight-gaussians", "Seeds=1", "Seeds = 1 is outside its domain [2, 1000]")]
    [InlineData("starvation-images", "Correlation=1.2", "Correlation = 1.2 is outside its domain [0.5, 1]")]
    [InlineData("starvation-images", "DataFolder=no-such-folder", "DataFolder = \"no-such-folder\" does not exist; it must be a folder with CIFAR-10 in its binary version.")]
    public void A_parameter_outside_its_domain_is_named_with_exit_code_2(string experiment, string setting, string message) =>
        Assert.Contains(message, Refuse(experiment, setting), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_file_of_images_is_named_with_exit_code_2()
    {
        string folder = Directory.CreateTempSubdirectory("cifar-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "data_batch_1.bin"), new byte[3000]);
            Assert.Contains(
                $"DataFolder = \"{folder}\": data_batch_1.bin has 3000 bytes and is truncated; its length must be a multiple of 3073",
                Refuse("starvation-images", "DataFolder=" + folder),
                StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Refuse(string experiment, string setting)
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

        return error.ToString();
    }
}
