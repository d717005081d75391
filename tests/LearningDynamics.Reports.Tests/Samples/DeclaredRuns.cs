using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

/// <summary>Made-up runs that declare every kind of figure.</summary>
internal static class DeclaredRuns
{
    /// <summary>Six points over two parameters, three routes.</summary>
    public static ExperimentRun Families { get; } = new()
    {
        Id = "declared/families",
        Preset = "figure-3",
        Parameters = [new("Rate", "eta", "How fast."), new("Norm", "||x1||", null), new("Loss", null, null)],
        Figures =
        [
            new("Over time", FigureKind.Curves, ["Logit"]) { Preset = "figure-3", Caption = "A family <by> its rate.", YScale = AxisScale.Logarithmic, XScale = AxisScale.Logarithmic },
            new("Panels", FigureKind.Curves, ["Logit", "Share"]) { Panels = "Loss" },
            new("Plane", FigureKind.PhasePlane, ["Share1", "Share2"]) { Over = "Logit", Panels = "Loss" },
            new("Over the rate", FigureKind.Sweep, ["Time", "OtherTime"]) { Over = "Rate", YScale = AxisScale.Logarithmic },
            new("Over the loss", FigureKind.Sweep, ["Time"]) { Over = "Loss", Panels = "Rate", Spreads = ["TimeSpread"] },
            new("Table of times", FigureKind.Table, ["Time", "OtherTime"]) { Caption = "In numbers.", Spreads = ["TimeSpread", "OtherTimeSpread"] },
        ],
        DeclaredChecks = 0,
        Points = [.. from loss in new[] { "Hinge", "CrossEntropy" } from rate in new[] { 0.5, 1, 2 } select Point(loss, rate)],
    };

    /// <summary>One point: an inset, planes with borders, curves with spreads, dots, and a figure without data.</summary>
    public static ExperimentRun Single { get; } = new()
    {
        Id = "declared/single",
        Parameters = [new("OutputWeight", "z0", null)],
        Figures =
        [
            new("With an inset", FigureKind.Curves, ["Logit", "Error"]) { Inset = ["Error", "Logit"] },
            new("Outcome", FigureKind.Map, ["Outcome"]) { Borders = ["Separatrix", "Hyperbolas"], XTitle = "z0" },
            new("Numbers", FigureKind.Map, ["Time", "Squares"]) { ColourScale = AxisScale.Logarithmic },
            new("Kernel by epoch", FigureKind.MapCurves, ["KernelByEpoch"]) { Spreads = ["KernelByEpochSpread"] },
            new("Kernel", FigureKind.Map, ["Kernel", "LateKernel"]) { Spreads = ["KernelSpread", "LateKernelSpread"] },
            new("Samples", FigureKind.Scatter, ["SamplesAtStart", "SamplesAtEnd"]),
            new("Of a preset", FigureKind.Curves, ["Logit"]) { Preset = "figure-3" },
            new("Nothing", FigureKind.Curves, ["Absent"]),
            new("Over one value", FigureKind.Sweep, ["Largest"]) { Over = "OutputWeight" },
        ],
        DeclaredChecks = 0,
        Points = [new() { Parameters = [new("OutputWeight", ParameterValue.Number(1))], Routes = [.. new[] { Route.ClosedForm, Route.Trained }.Select(MapRoute)] }],
    };

    /// <summary>How many of their figures are plots that can be drawn.</summary>
    public const int Plots = 5 + 6;

    private static RunPoint Point(string loss, double rate)
    {
        double pace = loss == "Hinge" ? 2 * rate : rate;
        ImmutableArray<double> times = [.. Enumerable.Range(0, 201).Select(step => step * 0.05)];
        RouteResult Answer(Route route, double error) => new()
        {
            Route = route,
            Trajectory = new(times,
            [
                new("Logit", [.. times.Select(time => Math.Log(1 + (pace * time)) + error)]),
                new("Share1", [.. times.Select(time => Math.Exp(-pace * time))]),
                new("Share2", [.. times.Select(time => 1 - Math.Exp(-pace * time * time))]),
            ]),
            Findings = [new("Time", FindingValue.Of((3 / pace) + error)), new("OtherTime", pace > 3 ? FindingValue.Missing : FindingValue.Of((40 / pace) + error)), new("TimeSpread", FindingValue.Of(0.12 / pace))],
        };
        return new()
        {
            Parameters = [new("Loss", ParameterValue.Choice(loss)), new("Rate", ParameterValue.Number(rate)), new("Norm", ParameterValue.Number(1))],
            Routes = [Answer(Route.ClosedForm, 0), Answer(Route.Flow, 1e-12), Answer(Route.Trained, 0.01)],
        };
    }

