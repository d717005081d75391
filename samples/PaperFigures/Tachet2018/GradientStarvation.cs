using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Theory;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>
/// Features that occur together with others are starved: once the others classify an example, nothing is left to learn from it. How far does each feature get, against a run in which
/// every other feature is removed?
/// </summary>
[Experiment("tachet2018/gradient-starvation", Source = "arXiv:1809.06848, gradient starvation")]
[CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9, Absolute = 1e-12)]
[CrossCheck(Route.ClosedForm, Route.Trained, Order = 1)]
[CrossCheck(Route.Flow, Route.Trained, Order = 1)]
[Preset("first-layer", "Incidence=11", "TypeFrequencies=1", "FeatureNorms=1.4;0.7", "FirstLayer=Masked,Dense")]
[Figure("Confidence on each feature alone", "FeatureConfidence", Panels = "Incidence",
    Caption = "Features that always occur together share what there is to learn. One that also occurs alone goes on, and starves the other.")]
[Figure("Starvation ratios", "StarvationRatio", "InWords", "TrainedInWords")]
public sealed partial class GradientStarvation
{
    private FeatureMixture? mixture;

    /// <summary>Which features each example type contains: a row of the digits 0 and 1 for each type, separated by semicolons.</summary>
    [Parameter(Symbol = "A"), Sweep("11;10", "11;11")]
    public string Incidence { get; init; } = "11;10";

    /// <summary>The share of the data that each example type makes up, separated by semicolons; together at most 1.</summary>
    [Parameter(Symbol = "p")]
    public string TypeFrequencies { get; init; } = "0.8;0.2";

    /// <summary>The norm of each feature, separated by semicolons.</summary>
    [Parameter(Symbol = "n")]
    public string FeatureNorms { get; init; } = "1;1";

    /// <summary>How many layers of weights there are.</summary>
    [Parameter(Symbol = "N", AtLeast = 1, AtMost = 2), Sweep(1, 2)]
    public int Layers { get; init; } = 2;

    /// <summary>Whether each hidden neuron sees its own feature alone, or all of them. A dense first layer belongs to two layers, and only training answers it.</summary>
    [Parameter]
    public Connections FirstLayer { get; init; } = Connections.Masked;

    /// <summary>Every feature's share of the logit at the start; above 0 for two layers.</summary>
    [Parameter(Symbol = "theta0", AtLeast = 0)]
    public double InitialShare { get; init; } = 0.01;

    /// <summary>Until which time of the flow it runs.</summary>
    [Horizon]
    public double Duration { get; init; } = 100;

    /// <summary>The confidence on every example type at which the features are compared.</summary>
    [Parameter(Symbol = "delta", Above = 0.5, Below = 1)]
    public double TargetConfidence { get; init; } = 0.99;

    /// <summary>What the neurons of the first layer see.</summary>
    public enum Connections
    {
        /// <summary>Each neuron sees one feature.</summary>
        Masked,

        /// <summary>Every neuron sees every feature.</summary>
        Dense,
    }

    [Observables]
    public readonly record struct Curves(double[] Share, double[] TypeConfidence, double[] FeatureConfidence)
    {
        /// <summary>The confidence on each feature in a run without the others: measured beside the training, and no observable.</summary>
        internal double[] WithoutOthers { get; init; } = [];
    }

    [Findings]
    public readonly record struct Summary(double?[] StarvationRatio, string InWords);

    /// <summary>What training tells. Its percentages are O(eta) away, so that its words cannot be compared with the exact ones letter by letter.</summary>
    [Findings]
    public readonly record struct TrainedSummary(double?[] StarvationRatio, string TrainedInWords);

    /// <summary>The exact solution: the features in groups that always occur together, and every feature without the others.</summary>
    public sealed record Solution(IReadOnlyList<int[]> Groups, IReadOnlyList<CooccurringFeatures> Together, IReadOnlyList<LayeredMode> Alone);

    [ClosedForm]
    public Solution? Exact()
    {
        if (IsDense || Mixture.IndependentGroups() is not { } groups)
            return null;
        double[] Norms(int[] group) => [.. group.Select(feature => Mixture.FeatureNorms[feature])];
        double[] Starts(int[] group) => [.. group.Select(_ => InitialShare)];
        return new(
            groups,
            [.. groups.Select(group => new CooccurringFeatures(Layers, Norms(group), Mixture.FrequencyOf(group[0]), Starts(group)))],
            [.. Features.Select(feature => new LayeredMode(Layers, Mixture.FeatureNorms[feature], Mixture.FrequencyOf(feature), InitialShare))]);
    }

    [Observe]
    public Curves Observe(Solution solution, double t)
    {
        double[] shares = new double[Mixture.FeatureCount];
        foreach ((int[] group, CooccurringFeatures solved) in solution.Groups.Zip(solution.Together))
        {
            for (int member = 0; member < group.Length; member++)
                shares[group[member]] = solved.Share(member, t);
        }

        return Measure(shares);
    }

