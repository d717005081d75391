using System.Text.Json;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting.Tests;

public class ListTests
{
    [Fact]
    public void It_shows_a_paragraph_for_each_experiment_with_its_summary_and_routes()
    {
        using Invocation list = Invocation.Of("list");
        Assert.Equal(0, list.ExitCode);
        Assert.Empty(list.Error);
        Assert.Contains("toy/decay\n  A value that halves in equal times.\n  Routes: closed-form, flow", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_marks_long_experiments()
    {
        using Invocation list = Invocation.Of("list");
        Assert.Contains("toy/long\n  (long) A value", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_never_read_as_markup()
    {
        using Invocation list = Invocation.Of("list");
        Assert.Contains("toy/[red]\n  A [bold]bracketed[/] summary [", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_touches_neither_routes_nor_trainers()
    {
        ExperimentDescriptor untouchable = Synthetic.SyntheticCatalog.Create().Find("toy/decay") with { Bind = _ => throw new InvalidOperationException("Bound.") };
        using var list = Invocation.Run(["list"], new([untouchable]), [new Synthetic.FakeTrainer(name: null)]);
        Assert.Equal(0, list.ExitCode);
    }

    [Fact]
    public void As_json_it_gives_every_experiment_with_its_parameters()
    {
        using Invocation list = Invocation.Of("list", "--format", "json");
        using var document = JsonDocument.Parse(list.Output);
        JsonElement seeded = document.RootElement.EnumerateArray().Single(item => item.GetProperty("experiment").GetString() == "toy/seeded");
        Assert.Equal("learning-dynamics/experiment/1", seeded.GetProperty("schema").GetString());
        Assert.Equal(["Seed", "Shape", "Label"], seeded.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal("[1, inf)", seeded.GetProperty("parameters")[0].GetProperty("domain").GetString());
    }

    [Fact]
    public void An_empty_catalog_lists_nothing()
    {
        using var list = Invocation.Run(["list"], new([]));
        Assert.Equal(0, list.ExitCode);
    }
}
