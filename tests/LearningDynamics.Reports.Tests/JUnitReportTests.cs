using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class JUnitReportTests
{
    [Fact]
    public void Every_cross_check_at_every_point_is_a_test_case()
    {
        XElement root = Render(SampleResults.Passing);

        string[] names = [.. root.Descendants("testcase").Select(test => test.Attribute("name")!.Value)];
        Assert.Equal(
        [
            "closed-form vs flow (pointwise) [InputNorm = 0.5]", "closed-form vs trained (order) [InputNorm = 0.5]",
            "closed-form vs flow (pointwise) [InputNorm = 1]", "closed-form vs trained (order) [InputNorm = 1]",
            "closed-form vs flow (pointwise) [InputNorm = 2]", "closed-form vs trained (order) [InputNorm = 2]",
        ], names);
        Assert.All(root.Descendants("testcase"), test => Assert.Equal("sample/sweep", test.Attribute("classname")!.Value));
    }

    [Fact]
    public void A_failed_check_explains_every_failed_quantity_and_how_to_repeat_it()
    {
        XElement failure = Render(SampleResults.Rich).Descendants("failure").First();

        Assert.Equal("1 of 2 quantities failed: Share1", failure.Attribute("message")!.Value);
        Assert.Equal("Share1: explained.\nRepeat this point alone: run sample/maps --set Neurons=16 --set Loss=CrossEntropy --set Balanced=true", failure.Value);
    }

    [Fact]
    public void What_could_not_be_finished_is_an_error()
    {
        XElement suite = Render(SampleResults.Rich).Elements("testsuite").Last();

        Assert.Equal(["all points", "flow"], suite.Elements("testcase").Select(test => test.Attribute("name")!.Value));
        Assert.Equal("2", suite.Attribute("errors")!.Value);
    }

    [Fact]
    public void A_refused_point_is_an_error_that_says_so()
    {
        RunPoint refused = SampleRuns.Sweep.Points[0] with { Checks = [], Failures = [new("flow", "Too cold.", IsRefusal: true)] };

        XElement error = Assert.Single(Render(new(SampleResults.Environment, [SampleRuns.Sweep with { Points = [refused] }])).Descendants("error"));

        Assert.Equal("The experiment refused these parameters: Too cold.", error.Attribute("message")!.Value);
    }

    [Fact]
    public void A_declared_check_that_compared_nothing_is_a_failure()
    {
        ExperimentRun silent = SampleRuns.Sweep with { Points = [.. SampleRuns.Sweep.Points.Select(point => point with { Checks = [] })] };

        XElement root = Render(new(SampleResults.Environment, [SampleRuns.Maps, silent]));

        Assert.Equal(3, root.Elements("testsuite").Last().Descendants("failure").Count());
    }

    [Fact]
    public void An_experiment_without_declared_checks_is_skipped()
    {
        XElement suite = Assert.Single(Render(new(SampleResults.Environment, [SampleRuns.Shown])).Elements("testsuite"));

        Assert.Equal("not compared: only one route", Assert.Single(suite.Descendants("skipped")).Attribute("message")!.Value);
        Assert.Equal("1", suite.Attribute("skipped")!.Value);
        Assert.Empty(suite.Descendants("failure"));
    }

    [Fact]
    public void A_run_without_points_and_results_without_runs_are_failures()
    {
        Assert.NotEmpty(Render(SampleResults.Nothing).Descendants("failure"));
        Assert.NotEmpty(Render(new(SampleResults.Environment, [SampleRuns.Maps, SampleRuns.Sweep with { Points = [] }])).Elements("testsuite").Last().Descendants("failure"));
    }

    [Fact]
    public void The_file_is_without_failures_exactly_where_the_results_pass() => Prop.ForAll(RandomResults.Any.ToArbitrary(), results =>
    {
        XElement root = Render(results);
        int problems = int.Parse(root.Attribute("failures")!.Value, CultureInfo.InvariantCulture) + int.Parse(root.Attribute("errors")!.Value, CultureInfo.InvariantCulture);
        return (problems == 0) == results.Passed && problems == root.Descendants("failure").Count() + root.Descendants("error").Count();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_listed_problems_are_none_exactly_where_the_results_pass() =>
        Prop.ForAll(RandomResults.Any.ToArbitrary(), results => !ProblemList.Of(results).Any() == results.Passed).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_gives_a_document_that_can_be_read() => Prop.ForAll<NonNull<string>>(text =>
        Render(HostileResults.With(text.Get)).Descendants("failure").Any()).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_suite_carries_the_environment()
    {
        Assert.All(
            Render(SampleResults.Rich).Elements("testsuite"),
            suite => Assert.Contains(suite.Descendants("property"), property => property.Attribute("value")!.Value == "Example processor"));
    }

    private static XElement Render(ResultSet results)
    {
        using var stream = new MemoryStream();
        JUnitReport.Write(stream, results);
        stream.Position = 0;
        return XDocument.Load(stream).Root!;
    }
}