    private static RouteResult MapRoute(Route route)
    {
        MapAxis across = Axis("OutputWeight", -2, 2, 41), up = Axis("Preactivation", -2, 2, 41), distance = Axis("HammingDistance", 0, 8, 9), epoch = new("Epoch", [0, 10, 100]);
        ImmutableArray<FindingValue> Plane(Func<double, double, FindingValue> value) => [.. from x in across.Values from y in up.Values select value(x, y)];
        ImmutableArray<FindingValue> Line(MapAxis axis, Func<double, double?> value) => [.. axis.Values.Select(x => FindingValue.Of(value(x)))];
        Map Kernel(Func<double, double, double> value) => new([distance, epoch], [.. from d in distance.Values from t in epoch.Values select FindingValue.Of(value(d, t))]);
        ImmutableArray<double> times = [.. Enumerable.Range(0, 101).Select(step => step * 0.1)];
        return new()
        {
            Route = route,
            Findings = [new("Largest", FindingValue.Of(1))],
            Trajectory = new(times, [new("Logit", [.. times.Select(Math.Sqrt)]), new("Error", [.. times.Select(time => Math.Exp(-time))])]),
            Maps =
            [
                new("Outcome", new([across, up], Plane((z, y) => FindingValue.Of(y <= 0 ? "Inactive" : y + (0.7 * z) > 0 ? "Learned" : "Collapsed")))),
                new("Separatrix", new([across], Line(across, z => z < 0 ? -0.7 * z : null))),
                new("Hyperbolas", new([across, new("Case", [-0.5, 0.5])],
                    [.. from z in across.Values from c in new[] { -0.5, 0.5 } let square = (0.49 * z * z) + c select FindingValue.Of(square >= 0 ? Math.Sqrt(square) : (double?)null)])),
                new("Time", new([across, up], Plane((z, y) => y <= 0 ? FindingValue.Missing : FindingValue.Of(Math.Exp(-y) + (z * z))))),
                new("Kernel", new([distance], Line(distance, d => Math.Exp(-d / 3)))),
                new("KernelSpread", new([distance], Line(distance, d => 0.03 * d))),
                new("LateKernel", new([distance], Line(distance, d => Math.Exp(-d / 5)))),
                new("LateKernelSpread", new([distance], Line(distance, _ => 0.05))),
                new("Squares", new([across, up], Plane((z, y) => y <= 0 ? FindingValue.Missing : FindingValue.Of(1000 * y * y)))),
                .. route == Route.Trained ? new NamedMap[] { new("KernelByEpoch", Kernel((d, t) => Math.Exp(-d / (3 + Math.Log(1 + t))))), new("KernelByEpochSpread", Kernel((d, _) => 0.01 * d)), Samples("SamplesAtStart", 2), Samples("SamplesAtEnd", 0.1) } : [],
            ],
        };
    }

    private static NamedMap Samples(string name, double spread)
    {
        const int Count = 400;
        double[][] rows =
        [
            .. from index in Enumerable.Range(0, Count)
               let angle = 2 * Math.PI * (index % 8) / 8
               let turn = 2.399963 * index
               let radius = spread * Math.Sqrt(index / (double)Count)
               select new[] { (2 * Math.Cos(angle)) + (radius * Math.Cos(turn)), (2 * Math.Sin(angle)) + (radius * Math.Sin(turn)) },
        ];
        return new(name, new([Axis("Sample", 0, Count - 1, Count), new("Coordinate", [0, 1])], [.. rows.SelectMany(row => row).Select(value => FindingValue.Of(value))]));
    }

    private static MapAxis Axis(string name, double from, double to, int count) => new(name, [.. Enumerable.Range(0, count).Select(step => from + ((to - from) * step / (count - 1)))]);
}
