using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.CrossChecks;

/// <summary>
/// One hidden ReLU neuron on one class of lined-up examples, by all three routes, each with a place to plant a fault in. Without one the routes agree.
/// </summary>
internal sealed record PlantedMode
{
    private const double InputNorm = 0.7, Frequency = 0.5;

    public double Preactivation { get; init; } = 0.3;

    public double OutputWeight { get; init; } = 0.2;

    public double Duration { get; init; } = 20;

    public double LearningRate { get; init; } = 0.1;

    /// <summary>What the closed form takes the class's frequency for.</summary>
    public double ExactFrequency { get; init; } = Frequency;

    /// <summary>What the closed form's logit is multiplied by.</summary>
    public double ExactLogitFactor { get; init; } = 1;

    /// <summary>What the flow's right-hand side is multiplied by.</summary>
    public double FlowFactor { get; init; } = 1;

    /// <summary>The sign of the logit inside the flow's sigma(-u).</summary>
    public double FlowSign { get; init; } = 1;

    /// <summary>Theory.md's collapsing start, which dies at t = 4.676649837797826.</summary>
    public static PlantedMode Dying => new() { Preactivation = 0.5, OutputWeight = -1, LearningRate = 0.05 };

    public static double TrueFrequency => Frequency;

    public ExperimentDescriptor Describe(params CrossCheckDescriptor[] checks) => new()
    {
        Id = "planted/mode",
        Name = "PlantedMode",
        Parameters = [],
        Routes = [Route.ClosedForm, Route.Flow, Route.Trained],
        CrossChecks = [.. checks],
        Bind = _ => Bind(),
    };

    private BoundExperiment Bind() => new()
    {
        Duration = Duration,
        ClosedForm = ClosedFormRoute.Create(
            () => new LinedUpMode(InputNorm, ExactFrequency, Preactivation, OutputWeight),
            (mode, time, writer) => Write(new(mode.Preactivation(time), mode.OutputWeight(time), ExactLogitFactor * mode.Logit(time)), writer),
            (mode, writer) => Write(writer, mode.CollapseTime, mode.Outcome == Outcome.Collapsed)),
        Flow = FlowRoute.Create<Field, Curve>(
            () => new(new(Frequency * FlowFactor, FlowSign), [Preactivation, OutputWeight], 0, Duration, [new("Death", 1, (_, state, values) => values[0] = state[0], EventDirection.Falling)]),
            options: null,
            state => Curve.Of(state[0], state[1]),
            (curve, _, writer) => Write(curve, writer),
            (run, writer) => Write(writer, run.FirstTime("Death"), run.FirstTime("Death") is not null)),
        Trained = TrainedRoute.Create(
            Plan,
            (network, _) => Curve.Of(network.Preactivation(0, 0, [InputNorm, 0]), network.Layers[1].Weights[0]),
            Write,
            (run, writer) =>
            {
                double? death = Preactivation > 0 ? run.FirstKink(curve => -curve.Preactivation) : null;
                Write(writer, death, death is not null);
            }),
    };

    private TrainingPlan Plan()
    {
        var data = new LinedUpClasses([new(InputNorm, Frequency)]);
        return new()
        {
            Network = Network.FromWeights([data.WeightsFor(Preactivation)], [OutputWeight]),
            Data = data.WithLogisticTargets(),
            Loss = Loss.Logistic,
            LearningRate = LearningRate,
        };
    }

    private static void Write(Curve curve, TrajectoryWriter writer)
    {
        writer.Add(nameof(Curve.Preactivation), curve.Preactivation);
        writer.Add(nameof(Curve.OutputWeight), curve.OutputWeight);
        writer.Add(nameof(Curve.Logit), curve.Logit);
    }

    private static void Write(FindingsWriter writer, double? death, bool dies)
    {
        writer.AddEventTime("Death", death);
        writer.Add("Dies", dies);
    }

    private readonly record struct Curve(double Preactivation, double OutputWeight, double Logit)
    {
        public static Curve Of(double preactivation, double outputWeight) => new(preactivation, outputWeight, Math.Max(preactivation, 0) * outputWeight);
    }

    private readonly struct Field(double frequency, double sign) : IVectorField<double>
    {
        public int Dimension => 2;

        public void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative)
        {
            double pull = state[0] > 0 ? frequency * Functions.Logistic(-sign * state[0] * state[1]) : 0;
            derivative[0] = pull * InputNorm * InputNorm * state[1];
            derivative[1] = pull * state[0];
        }
    }
}
