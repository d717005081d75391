using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// The simplified system of training response, one logit behind one slope: towards a target of 0 or 1 the response ages as 1/t, towards one in between it decays exponentially.
/// </summary>
[Experiment("nakazato2024/simplified", Source = "arXiv:2405.04074, Figure 5")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("figure-5-left", "LearningRate=0.5,1,2", "Slope=0.5,1,2")]
[Preset("figure-5-right", "Target=0.6,0.9")]
[Figure("Figure 5", "Response", Panels = "Slope", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, YTitle = "response of the logit",
    Caption = "Towards a target of 0 or 1 the response ends as 1/(slope t), whatever the learning rate; towards one in between it falls off exponentially.")]
[Figure("Response of the output", "OutputResponse", Panels = "Slope", XScale = AxisScale.Logarithmic, YScale = AxisScale.Logarithmic, YTitle = "response of the output",
    Caption = "The output saturates: what an epoch changes in it falls as the square of the logit's response.")]
[Figure("Output", "Output", Panels = "Slope", Caption = "The output on its way to the target.")]
[Figure("Aging", "AgingExponent", "AgingPrefactor", "RelaxationRate", Caption = "The power law of the logit's response for the targets 0 and 1, and the rate of its decay in between.")]
public sealed partial class Simplified
{
    // Between these shares of its start the residual decays at its last rate, but for a share of the order of the first.
    private const double FirstShare = 1e-5, SecondShare = 1e-7;

    /// <summary>The output that is asked for.</summary>
    [Parameter(Symbol = "y", AtLeast = 0, AtMost = 1)]
    public double Target { get; init; } = 1;

    /// <summary>The learning rate of an epoch.</summary>
    [Parameter(Symbol = "eta", Above = 0)]
    public double LearningRate { get; init; } = 1;

    /// <summary>The slope of the output f = sigma(a u).</summary>
    [Parameter(Symbol = "a", Above = 0)]
    public double Slope { get; init; } = 1;

    /// <summary>What is minimised: the cross-entropy divided by the slope, or half the squared error of the output.</summary>
    [Parameter]
    public ResponseLoss Loss { get; init; } = ResponseLoss.CrossEntropy;

    /// <summary>The logit at the start.</summary>
    [Parameter(Symbol = "u0")]
    public double InitialLogit { get; init; }

    /// <summary>How many epochs it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 200;

    /// <summary>The logit, the output, and what an epoch changes in either.</summary>
    [Observables]
    public readonly record struct Curve(double Logit, double Output, double Response, double OutputResponse);

    /// <summary>
    /// For the targets 0 and 1 the power law of the logit's response, its exponent and t times the response at the end; in between the rate of the exponential decay.
    /// </summary>
    [Findings]
    public readonly record struct Summary(double? AgingExponent, double? AgingPrefactor, double? RelaxationRate);

    [State]
    public readonly record struct State<T>(T Logit, T Residual)
        where T : struct;

    // The exact solution.
    [ClosedForm]
    public SimplifiedSystem Exact() => IsSquared
        ? SimplifiedSystem.SquaredError(Slope, Target, LearningRate, InitialLogit)
        : SimplifiedSystem.CrossEntropy(Slope, Target, LearningRate, InitialLogit);

    [Observe]
    public Curve Observe(SimplifiedSystem system, double t) => new(system.Logit(t), system.Output(t), system.Response(t), system.OutputResponse(t));

    [Find]
    public Summary Find(SimplifiedSystem system) =>
        Summarise(system.Response, system.TimeToResidual(FirstShare), system.TimeToResidual(SecondShare));

    // The gradient flow. The residual y - f is carried along, because near the target y - f would cancel.
    [InitialState]
    public State<double> Start() => new(InitialLogit, Residual(InitialLogit));

