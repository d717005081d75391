using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

public sealed class ReadmeTests
{
    [Fact]
    public void The_readme_shows_the_quick_start_to_the_letter() =>
        Assert.Contains("```csharp\n" + Repository.Read("samples/QuickStart/Program.cs") + "```\n", Repository.Read("README.md"), StringComparison.Ordinal);

    [Theory]
    [InlineData("dotnet run -c Release --project samples/PaperFigures")]
    [InlineData("dotnet test -c Release")]
    public void The_readme_and_the_gate_name_the_same_commands(string command)
    {
        Assert.Contains("    " + command + " ", Repository.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains(command + "\n", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }
}