    [Find]
    public Summary Find(Solution solution)
    {
        double time = solution.Together.Max(solved => solved.TimeToConfidence(TargetConfidence)!.Value);
        return Summarize(new(
            Mixture.FeatureCount,
            time <= Duration ? time : null,
            (feature, t) => Observe(solution, t).FeatureConfidence[feature],
            (feature, t) => solution.Alone[feature].Confidence(t)));
    }

    // The gradient flow of the shares: of all features together, and behind that of each one without the others.
    [InitialState]
    public double[]? Start() => IsDense ? null : [.. Enumerable.Repeat(InitialShare, 2 * Mixture.FeatureCount)];

    [Flow]
    public void Flow<T>(ReadOnlySpan<T> shares, Span<T> derivative)
        where T : struct, IScalar<T>
    {
        int features = Mixture.FeatureCount;
        for (int k = 0; k < shares.Length; k++)
            derivative[k] = 0;
        for (int type = 0; type < Mixture.TypeCount; type++)
        {
            double frequency = Mixture.TypeFrequencies[type];
            T logit = 0;
            for (int k = 0; k < features; k++)
                logit += Mixture.Contains(type, k) ? shares[k] : 0;
            T pull = T.Logistic(-logit) * frequency;
            for (int k = 0; k < features; k++)
            {
                if (!Mixture.Contains(type, k))
                    continue;
                derivative[k] += pull;
                derivative[features + k] += T.Logistic(-shares[features + k]) * frequency;
            }
        }

        for (int k = 0; k < shares.Length; k++)
        {
            double norm = Mixture.FeatureNorms[k % features];
            derivative[k] *= Layers == 1 ? norm * norm : shares[k] * (2 * norm);
        }
    }

    [Observe]
    public Curves Observe(double[] shares) => Measure(shares[..Mixture.FeatureCount]);

    [Find]
    public Summary Find(FlowRun<double[]> run) => Summarize(new(
        Mixture.FeatureCount,
        run.FirstRise(shares => Observe(shares).TypeConfidence.Min() - TargetConfidence),
        (feature, t) => Functions.Logistic(run.At(t)[feature]),
        (feature, t) => Functions.Logistic(run.At(t)[Mixture.FeatureCount + feature])));

    // The network, and beside it one for each feature without the others.
    [Trained]
    public TrainingPlan Train() => new()
    {
        Network = Layers == 1 ? Networks.Perceptrons() : Networks.HiddenNeurons(isMasked: !IsDense),
        Data = Networks.Data,
        Loss = Loss.Logistic,
        LearningRate = 0.1 / Math.Max(1, Mixture.FeatureNorms.Sum(norm => norm * norm)),
    };

    [Observe]
    public Curves Observe(Network network)
    {
        double[] shares = [.. Features.Select(feature => Networks.Share(network, feature))];
        return new(shares, Confidences(Types.Select(type => Networks.TypeLogit(network, type))), Confidences(shares))
        {
            WithoutOthers = Confidences(Networks.SharesWithoutOthers(network)),
        };
    }

    [Find]
    public TrainedSummary Find(TrainedRun<Curves> run)
    {
        double At(Func<Curves, double> confidence, double t) => TrajectoryInterpolation.At([.. run.Observations.Select(confidence)], t, run.LearningRate);
        FeatureMoment moment = new(
            Mixture.FeatureCount,
            Types.Max(type => run.FirstRise(curves => curves.TypeConfidence[type] - TargetConfidence) ?? double.PositiveInfinity),
            (feature, t) => At(curves => curves.FeatureConfidence[feature], t),
            (feature, t) => At(curves => curves.WithoutOthers[feature], t));
        return new(moment.StarvationRatio, moment.InWords(TargetConfidence, Duration));
    }

    private bool IsDense => FirstLayer == Connections.Dense;

    private IEnumerable<int> Features => Enumerable.Range(0, Mixture.FeatureCount);

    private IEnumerable<int> Types => Enumerable.Range(0, Mixture.TypeCount);

    private FeatureNetwork Networks => new(Mixture, InitialShare);

    private FeatureMixture Mixture => mixture ??= Allowed();

    private FeatureMixture Allowed()
    {
        if (IsDense && Layers == 1)
            throw new UsageException("FirstLayer = Dense with Layers = 1 is outside its domain: a dense first layer needs Layers = 2; with one layer write FirstLayer = Masked.");
        if (Layers == 2 && InitialShare == 0)
            throw new UsageException("InitialShare = 0 with Layers = 2 is outside its domain (0, infinity): two layers of weights 0 do not move.");
        return FeatureMixture.Parse(Incidence, TypeFrequencies, FeatureNorms);
    }

    private Curves Measure(double[] shares) => new(
        shares,
        Confidences(Types.Select(type => Features.Where(feature => Mixture.Contains(type, feature)).Sum(feature => shares[feature]))),
        Confidences(shares));

    private Summary Summarize(FeatureMoment moment) => new(moment.StarvationRatio, moment.InWords(TargetConfidence, Duration));

    private static double[] Confidences(IEnumerable<double> logits) => [.. logits.Select(Functions.Logistic)];
}
