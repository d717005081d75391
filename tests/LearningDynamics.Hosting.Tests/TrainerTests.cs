using System.Text.Json;
using LearningDynamics.Hosting.Tests.Synthetic;

namespace LearningDynamics.Hosting.Tests;

/// <summary>Choosing a trainer and a device, and asking what there is.</summary>
public class TrainerTests
{
    private static readonly FakeTrainer Present = new("elsewhere");
    private static readonly FakeTrainer Absent = new("missing") { Missing = "There is no python3. Install it." };

    [Fact]
    public void The_list_shows_versions_devices_what_is_missing_and_what_each_supports()
    {
        using var list = Invocation.Run(["list", "--trainers"], trainers: [Present, Absent]);
        string[] lines = list.Output.Split('\n');
        Assert.Equal(0, list.ExitCode);
        Assert.Contains(lines, line => line.StartsWith("managed ", StringComparison.Ordinal) && line.EndsWith(" cpu", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("elsewhere  9.9", StringComparison.Ordinal) && line.EndsWith(" cpu, cuda", StringComparison.Ordinal));
        Assert.Contains("missing is absent\n  There is no python3. Install it.", list.Output, StringComparison.Ordinal);
        Assert.Matches(@"precision +double +yes +yes +yes\n", list.Output);
        Assert.Matches(@"\n +single +yes +- +-\n", list.Output);
    }

    [Fact]
    public void The_list_as_json_has_an_object_for_each_trainer()
    {
        using var list = Invocation.Run(["list", "--trainers", "--format", "json"], trainers: [Absent]);
        using var document = JsonDocument.Parse(list.Output);
        JsonElement[] trainers = [.. document.RootElement.EnumerateArray()];
        Assert.Equal(["managed", "missing"], trainers.Select(trainer => trainer.GetProperty("trainer").GetString()));
        Assert.Equal([true, false], trainers.Select(trainer => trainer.GetProperty("present").GetBoolean()));
        Assert.Equal("There is no python3. Install it.", trainers[1].GetProperty("missing").GetString());
        JsonElement single = trainers[1].GetProperty("features").EnumerateArray().Single(feature => feature.GetProperty("name").GetString() == "single");
        Assert.Equal("precision", single.GetProperty("kind").GetString());
        Assert.False(single.GetProperty("supported").GetBoolean());
    }

    [Theory]
    [InlineData("The trainer 'missing' is absent: There is no python3. Install it.", "--trainer", "missing")]
    [InlineData("--device cuda: the trainer 'managed' has no choice of devices.", "--device", "cuda")]
    [InlineData("There is no device of the trainer 'elsewhere' called 'cudo'. Did you mean 'cuda'? Valid: cpu, cuda.", "--trainer", "elsewhere", "--device", "cudo")]
    public void A_trainer_or_device_that_is_not_there_is_wrong_usage(string message, params string[] options)
    {
        using var run = Invocation.Run(["run", "toy/decay", .. options], trainers: [Present, Absent]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("error: " + message, run.Error.TrimEnd());
    }

    [Fact]
    public void The_device_reaches_the_trainer()
    {
        using var run = Invocation.Run(["run", "toy/trained", "--trainer", "elsewhere", "--device", "cuda", "--format", "json", "--points", "1"], new([TrainedExperiment.Descriptor]), [Present]);
        Assert.Contains("\"elsewhere on cuda\"", run.Output, StringComparison.Ordinal);
    }
}
