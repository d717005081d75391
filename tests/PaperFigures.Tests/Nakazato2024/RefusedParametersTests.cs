using LearningDynamics.Experiments;
using LearningDynamics.Hosting;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>Parameters outside their domain end with exit code 2 and a line that names the parameter, its value and the domain.</summary>
[Collection("console")]
public class RefusedParametersTests
{
    private static readonly ExperimentCatalog Catalog =
        new([Response.Descriptor, ResponseWithNoise.Descriptor, ResponseRegression.Descriptor, KernelOfWidth.Descriptor, Fragility.Descriptor]);

    [Theory]
    [InlineData("response", "InputSize=0", "InputSize = 0 is outside its domain [1, 20]")]
    [InlineData("response", "InputSize=21", "InputSize = 21 is outside its domain [1, 20]")]
    [InlineData("response", "Target=1.5", "Target = 1.5 is outside its domain [0, 1]")]
    [InlineData("response", "Activation=gelu", "Activation: There is no choice 'gelu'. Did you mean 'Relu'? Valid: Relu, Elu.")]
    [InlineData("response", "HiddenVariance=0", "HiddenVariance = 0 is outside its domain (0, 100]")]
    [InlineData("response", "Epochs=0", "Epochs = 0 is outside its domain")]
    [InlineData("response-with-noise", "NoiseLevel=-0.1", "NoiseLevel = -0.1 is outside its domain [0, 1]")]
    [InlineData("response-with-noise", "NoiseKind=thermal", "NoiseKind: There is no choice 'thermal'.")]
    [InlineData("response-regression", "Target=-1", "Target = -1 is outside its domain [0, 1]")]
    [InlineData("response-regression", "LearningRate=0", "LearningRate = 0 is outside its domain (0, inf)")]
    [InlineData("kernel", "Features=0", "Features = 0 is outside its domain [1, 65536]")]
    [InlineData("fragility", "Diffusion=-1", "Diffusion = -1 is outside its domain [0, inf)")]
    [InlineData("fragility", "InputSize=13", "InputSize = 13 is outside its domain [1, 12]")]
    public void A_parameter_outside_its_domain_is_named_with_exit_code_2(string experiment, string setting, string message)
    {
        TextWriter console = Console.Error;
        using StringWriter error = new();
        Console.SetError(error);
        try
        {
            Assert.Equal(2, ExperimentProgram.Run(["run", "nakazato2024/" + experiment, "--set", setting], Catalog));
        }
        finally
        {
            Console.SetError(console);
        }

        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }
}
