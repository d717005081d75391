using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One hidden neuron that two classes compete for, from every start of a plane of preactivations: which class wins, and how near to a plane the border between them is.
/// </summary>
[Experiment("tachet2018/competing-classes-map", Source = "arXiv:1809.06848, Figure 3")]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("figure-3", "InitialZ=0.1,0.2")]
[Figure("Which class wins", "Outcome", Borders = ["Border"], Panels = "InitialZ", XTitle = "alpha (on class 1)", YTitle = "beta (on class 2)",
    Caption = "Where both sides are active, class 1 wins below the line, which is exact for small weights, and class 2 above it.")]
public sealed partial class CompetingClassesMap
{
    /// <summary>A start that changes its outcome when it is moved by this is on the separatrix: nearer to it, rounding alone decides where a numerical solution goes.</summary>
    public const double SeparatrixWidth = 1e-6;

    /// <summary>How far the plane reaches from 0 to either side, in both preactivations.</summary>
    [Parameter(Above = 0)]
    public double HalfWidth { get; init; } = 1;

    /// <summary>How many starts there are along each side of the plane.</summary>
    [Parameter(AtLeast = 2, AtMost = 1001)]
    public int Resolution { get; init; } = 61;

    /// <summary>The neuron's output weight at the start: above 0 it speaks for class 1.</summary>
    [Parameter(Symbol = "z0")]
    public double InitialZ { get; init; } = 0.1;

    /// <summary>The norm of the examples of class 1.</summary>
    [Parameter(Symbol = "||x1||", Above = 0)]
    public double InputNorm1 { get; init; } = 1;

    /// <summary>The norm of the examples of class 2.</summary>
    [Parameter(Symbol = "||x2||", Above = 0)]
    public double InputNorm2 { get; init; } = 1;

    /// <summary>The inner product of an example of class 1 and one of class 2, above -||x1|| ||x2||.</summary>
    [Parameter(Symbol = "rho", AtMost = 0)]
    public double InnerProduct { get; init; }

    /// <summary>The share of the data that class 1 makes up.</summary>
    [Parameter(Symbol = "p1", Above = 0, AtMost = 1)]
    public double Frequency1 { get; init; } = 0.5;

    /// <summary>The share of the data that class 2 makes up; together with class 1 at most 1.</summary>
    [Parameter(Symbol = "p2", Above = 0, AtMost = 1)]
    public double Frequency2 { get; init; } = 0.5;

    /// <summary>Until which time of the flow it runs; the paper's time is this one times the frequency.</summary>
    [Horizon]
    public double Duration { get; init; } = 120;

    /// <summary>Which starts end how. BeyondPlane counts those active on both classes that end otherwise than the plane of small weights says.</summary>
    [Findings]
    public readonly record struct Outcomes(double Class1Share, double Class2Share, double DeadShare, double BeyondPlane, Map Outcome);

    /// <summary>Where the plane cuts this one.</summary>
    [Findings]
    public readonly record struct Plane(Map Border);

    // The border in the limit of small weights.
    [Answer(Route.ClosedForm)]
    public Answer<Plane> Solve(RouteRequest request)
    {
        CompetitionBorder border = new(Neuron.Classes);
        return new(new(new Map([Starts.First], [.. Starts.First.Values.Select(alpha => FindingValue.Of(Inside(alpha, border.Beta(alpha, InitialZ))))])));

        double? Inside(double alpha, double beta) => alpha > 0 && beta > 0 && beta <= HalfWidth ? beta : null;
    }

    // The gradient flow from each start, and from those beside it; the first death decides.
    [Answer(Route.Flow)]
    public Answer<Outcomes> Integrate(RouteRequest request)
    {
        CompetingNeuron.State<double>[] starts = [.. Starts.Positions.SelectMany(start => Around(start.First, start.Second))];
        EnsembleArrays ends = StartFlows.Follow(EnsembleProblem.Create(new Field(Neuron), default(Crossings), starts.Length, Begin, 0, Duration), Accuracy, request);
        return new(Draw([.. Enumerable.Range(0, starts.Length).Select(End).Chunk(3).Select(OrSeparatrix)]));

        bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            (state[0], state[1], state[2]) = starts[index];
            return state[0] > 0 || state[1] > 0;
        }

