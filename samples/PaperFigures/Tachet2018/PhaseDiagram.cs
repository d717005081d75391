using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Flows.Ensembles;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// One hidden neuron on one class from every start of a plane: where the class is learned, where the neuron dies, and where it never was alive.
/// </summary>
[Experiment("tachet2018/phase-diagram", Source = "arXiv:1809.06848, Figure 2")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[Preset("figure-2", "InputNorm=0.7")]
[Figure("Phase diagram", "Outcome", Borders = ["Separatrix", "Hyperbola"], XTitle = "z (output weight)", YTitle = "y (preactivation)",
    Caption = "A neuron moves along a hyperbola. Above the separatrix y = -||x|| z it learns the class; below, it runs into y = 0 and dies; below y = 0 it never moves.")]
[Figure("Collapse time", "CollapseTime", Borders = ["Separatrix"], XTitle = "z (output weight)", YTitle = "y (preactivation)",
    Caption = "A start dies the later the nearer it is to the separatrix: the time grows with the logarithm of the distance.")]
public sealed partial class PhaseDiagram
{
    /// <summary>Starts this near to the separatrix are counted to it: there rounding alone decides where a numerical solution goes.</summary>
    public const double SeparatrixWidth = 1e-6;

    /// <summary>The norm of the examples.</summary>
    [Parameter(Symbol = "||x||", Above = 0)]
    public double InputNorm { get; init; } = 0.7;

    /// <summary>The share of the data that the class makes up.</summary>
    [Parameter(Symbol = "p", Above = 0, AtMost = 1)]
    public double Frequency { get; init; } = 1;

    /// <summary>How many starts there are along each side of the plane.</summary>
    [Parameter(AtLeast = 2, AtMost = 1001)]
    public int Resolution { get; init; } = 101;

    /// <summary>How far the plane reaches from 0 to either side, in the output weight and in the preactivation.</summary>
    [Parameter(Above = 0)]
    public double HalfWidth { get; init; } = 2;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 50;

    [Findings]
    public readonly record struct Diagram(double LearnedShare, double Disagreements, Map Outcome, Map CollapseTime, Map FinalLogit);

    /// <summary>The same with the curves on which the starts move.</summary>
    [Findings]
    public readonly record struct DiagramWithCurves(double LearnedShare, double Disagreements, Map Outcome, Map CollapseTime, Map FinalLogit, Map Separatrix, Map Hyperbola);

    /// <summary>Where one start goes: neither a time nor a logit is told of the separatrix.</summary>
    private readonly record struct Ending(Outcome Outcome, double? CollapseTime, double? FinalLogit);

    /// <summary>A neuron in training.</summary>
    private readonly record struct Neuron(double Preactivation, double OutputWeight);

    /// <summary>A small part of the time 1 / (n p) in which y + n z and y - n z change.</summary>
    [LearningRate]
    public double LargestLearningRate => 0.05 / (InputNorm * Frequency);

    // The exact solution.
    [Answer(Route.ClosedForm)]
    public Answer<DiagramWithCurves> Solve(RouteRequest request)
    {
        Diagram diagram = Draw(Starts.Answer(Solve, request));
        PhaseCurves curves = new(InputNorm, Starts.First);
        return new(new(diagram.LearnedShare, diagram.Disagreements, diagram.Outcome, diagram.CollapseTime, diagram.FinalLogit, curves.Separatrix, curves.Hyperbolas(HalfWidth)));
    }

    private Ending Solve(double outputWeight, double preactivation)
    {
        LinedUpMode solved = new(InputNorm, Frequency, preactivation, outputWeight);
        return new(solved.Outcome, solved.CollapseTime <= Duration ? solved.CollapseTime : null, solved.Logit(Duration));
    }

    // The gradient flow, with the ReLU's gate.
    [Answer(Route.Flow)]
    public Answer<Diagram> Integrate(RouteRequest request)
    {
        StartPlane starts = Starts;
        EnsembleArrays ends = StartFlows.Follow(EnsembleProblem.Create(new Flow(InputNorm, Frequency), default(Death), starts.Count, Begin, 0, Duration), Accuracy, request);
        return new(Draw([.. starts.Positions.Select((start, index) => End(start.Second, index))]));

        bool Begin(long index, Span<double> state, Span<double> parameters)
        {
            (state[1], state[0]) = starts.Position((int)index);
            return state[0] > 0;
        }

        Ending End(double preactivation, int index)
        {
            Neuron final = new(ends.State(index)[0], ends.State(index)[1]);
            bool isDead = ends.Endings[index] == TrajectoryEnding.TerminalEvent;
            return new(Judge(preactivation, final, isDead), isDead ? ends.Times[index] : null, isDead ? 0 : Logit(final));
        }
    }

    private readonly record struct Death : IEnsembleEvents
    {
        public int Count => 1;

        public EventDirection Direction(int component) => EventDirection.Falling;

        public bool IsTerminal(int component) => true;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, ReadOnlySpan<T> parameters, Span<T> values)
            where T : struct, IScalar<T> => values[0] = state[0];
    }

    private readonly record struct Flow(double InputNorm, double Frequency) : IVectorField
    {
        public int Dimension => 2;

        public void Evaluate<T>(T time, ReadOnlySpan<T> state, Span<T> derivative)
            where T : struct, IScalar<T>
        {
            T pull = T.Step(state[0]) * T.Logistic(-(state[1] * state[0])) * Frequency;
            derivative[0] = pull * InputNorm * InputNorm * state[1];
            derivative[1] = pull * state[0];
        }
    }

    // The network: two inputs, one hidden neuron, one logit.
    [Answer(Route.Trained)]
    public Answer<Diagram> Train(RouteRequest request) => new(Draw(Starts.Train(starts => Train(request, starts), request)));

    private Ending[] Train(RouteRequest request, IReadOnlyList<(double OutputWeight, double Preactivation)> starts)
    {
        LinedUpClasses data = new([new(InputNorm, Frequency)]);
        TrainingPlan[] plans = [.. starts.Select(start => Plan(request, data, start.OutputWeight, start.Preactivation))];
        // A step that moves nothing is followed by others that do not either.
        IReadOnlyList<List<Neuron>> runs = StretchedTraining.Observe(plans, request, Read, (before, after) => before == after);
        return [.. starts.Select((start, k) => End(plans[k], start.Preactivation, runs[k]))];

        Neuron Read(Network network) => new(network.Preactivation(0, 0, data.Input(0)), network.Layers[1].Weights[0]);
    }

    private TrainingPlan Plan(RouteRequest request, LinedUpClasses data, double outputWeight, double preactivation)
    {
        // A neuron that may die lives for y0 / (n |z0|) of the time 1 / (n p) or longer, and has its steps in it.
        long refinement = preactivation > 0 ? (long)Math.Ceiling(Math.Max(1, InputNorm * -outputWeight / preactivation)) : 1;
        return new()
        {
            Network = Network.FromWeights([data.WeightsFor(preactivation)], [outputWeight]),
            Data = data.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = request.LearningRate / refinement,
            Steps = request.Schedule.Steps * refinement,
        };
    }

    private Ending End(TrainingPlan plan, double preactivation, List<Neuron> steps)
    {
        double? death = preactivation > 0 ? new TrainedRun<Neuron>(steps, plan.LearningRate, plan.Network).FirstKink(neuron => -neuron.Preactivation) : null;
        return new(Judge(preactivation, steps[^1], isDead: death is not null), death, Logit(steps[^1]));
    }

    private StartPlane Starts => new(
        StartPlane.Axis("OutputWeight", Resolution, -HalfWidth, HalfWidth), StartPlane.Axis("Preactivation", Resolution, -HalfWidth, HalfWidth));

    // An error e of the solver is one of e / d of y + n z at the distance d from the separatrix; it decides when the neuron dies or the logit grows. 1e-14 keeps 1e-9 down to d = 1e-4.
    private FlowOptions Accuracy => new() { RelativeTolerance = 1e-14, AbsoluteTolerance = 1e-15 * HalfWidth, DenseOutput = false };

    private static double Logit(Neuron neuron) => neuron.OutputWeight * Math.Max(neuron.Preactivation, 0);

    /// <summary>The outcome as it can be seen at the end of a run: with what remains, where does the neuron go?</summary>
    private Outcome Judge(double initialPreactivation, Neuron final, bool isDead)
    {
        if (initialPreactivation <= 0)
            return Outcome.Inactive;
        return isDead || final.Preactivation + (InputNorm * final.OutputWeight) < 0 ? Outcome.Collapsed : Outcome.Learned;
    }

    private Diagram Draw(Ending[] endings)
    {
        Ending[] shown = [.. Starts.Positions.Zip(endings, (start, ending) => IsOnSeparatrix(start.First, start.Second) ? new(Outcome.Separatrix, null, null) : ending)];
        return new(
            shown.Count(ending => ending.Outcome == Outcome.Learned) / (double)shown.Length,
            Starts.Positions.Zip(shown).Count(pair => pair.Second.Outcome != Region(pair.First.First, pair.First.Second)),
            Starts.Map(shown, ending => FindingValue.Of(ending.Outcome.ToString())),
            Starts.Map(shown, ending => FindingValue.Of(ending.CollapseTime)),
            Starts.Map(shown, ending => FindingValue.Of(ending.FinalLogit)));
    }

    private bool IsOnSeparatrix(double outputWeight, double preactivation) => preactivation > 0
        && Math.Abs(Math.FusedMultiplyAdd(InputNorm, outputWeight, preactivation)) <= SeparatrixWidth * Math.Sqrt(1 + (InputNorm * InputNorm));

    /// <summary>The paper's regions.</summary>
    private Outcome Region(double outputWeight, double preactivation) => (preactivation > 0, Math.FusedMultiplyAdd(InputNorm, outputWeight, preactivation) > 0) switch
    {
        (false, _) => Outcome.Inactive,
        _ when IsOnSeparatrix(outputWeight, preactivation) => Outcome.Separatrix,
        (_, true) => Outcome.Learned,
        (_, false) => Outcome.Collapsed,
    };
}
