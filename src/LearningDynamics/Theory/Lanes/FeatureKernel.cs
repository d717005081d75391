using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Logits of features that always occur together, and the shares of each (theory: docs/theory/gradient-starvation.md).</summary>
/// <param name="layers">The number of layers, 1 or 2.</param>
/// <param name="features">The number of features of each set, above 0.</param>
internal readonly ref struct FeatureKernel(int layers, int features) : ILaneKernel
{
    private const double LargestNumber = 1e70;

    private readonly int layers = layers;
    private readonly int features = features;
    private readonly double leastShare = layers == 1 ? -LogitDomain.Largest : LogitDomain.LeastBalanced;

    public required ReadOnlySpan<double> Times { get; init; }

    /// <summary>A row for each set.</summary>
    public required ReadOnlySpan<double> InitialShares { get; init; }

    /// <summary>A row for each set.</summary>
    public required ReadOnlySpan<double> FeatureNorms { get; init; }

    public required ReadOnlySpan<double> Frequencies { get; init; }

    /// <summary>Receives the logits; none if they are not asked for.</summary>
    public Span<double> Logits { get; init; }

    /// <summary>Receives a row of shares for each set; none if they are not asked for.</summary>
    public Span<double> Shares { get; init; }

    public int Count => Times.Length;

    public int WorkspaceLength => 3 * features;

    /// <summary>Evaluates all sets.</summary>
    public void Evaluate()
    {
        Numbered.RequireRows(InitialShares.Length, Count, features, "initialShares");
        Numbered.RequireRows(FeatureNorms.Length, Count, features, "featureNorms");
        Numbered.RequireLength(Frequencies.Length, Count, "frequencies");
        LaneKernels.Run(this);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T>(LaneRange range, scoped Span<T> workspace)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        range.Load(Times, out T time);
        range.Load(Frequencies, out T frequency);
        Span<T> shares = workspace[..features], norms = workspace.Slice(features, features);
        T isAllowed = T.And(T.And(T.AtMost(0, time), T.Greater(frequency, 0)), T.AtMost(frequency, 1));
        Load(range, shares, norms, out T logit, out T speed, ref isAllowed);
        T duration = time * (speed * frequency);
        isAllowed = T.And(isAllowed, T.And(T.AtMost(T.Abs(logit), LogitDomain.Largest), T.AtMost(duration, LogitBatch.LargestDuration)));
        if (!LaneSpan.HasAll(isAllowed))
            Refuse(range);

        if (layers == 1)
            GrowEvenly(speed, duration, shares, norms, ref logit);
        else
            GrowExponentially(0.5 * speed, duration, shares, norms, workspace.Slice(2 * features, features), ref logit);
        if (!Logits.IsEmpty)
            range.Store(logit, Logits);
        for (int k = 0; k < features && !Shares.IsEmpty; k++)
            range.Store(shares[k], Shares, features, k);
    }

    /// <summary>Loads the features, and their logits and learning speeds in units of the frequency: the sum of n_k^2, or twice the largest n_k.</summary>
    private void Load<T>(LaneRange range, scoped Span<T> shares, scoped Span<T> norms, out T logit, out T speed, ref T isAllowed)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LaneCompensatedSum<T> sum = default, squares = default;
        T largest = 0;
        for (int k = 0; k < features; k++)
        {
            range.Load(InitialShares, features, k, out shares[k]);
            range.Load(FeatureNorms, features, k, out norms[k]);
            isAllowed = T.And(isAllowed, T.And(T.AtMost(leastShare, shares[k]), T.AtMost(shares[k], LogitDomain.Largest)));
            isAllowed = T.And(isAllowed, T.And(T.AtMost(1 / LargestNumber, norms[k]), T.AtMost(norms[k], LargestNumber)));
            sum.Add(shares[k]);
            squares.AddProduct(norms[k], norms[k]);
            largest = T.Maximum(largest, norms[k]);
        }

        (logit, speed) = (sum.Value, layers == 1 ? squares.Value : 2 * largest);
    }

    /// <summary>One layer: the growth of the logit is divided as the squares of the norms are.</summary>
    private static void GrowEvenly<T>(in T squaredNorm, in T duration, scoped Span<T> shares, scoped ReadOnlySpan<T> norms, ref T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        OneLayerFormula.Growth(T.Exp(logit), duration, out T growth);
        logit += growth;
        for (int k = 0; k < shares.Length; k++)
            shares[k] = T.MultiplyAdd(norms[k] * norms[k] / squaredNorm, growth, shares[k]);
    }

    /// <summary>Two layers: every share grows exponentially in intrinsic time.</summary>
    private static void GrowExponentially<T>(in T fastest, in T duration, scoped Span<T> shares, scoped Span<T> norms, scoped Span<T> workspace, ref T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        for (int k = 0; k < norms.Length; k++)
            norms[k] /= fastest;
        FeatureCourse<T> course = new(shares, norms, workspace);
        new LaneClock<T>(halfway: 0).Advance(ref course, duration);
        logit = course.Logit;
    }

    /// <summary>Says which number of the sets is outside its domain.</summary>
    private void Refuse(LaneRange range)
    {
        string bounded = FormattableString.Invariant($"lies in [{leastShare}, {LogitDomain.Largest}]");
        string normBounded = FormattableString.Invariant($"lies in [{1 / LargestNumber}, {LargestNumber}]");
        for (int i = range.First; i < range.First + range.Count; i++)
        {
            Numbered.RequireTime(Times[i], i);
            Numbered.RequireFrequency(Frequencies[i], i);
            (double logit, double squares, double largest) = (0, 0, 0);
            for (int k = i * features; k < (i + 1) * features; k++)
            {
                (double share, double norm) = (InitialShares[k], FeatureNorms[k]);
                Numbered.Require(share >= leastShare && share <= LogitDomain.Largest, "initialShares", share, k, bounded);
                Numbered.Require(norm is >= 1 / LargestNumber and <= LargestNumber, "featureNorms", norm, k, normBounded);
                (logit, squares, largest) = (logit + share, squares + (norm * norm), Math.Max(largest, norm));
            }

            int last = ((i + 1) * features) - 1;
            Numbered.Require(Math.Abs(logit) <= LogitDomain.Largest, "initialShares", InitialShares[last], last, LogitDomain.Excess);
            double speed = (layers == 1 ? squares : 2 * largest) * Frequencies[i];
            Numbered.Require(Times[i] * speed <= LogitBatch.LargestDuration, "times", Times[i], i, FormattableString.Invariant($"times the learning speed {speed} is above {LogitBatch.LargestDuration}"));
        }
    }
}
