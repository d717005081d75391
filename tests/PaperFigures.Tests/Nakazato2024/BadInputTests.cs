using LearningDynamics.Experiments;
using LearningDynamics.Hosting;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

public class BadInputTests
{
    [Theory]
    [InlineData("nakazato2024/simplified", "Target=1.5", "Target = 1.5 is outside its domain [0, 1]")]
    [InlineData("nakazato2024/simplified", "Slope=0", "Slope = 0 is outside its domain (0, inf)")]
    [InlineData("nakazato2024/simplified", "LearningRate=-1", "LearningRate = -1 is outside its domain (0, inf)")]
    [InlineData("nakazato2024/simplified", "Loss=hinge", "Loss: ")]
    [InlineData("nakazato2024/simplified", "InitialLogit=400", "(Parameter 'initialLogit') Actual value was 400.")]
    [InlineData("nakazato2024/feature-reduction", "Diffusion=-0.1", "Diffusion = -0.1 is outside its domain [0, inf)")]
    [InlineData("nakazato2024/feature-reduction", "InitialScale=0", "InitialScale = 0 is outside its domain (0, inf)")]
    [InlineData("nakazato2024/feature-reduction", "Features=0", "Features = 0 is outside its domain [1, 65536]")]
    [InlineData("nakazato2024/feature-reduction", "Seeds=1", "Seeds = 1 is outside its domain [2, 10000]")]
    [InlineData("nakazato2024/feature-reduction", "Activation=tanh", "Activation: ")]
    public void Is_refused_with_the_parameter_the_value_and_the_domain(string experiment, string setting, string message)
    {
        TextWriter before = Console.Error;
        using var error = new StringWriter();
        try
        {
            Console.SetError(error);

            int code = ExperimentProgram.Run(["run", experiment, "--set", setting, "--format", "json", "--points", "1"], new([Descriptor<Simplified>(), Descriptor<FeatureReduction>()]));

            Assert.Equal(2, code);
            Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Console.SetError(before);
        }
    }

    private static ExperimentDescriptor Descriptor<TExperiment>()
        where TExperiment : IExperiment => TExperiment.Descriptor;
}