    [Flow(RelativeTolerance = 1e-13, AbsoluteTolerance = 1e-30)]
    public State<T> Flow<T>(State<T> s)
        where T : struct, IScalar<T>
    {
        T steepness = T.Logistic(s.Logit * Slope) * T.Logistic(-s.Logit * Slope) * Slope;
        T response = s.Residual * LearningRate * (IsSquared ? steepness : 1);
        return new(response, -steepness * response);
    }

    [Observe]
    public Curve Observe(State<double> s)
    {
        double output = Functions.Logistic(Slope * s.Logit), steepness = Slope * output * Functions.Logistic(-Slope * s.Logit);
        double response = LearningRate * s.Residual * (IsSquared ? steepness : 1);
        return new(s.Logit, output, response, steepness * response);
    }

    [Find]
    public Summary Find(FlowRun<State<double>> run)
    {
        double first = Math.Abs(Start().Residual);
        return Summarise(t => Observe(run.At(t)).Response, Time(FirstShare), Time(SecondShare));

        double? Time(double share) => run.FirstRise(s => (share * first) - Math.Abs(s.Residual));
    }

    /// <summary>An epoch is one step, or more where one would overshoot.</summary>
    [LearningRate]
    public double LargestStep => Math.Min(1, 1 / Speed);

    // The network: one weight and one input of norm sqrt(speed), so that one step at the rate dt is dt epochs. The response is what the next step changes.
    [Answer(Route.Trained)]
    public Answer<Curve, Summary> Train(RouteRequest request)
    {
        TrainingSchedule schedule = request.Schedule;
        double input = Math.Sqrt(Speed);
        var arguments = new List<double>();
        var plan = new TrainingPlan
        {
            Network = Network.FromWeights(new DenseLayer(1, 1, [Slope * InitialLogit / input])),
            Data = Dataset.FromExamples([[input]], [Target]),
            Loss = IsSquared ? LearningDynamics.Training.Loss.SquaredProbability : LearningDynamics.Training.Loss.Logistic,
            LearningRate = schedule.LearningRate,
            Steps = schedule.Steps + 1,
            ObservationSteps = ObservationSteps.EveryStep,
        };
        request.Train(plan, (_, network) => arguments.Add(network.Logit([input])), request.Progress);
        return new(
            [.. schedule.ObservationSteps.Select(step => Measure((int)step))],
            Summarise(t => Measure((int)Math.Round(t / schedule.LearningRate)).Response, Time(FirstShare), Time(SecondShare)));

        Curve Measure(int step)
        {
            double now = arguments[step], next = arguments[step + 1];
            double outputChange = -Functions.Logistic(next) * Functions.Logistic(-now) * Functions.ExpMinusOne(now - next);
            return new(now / Slope, Functions.Logistic(now), (next - now) / (Slope * schedule.LearningRate), outputChange / schedule.LearningRate);
        }

        // The logarithm is all but linear in time, so that interpolation between steps does it no harm.
        double? Time(double share)
        {
            double[] distances = [.. arguments.Select(argument => Math.Log(Math.Max(Math.Abs(Residual(argument / Slope)), double.Epsilon)))];
            return TrajectoryCrossing.FirstFall(distances, distances[0] + Math.Log(share), schedule.LearningRate);
        }
    }

    private bool IsSquared => Loss == ResponseLoss.Squared;

    /// <summary>The factor of v' where v = a u is the argument of the logistic function.</summary>
    private double Speed => LearningRate * Slope * (IsSquared ? Slope : 1);

    private double Residual(double logit) => (Target * Functions.Logistic(-Slope * logit)) - ((1 - Target) * Functions.Logistic(Slope * logit));

    /// <summary>There is a rate where both times lie within the run; if the output starts at its target, nothing decays.</summary>
    private Summary Summarise(Func<double, double> response, double? firstTime, double? secondTime) => Target is 0 or 1
        ? new(LastDecade.Exponent(Duration, response), Duration * response(Duration), null)
        : new(null, null, secondTime <= Duration && secondTime > firstTime ? Math.Log(FirstShare / SecondShare) / (secondTime - firstTime) : null);
}
