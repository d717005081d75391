using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Tests.Runs;

public class RunJsonTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20180619, 20240507);

    private static readonly EnvironmentFingerprint Environment = EnvironmentFingerprint.Capture(new() { Seed = 3 }, "run \"a b\" <c>");

    [Fact]
    public void Any_finite_double_reads_back_to_the_same_bits() => Prop.ForAll(ArbMap.Default.ArbFor<long>(), bits =>
    {
        double value = Math.Abs(bits % 97) switch
        {
            0 => -0.0,
            1 => double.Epsilon,
            2 => double.MaxValue,
            _ => BitConverter.Int64BitsToDouble(bits * 6364136223846793005),
        };
        return !double.IsFinite(value) || SurvivesEverywhere(value);
    }).Check(Repeatable);

    [Fact]
    public void A_run_reads_back_and_writes_the_same_text_under_any_culture()
    {
        ResultSet results = new(Environment, [ExperimentRunner.Run(SweptExperiment.Describe(), new()), Everything(0.1)]);
        string text = RunText.Of(results);

        CultureRun.UnderEach(() =>
        {
            Assert.Equal(text, RunText.Of(results));
            Assert.Equal(text, RunText.Of(RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(text))));
        });
    }

    [Fact]
    public void A_run_has_the_documented_shape()
    {
        using var document = JsonDocument.Parse(RunText.Of(Everything(0.5)));
        JsonElement root = document.RootElement, point = root.GetProperty("points")[0], route = point.GetProperty("routes")[0], check = point.GetProperty("checks")[0];

        Assert.Equal("learning-dynamics/run/1", root.GetProperty("schema").GetString());
        Assert.Equal(["schema", "experiment", "source", "summary", "parameters", "figures", "declaredChecks", "complete", "points"], Names(root));
        Assert.Equal(
            """[{"title":"A","kind":"map-curves","names":["Line"],"caption":"\u003Cc\u003E","over":null,"panels":"Choice","preset":null,"xScale":"log","yScale":"linear","colourScale":"linear","xTitle":null,"yTitle":"y","spreads":["Plane"],"borders":[],"inset":[]}]""",
            root.GetProperty("figures").GetRawText());
        Assert.Equal(["parameters", "routes", "checks", "failures"], Names(point));
        Assert.Equal("""{"Number":0.5,"Whole":9007199254740993,"Flag":true,"Text":"\u003Ca\u003E","Choice":"Relu"}""", point.GetProperty("parameters").GetRawText());
        Assert.Equal(["route", "times", "observables", "findings", "maps", "eventTimes", "work", "standardErrors"], Names(route));
        Assert.Equal("closed-form", route.GetProperty("route").GetString());
        Assert.Equal("""{"Logit":[0.5,1]}""", route.GetProperty("observables").GetRawText());
        Assert.Equal("""{"Death":0.5,"Outcome":"Learned","Kept":false,"Never":null}""", route.GetProperty("findings").GetRawText());
        Assert.Equal(
            """{"Line":{"axes":[{"name":"x","values":[0.5,1]}],"values":["A",null]},"Plane":{"axes":[{"name":"x","values":[0,1]},{"name":"y","values":[0.5]}],"values":[[0.5],[true]]}}""",
            route.GetProperty("maps").GetRawText());
        Assert.Equal("""{"runs":3,"observables":{"Logit":[0,0.5]},"findings":{"Death":0.5,"Outcome":null}}""", route.GetProperty("standardErrors").GetRawText());
        Assert.Equal(["left", "right", "kind", "passed", "observable", "deviation", "bound", "explanation", "evidence"], Names(check));
        Assert.Equal("""{"order":0.5,"words":"so","none":null}""", check.GetProperty("evidence").GetRawText());
        Assert.Equal(["what", "message", "refused"], Names(point.GetProperty("failures")[0]));
    }

    [Fact]
    public void Every_kind_of_figure_reads_back()
    {
        foreach (FigureKind kind in Enum.GetValues<FigureKind>())
        {
            FigureDescriptor figure = new("A", kind, ["B", "C"]) { Over = "D", Preset = "figure-3", YScale = AxisScale.Logarithmic, ColourScale = AxisScale.Logarithmic, XTitle = "x", Borders = ["E"], Inset = ["F"] };
            ResultSet results = new(Environment, [Everything(0.5) with { Figures = [figure] }]);

            FigureDescriptor read = Assert.Single(RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(RunText.Of(results))).Runs[0].Figures);

            Assert.Equal(figure with { Names = read.Names, Spreads = read.Spreads, Borders = read.Borders, Inset = read.Inset }, read);
            Assert.Equal((figure.Names, figure.Spreads, figure.Borders, figure.Inset), (read.Names, read.Spreads, read.Borders, read.Inset), EqualLists);
        }

        static bool EqualLists((ImmutableArray<string> A, ImmutableArray<string> B, ImmutableArray<string> C, ImmutableArray<string> D) left, (ImmutableArray<string> A, ImmutableArray<string> B, ImmutableArray<string> C, ImmutableArray<string> D) right) =>
            left.A.SequenceEqual(right.A) && left.B.SequenceEqual(right.B) && left.C.SequenceEqual(right.C) && left.D.SequenceEqual(right.D);
    }

    [Fact]
    public void Results_without_figures_read_as_before_there_were_any()
    {
        string text = RunText.Of(new ResultSet(Environment, [Everything(0.5) with { Figures = [] }]));

        Assert.Empty(RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(text.Replace("\"figures\":[],", string.Empty, StringComparison.Ordinal))).Runs[0].Figures);
    }

    [Theory]
    [InlineData("map-curves", "map-curve", "Did you mean")]
    [InlineData("\"xScale\":\"log\"", "\"xScale\":\"logs\"", "Did you mean")]
    public void An_unknown_kind_or_scale_of_a_figure_is_named(string known, string unknown, string message)
    {
        string text = RunText.Of(new ResultSet(Environment, [Everything(0.5)])).Replace(known, unknown, StringComparison.Ordinal);

        Assert.Contains(message, Assert.Throws<UsageException>(() => RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_number_is_null()
    {
        ExperimentRun run = Everything(0.5);
        Verdict verdict = run.Points[0].Checks[0] with { Deviation = double.PositiveInfinity, Bound = double.NaN };
        using var document = JsonDocument.Parse(RunText.Of(run with { Points = [run.Points[0] with { Checks = [verdict] }] }));
        JsonElement check = document.RootElement.GetProperty("points")[0].GetProperty("checks")[0];

        Assert.Equal(JsonValueKind.Null, check.GetProperty("deviation").ValueKind);
        Assert.Equal(JsonValueKind.Null, check.GetProperty("bound").ValueKind);
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("{}", "cannot be read")]
    [InlineData("""{ "schema": "learning-dynamics/results/2" }""", "of the schema 'learning-dynamics/results/2'; this version reads 'learning-dynamics/results/1'")]
    public void A_damaged_or_foreign_document_is_refused(string text, string message)
    {
        UsageException refusal = Assert.Throws<UsageException>(() => RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"closed-form\"", "\"closed-from\"", "Did you mean 'closed-form'?")]
    [InlineData("[[0.5],[true]]", "[[0.5]]", "The axes have 2 positions")]
    [InlineData("\"Death\":0.5", "\"Death\":1e999", "cannot be read")]
    [InlineData("\"processorCount\":", "\"processorCount\":0.", "cannot be read")]
    public void Damage_inside_is_refused(string intact, string damaged, string message)
    {
        string text = RunText.Of(new ResultSet(Environment, [Everything(0.5)]));
        Assert.Contains(intact, text, StringComparison.Ordinal);

        UsageException refusal = Assert.Throws<UsageException>(() => RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(text.Replace(intact, damaged, StringComparison.Ordinal))));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static bool SurvivesEverywhere(double value)
    {
        ResultSet results = new(Environment, [Everything(value)]);
        RunPoint point = RunJsonReader.ReadResults(Encoding.UTF8.GetBytes(RunText.Of(results))).Runs[0].Points[0];
        RouteResult route = point.Routes[0];
        double[] read =
        [
            point.Parameters[0].Value.AsNumber(),
            route.Trajectory.Times[1],
            route.Trajectory.Observables[0].Values[0],
            route.Findings[0].Value.AsNumber!.Value,
            route.StandardErrors!.Observables[0].Values[1],
            route.StandardErrors!.Findings[0].Value.AsNumber!.Value,
            route.Maps[0].Map.Axes[0].Values[0],
            route.Maps[1].Map.Values[0].AsNumber!.Value,
            point.Checks[0].Deviation!.Value,
            point.Checks[0].Evidence[0].Number!.Value,
        ];
        return read.All(number => BitConverter.DoubleToInt64Bits(number) == BitConverter.DoubleToInt64Bits(value));
    }

    private static string[] Names(JsonElement json) => [.. json.EnumerateObject().Select(member => member.Name)];

    /// <summary>A run with every kind of value in it, the number in each place where one can be.</summary>
    private static ExperimentRun Everything(double value) => new()
    {
        Id = "every/thing",
        Source = null,
        Summary = "A \"quoted\" \u00fcber-summary",
        Figures = [new("A", FigureKind.MapCurves, ["Line"]) { Caption = "<c>", Panels = "Choice", XScale = AxisScale.Logarithmic, YTitle = "y", Spreads = ["Plane"] }],
        DeclaredChecks = 1,
        IsComplete = false,
        Points =
        [
            new()
            {
                Parameters =
                [
                    new("Number", ParameterValue.Number(value)),
                    new("Whole", ParameterValue.Integer(9007199254740993)),
                    new("Flag", ParameterValue.Flag(true)),
                    new("Text", ParameterValue.Text("<a>")),
                    new("Choice", ParameterValue.Choice("Relu")),
                ],
                Routes =
                [
                    new()
                    {
                        Route = Route.ClosedForm,
                        Trajectory = new([0, value], [new("Logit", [value, 1])]),
                        Findings = [new("Death", FindingValue.Of(value), IsEventTime: true), new("Outcome", FindingValue.Of("Learned")), new("Kept", FindingValue.Of(false)), new("Never", FindingValue.Missing)],
                        Maps =
                        [
                            new("Line", new([new("x", [value, 1])], [FindingValue.Of("A"), FindingValue.Missing])),
                            new("Plane", new([new("x", [0, 1]), new("y", [0.5])], [FindingValue.Of(value), FindingValue.Of(true)])),
                        ],
                        EventTimes = [value],
                        Work = [new("steps", 12)],
                        StandardErrors = new(3, [new("Logit", [0, value])], [new("Death", FindingValue.Of(value)), new("Outcome", FindingValue.Missing)]),
                    },
                ],
                Checks =
                [
                    new()
                    {
                        Check = new(Route.ClosedForm, Route.Trained, CrossCheckKind.Order),
                        QuantityKind = QuantityKind.Observable,
                        Quantity = "Logit",
                        Passed = true,
                        Deviation = value,
                        Bound = 1e-9,
                        Explanation = "It is so.",
                        Evidence = [new("order", value), Evidence.InWords("words", "so"), new("none", null)],
                    },
                ],
                Failures = [new("flow", "It stopped.", IsRefusal: true)],
            },
        ],
    };
}