        // Where a side has died its preactivation is 0 up to rounding.
        CompetitionOutcome? End(int index) => Neuron.Judge(new(HasDied(index, 0) ? 0 : ends.State(index)[0], HasDied(index, 1) ? 0 : ends.State(index)[1], ends.State(index)[2]));

        bool HasDied(int index, int side) => double.IsFinite(ends.EventTimes[(index * ends.EventCount) + side]);
    }

    /// <summary>Each side's death, which ends the flow, and each side's revival, where it starts anew.</summary>
    private readonly record struct Crossings : IEnsembleEvents
    {
        public int Count => 4;

        public EventDirection Direction(int component) => IsTerminal(component) ? EventDirection.Falling : EventDirection.Rising;

        public bool IsTerminal(int component) => component < 2;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T> => (values[0], values[1], values[2], values[3]) = (state[0], state[1], state[0], state[1]);
    }

    private readonly record struct Field(CompetingNeuron Neuron) : IVectorField
    {
        public int Dimension => 3;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            CompetingNeuron.State<T> rate = Neuron.Flow<T>(new(state[0], state[1], state[2]));
            (derivative[0], derivative[1], derivative[2]) = (rate.Alpha, rate.Beta, rate.Z);
        }
    }

    // A network trained from each start.
    [Answer(Route.Trained)]
    public Answer<Outcomes> Train(RouteRequest request)
    {
        SureOutcome training = new(Neuron, request);
        return new(Draw(Starts.Train<CompetitionOutcome?>(starts => [.. training.Of([.. starts.SelectMany(start => Around(start.First, start.Second))]).Chunk(3).Select(OrSeparatrix)], request)));
    }

    [LearningRate]
    public double LargestLearningRate => 0.1 / new CompetitionBorder(Neuron.Classes).PullDifference;

    // Errors of the solver grow as those of the start do, so some hundred steps of 1e-10 move it by far less than the separatrix's width.
    private FlowOptions Accuracy => new() { RelativeTolerance = 1e-10, AbsoluteTolerance = 1e-12 * HalfWidth, DenseOutput = false };

    private CompetingNeuron Neuron => new CompetingNeuron(InputNorm1, InputNorm2, InnerProduct, Frequency1, Frequency2).Checked();

    private StartPlane Starts => new(
        StartPlane.Axis("InitialAlpha", Resolution, -HalfWidth, HalfWidth), StartPlane.Axis("InitialBeta", Resolution, -HalfWidth, HalfWidth));

    /// <summary>A start and one on either side of it. A side that is off stays off.</summary>
    private CompetingNeuron.State<double>[] Around(double alpha, double beta) =>
        [.. new[] { 0, SeparatrixWidth, -SeparatrixWidth }.Select(by => new CompetingNeuron.State<double>(alpha > 0 ? alpha + by : alpha, beta > 0 ? beta - by : beta, InitialZ))];

    /// <summary>The outcome of a start, if it is that of those beside it too.</summary>
    private static CompetitionOutcome? OrSeparatrix(CompetitionOutcome?[] around) => around.Distinct().Count() == 1 ? around[0] : CompetitionOutcome.Separatrix;

    private Outcomes Draw(CompetitionOutcome?[] outcomes)
    {
        CompetitionBorder border = new(Neuron.Classes);
        int beyond = Starts.Positions.Zip(outcomes).Count(pair =>
            pair.First is { First: > 0, Second: > 0 } && pair.Second != border.Predict(new(pair.First.First, pair.First.Second, InitialZ)));
        return new(
            Share(CompetitionOutcome.Class1), Share(CompetitionOutcome.Class2), Share(CompetitionOutcome.Dead), beyond, Starts.Map(outcomes, outcome => FindingValue.Of(outcome?.ToString())));

        double Share(CompetitionOutcome outcome) => outcomes.Count(found => found == outcome) / (double)outcomes.Length;
    }
}
