using System.Globalization;
using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting.Tests;

public class RunTests
{
    [Fact]
    public void It_shows_about_ten_times_a_route_and_the_findings_side_by_side()
    {
        using Invocation run = Invocation.Of("run", "toy/decay");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.Equal(2, lines.Count(line => line.TrimStart().StartsWith("0.2  0.818731", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.TrimStart().StartsWith("2  0.135335", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("HalfLife  0.693147181  0.693147181", StringComparison.Ordinal));
        Assert.Contains("flow (42 evaluations)", run.Output, StringComparison.Ordinal);
        Assert.Contains("closed-form vs flow (pointwise)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_writes_nothing_unless_told()
    {
        using Invocation silent = Invocation.Of("run", "toy/decay");
        Assert.Empty(Directory.EnumerateFileSystemEntries(silent.WorkingDirectory));
        using Invocation told = Invocation.Of("run", "toy/decay", "--out", "mine");
        Assert.True(told.Wrote("mine", "results.json"));
        Assert.Contains(Path.Combine("mine", "report.html"), told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void As_json_one_experiment_is_one_object_of_the_run_schema()
    {
        using Invocation run = Invocation.Of("run", "toy/decay", "--format", "json", "--at", "0,0.1,2");
        using var document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("learning-dynamics/run/1", root.GetProperty("schema").GetString());
        Assert.Equal("toy/decay", root.GetProperty("experiment").GetString());
        Assert.Equal("derived here", root.GetProperty("source").GetString());
        JsonElement point = Assert.Single(root.GetProperty("points").EnumerateArray());
        Assert.Equal(1, point.GetProperty("parameters").GetProperty("Rate").GetDouble());

        JsonElement route = point.GetProperty("routes")[0];
        Assert.Equal("closed-form", route.GetProperty("route").GetString());
        Assert.Equal([0, 0.1, 2], Numbers(route.GetProperty("times")));
        Assert.Equal([1, Math.Exp(-0.1), Math.Exp(-2)], Numbers(route.GetProperty("observables").GetProperty("Value")));
        Assert.Equal("Halved", route.GetProperty("findings").GetProperty("Outcome").GetString());
        Assert.Equal(Math.Log(2), route.GetProperty("findings").GetProperty("HalfLife").GetDouble());
        Assert.Equal(JsonValueKind.Null, route.GetProperty("findings").GetProperty("Revival").ValueKind);

        JsonElement check = point.GetProperty("checks")[0];
        Assert.Equal(("closed-form", "flow", "pointwise"), (check.GetProperty("left").GetString(), check.GetProperty("right").GetString(), check.GetProperty("kind").GetString()));
        Assert.True(check.GetProperty("passed").GetBoolean());
        Assert.Equal("Value", check.GetProperty("observable").GetString());
        Assert.Equal(1e-9, check.GetProperty("bound").GetDouble());
        Assert.Equal("run toy/decay --format json --at 0,0.1,2", root.GetProperty("environment").GetProperty("commandLine").GetString());
    }

    [Fact]
    public void As_json_several_experiments_are_an_array()
    {
        using Invocation run = Invocation.Of("run", "toy/decay", "toy/sw*", "--format", "json", "--points", "2");
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(["toy/decay", "toy/swept"], document.RootElement.EnumerateArray().Select(item => item.GetProperty("experiment").GetString()));
        Assert.Equal(3, document.RootElement[1].GetProperty("points").GetArrayLength());
    }

    [Fact]
    public void As_csv_every_value_reads_back_to_the_same_double()
    {
        using Invocation run = Invocation.Of("run", "toy/decay", "--format", "csv", "--at", "0.1,2", "--route", "closed-form");
        Assert.EndsWith("\r\n", run.Output, StringComparison.Ordinal);
        string[][] rows = [.. run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        Dictionary<string, int> column = rows[0].Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        string[] last = Assert.Single(rows, row => row[column["observable"]] == "Value" && row[column["time"]] == "2");
        Assert.Equal("toy/decay", last[column["experiment"]]);
        Assert.Equal("closed-form", last[column["route"]]);
        Assert.Equal(Math.Exp(-2), double.Parse(last[column["value"]], CultureInfo.InvariantCulture));
        Assert.Equal(1 + (2 * 2), rows.Length);
    }

    [Fact]
    public void A_fixed_parameter_is_not_swept_and_reaches_each_experiment_that_has_it()
    {
        using Invocation run = Invocation.Of("run", "toy/swept", "toy/decay", "toy/seeded", "--set", "rate=4", "--set", "Shape=square", "--format", "json", "--points", "1");
        using var document = JsonDocument.Parse(run.Output);
        Assert.All(document.RootElement.EnumerateArray(), item => Assert.Single(item.GetProperty("points").EnumerateArray()));
        Assert.Equal(4, document.RootElement[0].GetProperty("points")[0].GetProperty("parameters").GetProperty("Rate").GetDouble());
        Assert.Equal(4, document.RootElement[1].GetProperty("points")[0].GetProperty("parameters").GetProperty("Rate").GetDouble());
        Assert.Equal("Square", document.RootElement[2].GetProperty("points")[0].GetProperty("parameters").GetProperty("Shape").GetString());
    }

    [Fact]
    public void The_seed_reaches_the_seeded_experiment_and_the_environment()
    {
        using Invocation run = Invocation.Of("run", "toy/seeded", "--seed", "7", "--format", "json", "--points", "1");
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(7, document.RootElement.GetProperty("points")[0].GetProperty("parameters").GetProperty("Seed").GetInt64());
        Assert.Equal(7, document.RootElement.GetProperty("environment").GetProperty("seed").GetInt64());
    }

    [Fact]
    public void The_points_option_counts_the_times_after_0()
    {
        using Invocation run = Invocation.Of("run", "toy/decay", "--points", "4", "--format", "json");
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal([0, 0.5, 1, 1.5, 2], Numbers(document.RootElement.GetProperty("points")[0].GetProperty("routes")[0].GetProperty("times")));
    }

    [Fact]
    public void Chosen_routes_are_the_only_ones()
    {
        using Invocation run = Invocation.Of("run", "toy/decay", "--route", "flow", "--format", "json", "--points", "1");
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("flow", Assert.Single(document.RootElement.GetProperty("points")[0].GetProperty("routes").EnumerateArray()).GetProperty("route").GetString());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void A_further_trainer_trains_when_named()
    {
        ExperimentCatalog catalog = new([Synthetic.TrainedExperiment.Descriptor]);
        using var run = Invocation.Run(["run", "toy/trained", "--trainer", "elsewhere", "--format", "json", "--points", "1"], catalog, [new Synthetic.FakeTrainer("elsewhere")]);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("elsewhere 9.9", document.RootElement.GetProperty("environment").GetProperty("trainer").GetString());
        Assert.Equal("elsewhere", document.RootElement.GetProperty("points")[0].GetProperty("routes")[0].GetProperty("findings").GetProperty("Trainer").GetString());
    }

    [Fact]
    public void A_long_experiment_runs_when_named_by_its_id_or_included()
    {
        using Invocation named = Invocation.Of("run", "toy/long", "--points", "1");
        Assert.Equal(0, named.ExitCode);
        using Invocation included = Invocation.Of("run", "toy/lon?", "--include-long", "--points", "1");
        Assert.Equal(0, included.ExitCode);
    }

    private static double[] Numbers(JsonElement json) => [.. json.EnumerateArray().Select(number => number.GetDouble())];
}
