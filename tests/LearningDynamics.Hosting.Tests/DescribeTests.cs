using System.Text.Json;

namespace LearningDynamics.Hosting.Tests;

public class DescribeTests
{
    [Theory]
    [InlineData("A value that halves in equal times.")]
    [InlineData("Source: derived here")]
    [InlineData("Routes: closed-form, flow")]
    [InlineData("lambda")]
    [InlineData("(0, 10]")]
    [InlineData("0.5, 1, 2")]
    [InlineData("How fast it falls.")]
    [InlineData("  Slope")]
    [InlineData("  HalfLife")]
    [InlineData("closed-form vs flow (pointwise): within 1e-09 of the value plus 0, at every time")]
    public void It_shows_what_is_known_without_running(string text)
    {
        using Invocation describe = Invocation.Of("describe", "toy/swept");
        Assert.Equal(0, describe.ExitCode);
        Assert.Contains(text, describe.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("toy/swept")]
    [InlineData("toy/seeded")]
    [InlineData("toy/long")]
    public void Its_example_works(string id)
    {
        using Invocation describe = Invocation.Of("describe", id);
        string example = describe.Output.TrimEnd().Split('\n')[^1].Trim();
        using Invocation run = Invocation.Of(example.Split(' '));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(id, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_choices_of_a_choice()
    {
        using Invocation describe = Invocation.Of("describe", "toy/seeded");
        Assert.Contains("Round, Square", describe.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_it_gives_one_object()
    {
        using Invocation describe = Invocation.Of("describe", "toy/swept", "--format", "json");
        using var document = JsonDocument.Parse(describe.Output);
        Assert.Equal("toy/swept", document.RootElement.GetProperty("experiment").GetString());
        Assert.Equal([0.5, 1, 2], document.RootElement.GetProperty("parameters")[0].GetProperty("sweep").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal("pointwise", document.RootElement.GetProperty("crossChecks")[0].GetProperty("kind").GetString());
    }
}
