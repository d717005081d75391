using System.Text.Json;

namespace LearningDynamics.Hosting.Tests;

public class PresetTests
{
    [Theory]
    [InlineData("run", "toy/preset", "--format", "json")]
    [InlineData("run", "toy/PRESET", "--preset", "FIGURE-4", "--format", "json", "7")]
    [InlineData("run", "toy/preset", "--preset", "figure-3", "--format", "json", "4", "5a", "5b", "6a", "6b")]
    [InlineData("run", "toy/preset", "--preset", "figure-3", "--set", "Rate=8", "--format", "json", "8", "8a", "8b")]
    [InlineData("run", "toy/preset", "--preset", "figure-3", "--set", "label=c", "--format", "json", "4c", "5c", "6c")]
    public void The_points_of_a_preset_are_run_in_place_of_the_sweep(params string[] argsAndPoints)
    {
        int end = Array.IndexOf(argsAndPoints, "json") + 1;
        string[] expected = end == argsAndPoints.Length ? ["0.5", "1", "2"] : argsAndPoints[end..];

        using Invocation run = Invocation.Of(argsAndPoints[..end]);
        Assert.Equal(0, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(expected, document.RootElement.GetProperty("points").EnumerateArray().Select(Point));
    }

    [Fact]
    public void Results_say_which_preset_they_are_of()
    {
        using Invocation check = Invocation.Of("check", "toy/preset", "--preset", "Figure-4");
        Assert.Equal(0, check.ExitCode);
        Assert.All(["report.html", "report.md"], name => Assert.Contains("Preset: figure-4", File.ReadAllText(Path.Combine(check.WorkingDirectory, "artifacts", name)), StringComparison.Ordinal));
        Assert.Contains("\"preset\":\"figure-4\"", File.ReadAllText(Path.Combine(check.WorkingDirectory, "artifacts", "results.json")), StringComparison.Ordinal);

        using var again = Invocation.Run(["report", "artifacts"], directory: check.WorkingDirectory);
        Assert.Contains("Preset: figure-4", File.ReadAllText(Path.Combine(check.WorkingDirectory, "artifacts", "report.md")), StringComparison.Ordinal);

        using Invocation run = Invocation.Of("run", "toy/preset", "--preset", "figure-4");
        Assert.Contains("Preset: figure-4", run.Output, StringComparison.Ordinal);
        using Invocation swept = Invocation.Of("run", "toy/preset", "--format", "json");
        Assert.DoesNotContain("\"preset\":", swept.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_take_the_experiments_that_have_the_preset_and_name_the_others()
    {
        using Invocation check = Invocation.Of("check", "toy/p*", "--preset", "figure-3");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("Left out as they have no preset 'figure-3': toy/partial.", check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("toy/partial", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_descriptions_show_presets()
    {
        using Invocation list = Invocation.Of("list");
        Assert.Contains("  Presets: figure-3, figure-4", list.Output, StringComparison.Ordinal);

        using Invocation describe = Invocation.Of("describe", "toy/preset");
        Assert.Contains("  figure-3: Rate=4", describe.Output, StringComparison.Ordinal);
        Assert.Contains("  figure-3: Rate=5,6 Label=a,b", describe.Output, StringComparison.Ordinal);

        using Invocation json = Invocation.Of("describe", "toy/preset", "--format", "json");
        using var document = JsonDocument.Parse(json.Output);
        JsonElement preset = document.RootElement.GetProperty("presets")[0];
        Assert.Equal("figure-3", preset.GetProperty("name").GetString());
        Assert.Equal("""[{"Rate":[4]},{"Rate":[5,6],"Label":["a","b"]}]""", preset.GetProperty("grids").GetRawText());
    }

    /// <summary>The rate, and the label where it is not the default.</summary>
    private static string Point(JsonElement point)
    {
        JsonElement parameters = point.GetProperty("parameters");
        string label = parameters.GetProperty("Label").GetString()!;
        return parameters.GetProperty("Rate").GetRawText() + (label.Length == 1 ? label : string.Empty);
    }
}
