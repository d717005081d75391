using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

/// <summary>Results in which every text is the same given one.</summary>
internal static class HostileResults
{
    public static ResultSet With(string text)
    {
        var check = new CrossCheckDescriptor(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise);
        Verdict verdict = SampleResults.Verdict(check, text, 1, 0.5) with { Explanation = text, Evidence = [new(text, 1), Evidence.InWords(text + "2", text)] };
        RunPoint Point(string value) => new()
        {
            Parameters = [new(text, ParameterValue.Text(value))],
            Routes = [Answer(Route.ClosedForm, text), Answer(Route.Flow, text)],
            Checks = [verdict, verdict with { QuantityKind = QuantityKind.Nothing, Quantity = string.Empty }],
            Failures = [new(text, text)],
        };
        EnvironmentFingerprint environment = SampleResults.Environment with
        {
            Processor = text,
            Runtime = text,
            OperatingSystem = text,
            Trainer = text,
            CommandLine = text,
            Packages = [KeyValuePair.Create(text, text)],
        };
        ExperimentRun run = new() { Id = text, Summary = text, Source = text, Parameters = [new(text, text, text)], DeclaredChecks = 1, Points = [Point(text), Point(text + "!")] };
        return new(environment, [run, run with { Id = text + "2", Figures = [.. Figures(text)] }]);
    }

    private static IEnumerable<FigureDescriptor> Figures(string text) =>
        from figure in new (FigureKind Kind, string? Over, string Name)[]
        {
            (FigureKind.Curves, null, text), (FigureKind.PhasePlane, text, text), (FigureKind.Sweep, text, text), (FigureKind.Table, null, text), (FigureKind.Map, null, text),
            (FigureKind.Map, null, text + "1"), (FigureKind.MapCurves, null, text), (FigureKind.Scatter, null, text),
        }
        select new FigureDescriptor($"{text} {figure.Kind}", figure.Kind, [figure.Name]) { Over = figure.Over, Caption = text, Panels = text, XTitle = text, YTitle = text };

    private static RouteResult Answer(Route route, string text) => new()
    {
        Route = route,
        Trajectory = new([0, 1], [new(text, [0, 1])]),
        Findings = [new(text, FindingValue.Of(text))],
        Maps =
        [
            new(text, new([new(text, [0]), new(text, [1])], [FindingValue.Of(text)])),
            new(text + "1", new([new(text, [0])], [FindingValue.Of(text)])),
        ],
        Work = [new(text, 1)],
    };
}
