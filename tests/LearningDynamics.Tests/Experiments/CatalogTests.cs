using LearningDynamics.Experiments;
using LearningDynamics.Tests.Runs;

namespace LearningDynamics.Tests.Experiments;

public class CatalogTests
{
    private static readonly ExperimentCatalog Catalog = new(new[] { "tachet2018/single-mode", "nakazato2024/aging", "tachet2018/depth", "tachet2018/initial" }.Select(Experiment));

    [Fact]
    public void Experiments_are_ordered_by_id() => Assert.Equal(
        ["nakazato2024/aging", "tachet2018/depth", "tachet2018/initial", "tachet2018/single-mode"], Ids(Catalog.Experiments));

    [Theory]
    [InlineData("tachet2018/*", 3)]
    [InlineData("*", 4)]
    [InlineData("*/?ging", 1)]
    [InlineData("TACHET2018/INITIAL", 1)]
    [InlineData("*INITIAL", 1)]
    [InlineData("nakazato2024.aging*", 0)]
    [InlineData("achet2018/*", 0)]
    public void A_pattern_matches_whole_ids_ignoring_case_under_any_culture(string pattern, int count) => CultureRun.UnderEach(() =>
    {
        if (count == 0)
            Assert.Throws<UsageException>(() => Catalog.Match(pattern));
        else
            Assert.Equal(count, Catalog.Match(pattern).Length);
    });

    [Fact]
    public void What_matches_nothing_is_refused_with_the_nearest_id()
    {
        Assert.StartsWith(
            "There is no experiment 'tachet2018/singel-mode'. Did you mean 'tachet2018/single-mode'?",
            Assert.Throws<UsageException>(() => Catalog.Match("tachet2018/singel-mode")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "There is no experiment that matches 'nakazato/*'. Did you mean 'nakazato2024/aging'?",
            Assert.Throws<UsageException>(() => Catalog.Match("nakazato/*")).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "There is no experiment 'any', and none is declared.",
            Assert.Throws<UsageException>(() => new ExperimentCatalog([]).Find("any")).Message);
    }

    [Fact]
    public void An_id_is_unique_ignoring_case()
    {
        Assert.Throws<ArgumentException>(() => new ExperimentCatalog([Experiment("a/b"), Experiment("A/B")]));
        Assert.Throws<ArgumentException>(() => Catalog.And(Catalog));
        Assert.Equal(5, Catalog.And(new([Experiment("mine/own")])).Experiments.Length);
    }

    [Theory]
    [InlineData("closed-form", Route.ClosedForm)]
    [InlineData("flow", Route.Flow)]
    [InlineData("trained", Route.Trained)]
    public void A_route_s_name_reads_back(string name, Route route)
    {
        Assert.Equal(name, route.Name());
        Assert.Equal(route, RouteNames.Parse(name));
        Assert.Contains($"Did you mean '{name}'?", Assert.Throws<UsageException>(() => RouteNames.Parse(name + "s")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CrossCheckKind.Pointwise)]
    [InlineData(CrossCheckKind.Order)]
    [InlineData(CrossCheckKind.Interval)]
    public void A_kind_s_name_reads_back(CrossCheckKind kind) => Assert.Equal(kind, CrossCheckKindNames.Parse(kind.Name()));

    [Theory]
    [InlineData("logit", "Logit")]
    [InlineData("INITIAL", "initial")]
    [InlineData("", "ab")]
    public void The_nearest_name_takes_the_fewest_edits_ignoring_case_under_any_culture(string typed, string nearest) => CultureRun.UnderEach(() =>
        Assert.Equal(nearest, Nearest.To(typed, ["Logit", "initial", "ab"])));

    [Fact]
    public void Among_no_names_none_is_nearest() => Assert.Null(Nearest.To("a", []));

    private static IEnumerable<string> Ids(IEnumerable<ExperimentDescriptor> experiments) => experiments.Select(experiment => experiment.Id);

    private static ExperimentDescriptor Experiment(string id) => new()
    {
        Id = id,
        Name = "Any",
        Parameters = [],
        Routes = [Route.ClosedForm],
        Bind = _ => new() { Duration = 1 },
    };
}
