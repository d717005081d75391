using System.Collections.Immutable;
using System.Globalization;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;

namespace LearningDynamics.Hosting.Tests.Synthetic;

/// <summary>Small experiments, one for each way in which a run can end. All are about the decay exp(-Rate t).</summary>
internal static class SyntheticCatalog
{
    public const string HangMessage = "the hanging experiment has started";

    public static ExperimentCatalog Create(Action? onHang = null) => new(
    [
        Decay("toy/decay", time => time),
        Decay("toy/swept", time => time) with { Parameters = [Rate with { Sweep = [.. new[] { 0.5, 1, 2 }.Select(ParameterValue.Number)] }] },
        Decay("toy/wrong", time => 1.01 * time),
        Decay("toy/wrong-often", time => 1.01 * time) with { Parameters = [Rate with { Sweep = [.. Enumerable.Range(1, 8).Select(rate => ParameterValue.Number(rate))] }] },
        Decay("toy/labelled", time => 1.01 * time) with { Parameters = [Label], Bind = _ => Bound(1, time => 1.01 * time) },
        Wide("toy/independent-of-everything"),
        Decay("toy/long", time => time) with { IsLong = true },
        Decay("toy/[red]", time => time) with { Summary = "A [bold]bracketed[/] summary [" },
        Preset("toy/preset"),
        Shares("toy/shares"),
        Seeded(),
        Partial("toy/partial"),
        ClosedFormOnly("toy/alone", point => new SyntheticClosedForm(point["Rate"].AsNumber())),
        ClosedFormOnly("toy/broken", _ => throw new InvalidOperationException("A mistake in the experiment.")),
        WithFlow("toy/diverging", point => new SyntheticFlow(request => point["Rate"].AsNumber() > 1
            ? throw new NumericalFailureException("The step size vanished at t = 0.5.")
            : new SyntheticExactFlow(point["Rate"].AsNumber(), time => time).Answer(request)!)),
        WithFlow("toy/refusing", _ => new SyntheticFlow(_ => throw new ArgumentException("Rate and Duration do not go together."))),
        WithFlow("toy/strangers", _ => new SyntheticFlow(_ => SyntheticAnswers.Single(Route.Flow, "Other", 1))),
        WithFlow("toy/hanging", _ => new SyntheticFlow(request => Hang(onHang, request.Cancellation))),
    ]);

    private static ParameterDescriptor Rate => new()
    {
        Name = "Rate",
        Default = ParameterValue.Number(1),
        Domain = Domain.Of(above: 0, atMost: 10),
        Symbol = "lambda",
        Summary = "How fast it falls.",
    };

    private static ParameterDescriptor Label => new() { Name = "Label", Default = ParameterValue.Text("it's \"here\", now") };

    private static ExperimentDescriptor Decay(string id, Func<double, double> clock) => new()
    {
        Id = id,
        Name = "Decay",
        Summary = "A value that halves in equal times.",
        Source = "derived here",
        Parameters = [Rate],
        Routes = [Route.ClosedForm, Route.Flow],
        Observables = ["Value", "Slope"],
        Findings = ["HalfLife", "Outcome", "Revival"],
        CrossChecks = [new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = 1e-9 }],
        Bind = point => Bound(point["Rate"].AsNumber(), clock),
    };

    private static BoundExperiment Bound(double rate, Func<double, double> clock) => new()
    {
        Duration = 2,
        ClosedForm = new SyntheticClosedForm(rate),
        Flow = new SyntheticExactFlow(rate, clock),
    };

    /// <summary>An experiment with a long name and many observables.</summary>
    private static ExperimentDescriptor Wide(string id) => Decay(id, time => time) with
    {
        Bind = point => new()
        {
            Duration = 2,
            ClosedForm = new SyntheticClosedForm(1, components: 12),
            Flow = new SyntheticFlow(request => new SyntheticClosedForm(1, components: 12).Answer(request)! with { Route = Route.Flow }),
        },
    };

    /// <summary>Swept, with a closed form only for rates of at least 1.</summary>
    private static ExperimentDescriptor Partial(string id) => Decay(id, time => time) with
    {
        Parameters = [Rate with { Sweep = [.. new[] { 0.5, 1, 2 }.Select(ParameterValue.Number)] }],
        Bind = point => Bound(point["Rate"].AsNumber(), time => time) is var bound && point["Rate"].AsNumber() >= 1
            ? bound
            : new() { Duration = 2, ClosedForm = new SyntheticFlow(_ => null), Flow = bound.Flow },
    };

    /// <summary>Swept, with two presets, of which one has two grids.</summary>
    private static ExperimentDescriptor Preset(string id) => Decay(id, time => time) with
    {
        Parameters = [Rate with { Sweep = [.. new[] { 0.5, 1, 2 }.Select(ParameterValue.Number)] }, Label],
        Presets =
        [
            new("figure-3", [[Rates(4)], [Rates(5, 6), new("Label", [ParameterValue.Text("a"), ParameterValue.Text("b")])]]),
            new("figure-4", [[Rates(7)]]),
        ],
    };

    private static ParameterValues Rates(params double[] rates) => new("Rate", [.. rates.Select(ParameterValue.Number)]);

    /// <summary>A text of which only the experiment knows what is allowed; it refuses inside a parallel loop, as an ensemble does.</summary>
    private static ExperimentDescriptor Shares(string id) => WithFlow(id, _ => new SyntheticFlow(_ => null)) with
    {
        Parameters = [new() { Name = "Shares", Default = ParameterValue.Text("0.5;0.5") }],
        Bind = point => new()
        {
            Duration = 2,
            ClosedForm = new SyntheticClosedForm(1),
            Flow = new SyntheticFlow(request =>
            {
                string shares = point["Shares"].AsText();
                Parallel.For(0, 3, _ => RequireShares(shares));
                return new SyntheticExactFlow(1, time => time).Answer(request);
            }),
        },
    };

    private static void RequireShares(string shares)
    {
        if (shares.Split(';').Sum(share => double.Parse(share, CultureInfo.InvariantCulture)) > 1)
            throw new ArgumentOutOfRangeException(nameof(shares), shares, "The shares sum to at most 1.");
    }

    private static ExperimentDescriptor Seeded() => ClosedFormOnly("toy/seeded", point => new SyntheticClosedForm(point["Seed"].AsInteger())) with
    {
        Parameters =
        [
            new() { Name = "Seed", Default = ParameterValue.Integer(1), Domain = Domain.Of(atLeast: 1), IsSeed = true },
            new() { Name = "Shape", Default = ParameterValue.Choice("Round"), Choices = ["Round", "Square"] },
            Label,
        ],
    };

    private static ExperimentDescriptor ClosedFormOnly(string id, Func<ParameterSet, BoundRoute> route) => Decay(id, time => time) with
    {
        Routes = [Route.ClosedForm],
        CrossChecks = [],
        Bind = point => new() { Duration = 2, ClosedForm = new DelayedClosedForm(() => route(point)) },
    };

    private static ExperimentDescriptor WithFlow(string id, Func<ParameterSet, BoundRoute> flow) => Decay(id, time => time) with
    {
        Bind = point => new() { Duration = 2, ClosedForm = new SyntheticClosedForm(point["Rate"].AsNumber()), Flow = flow(point) },
    };

    private static RouteResult Hang(Action? onHang, CancellationToken cancellation)
    {
        onHang?.Invoke();
        cancellation.WaitHandle.WaitOne();
        throw new OperationCanceledException(cancellation);
    }
}
