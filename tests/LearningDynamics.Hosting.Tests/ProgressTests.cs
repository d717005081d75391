using LearningDynamics.Hosting.Tests.Synthetic;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting.Tests;

public class ProgressTests
{
    [Fact]
    public void Progress_moves_after_each_route_and_each_cross_check_of_a_point()
    {
        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1, 1], Watch("toy/decay").Select(report => report.Share));
    }

    [Theory]
    [InlineData("toy/swept")]
    [InlineData("toy/refusing")]
    public void Progress_never_falls_and_ends_at_one(string experiment)
    {
        List<RunProgress> reports = Watch(experiment);
        Assert.Equal(0, reports[0].Share);
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.True(pair.First.Share <= pair.Second.Share && pair.First.Finished <= pair.Second.Finished));
        Assert.Equal(1, reports[^1].Share, 12);
        Assert.Equal(reports[^1].Total, reports[^1].Finished);
    }

    private static List<RunProgress> Watch(string experiment)
    {
        var watcher = new Watcher();
        ExperimentRunner.Run(SyntheticCatalog.Create().Find(experiment), new(), watcher);
        return watcher.Reports;
    }

    private sealed class Watcher : IProgress<RunProgress>
    {
        public List<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }
}
