using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Flows;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Runs;

/// <summary>A weight that decays at a swept rate, by three routes, with a mode that makes a point fail.</summary>
internal static class SweptExperiment
{
    public static ExperimentDescriptor Describe(Action<double>? onBind = null) => new()
    {
        Id = "swept/decay",
        Name = "SweptDecay",
        Summary = "How fast does a weight decay?",
        Source = "a textbook",
        Parameters =
        [
            new() { Name = "Rate", Default = ParameterValue.Number(1), Domain = Domain.Of(above: 0), Sweep = [.. new[] { 0.5, 1, 2 }.Select(ParameterValue.Number)] },
            new() { Name = "Mode", Default = ParameterValue.Choice("Right"), Choices = ["Right", "Absent", "Overflow", "Refused", "Broken", "Wrong"] },
            new() { Name = "Scale", Default = ParameterValue.Integer(1), Sweep = [ParameterValue.Integer(1), ParameterValue.Integer(3)] },
            new() { Name = "Seed", Default = ParameterValue.Integer(7), Domain = Domain.Of(atLeast: 0), IsSeed = true, Sweep = [] },
            new() { Name = "Balanced", Default = ParameterValue.Flag(true) },
        ],
        Routes = [Route.ClosedForm, Route.Flow, Route.Trained],
        CrossChecks =
        [
            new(Route.ClosedForm, Route.Flow, CrossCheckKind.Pointwise) { Relative = 1e-9 },
            new(Route.ClosedForm, Route.Trained, CrossCheckKind.Order),
        ],
        Observables = ["Weight"],
        Findings = ["HalfTime", "Seed"],
        Bind = point => Bind(point, onBind),
    };

    private static BoundExperiment Bind(ParameterSet point, Action<double>? onBind)
    {
        double rate = point["Rate"].AsNumber(), scale = point["Scale"].AsNumber();
        string mode = point["Mode"].AsText();
        onBind?.Invoke(rate);
        if (mode == "Refused" && rate > 1)
            throw new ArgumentException("The rate and the mode do not fit each other.", nameof(point));
        return new()
        {
            Duration = 4,
            ClosedForm = ClosedFormRoute.CreateOptional<double>(() => mode == "Absent" && rate > 1 ? null : rate, (solved, time, writer) => writer.Add("Weight", scale * Math.Exp(-solved * time)), (solved, writer) =>
            {
                writer.Add("HalfTime", Math.Log(2) / solved);
                writer.Add("Seed", point["Seed"].AsNumber());
            }),
            Flow = FlowRoute.Create<Decay, double>(
                () => new(new(mode == "Wrong" ? 1.01 * rate : rate), [scale], 0, 4),
                options: null,
                state => state[0],
                (weight, _, writer) => writer.Add("Weight", mode switch
                {
                    "Overflow" when rate > 1 => double.PositiveInfinity,
                    "Broken" when rate > 1 => throw new InvalidOperationException("The experiment's own code is wrong."),
                    _ => weight,
                }),
                find: null),
            Trained = TrainedRoute.Create(() => mode == "Absent" && rate > 1 ? null : Plan(rate, scale), (network, _) => network.Layers[0].Weights[0], (weight, writer) => writer.Add("Weight", weight), find: null),
        };
    }

    private static TrainingPlan Plan(double rate, double scale) => new()
    {
        Network = Network.FromWeights(new DenseLayer(1, 1, [scale])),
        Data = Dataset.FromExamples([[Math.Sqrt(rate)]], [0.0]),
        Loss = Loss.Squared,
        LearningRate = 0.02,
    };

    private readonly struct Decay(double rate) : IVectorField<double>
    {
        public int Dimension => 1;

        public void Evaluate(double time, ReadOnlySpan<double> state, Span<double> derivative) => derivative[0] = -rate * state[0];
    }

    public static KeyValuePair<string, string> Fixed(string name, string value) => KeyValuePair.Create(name, value);

    public static string[] Texts(IEnumerable<ParameterSet> points) => [.. points.Select(point => point.ToString())];
}
