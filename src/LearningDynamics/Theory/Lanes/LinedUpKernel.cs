using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Logits of classes of lined-up examples, from any starts (theory: docs/theory/lined-up-class.md, docs/theory/multiclass.md).</summary>
/// <param name="neurons">The number of neurons of each class, above 0.</param>
/// <param name="excess">By how much the output weights' speed is multiplied: 1 for one logit, K/(K - 1) for the softmax of K classes.</param>
/// <param name="halfway">The logit at which the confidence is 1/2.</param>
/// <param name="weightsName">What the caller calls the output weights.</param>
internal readonly ref struct LinedUpKernel(int neurons, double excess, double halfway, string weightsName) : ILaneKernel
{
    // With p' = excess p and n' = n / sqrt(excess) these are the equations of one logit, but for the confidence.
    private readonly double root = Math.Sqrt(excess);
    private readonly double halfway = halfway;
    private readonly int neurons = neurons;
    private readonly string weightsName = weightsName;

    public required ReadOnlySpan<double> Times { get; init; }

    /// <summary>A row for each class.</summary>
    public required ReadOnlySpan<double> Preactivations { get; init; }

    /// <summary>A row for each class.</summary>
    public required ReadOnlySpan<double> OutputWeights { get; init; }

    public required ReadOnlySpan<double> InputNorms { get; init; }

    public required ReadOnlySpan<double> Frequencies { get; init; }

    public required Span<double> Logits { get; init; }

    public int Count => Times.Length;

    public int WorkspaceLength => neurons * LaneNeurons<SingleLane>.Vectors;

    /// <summary>Evaluates all classes.</summary>
    public void Evaluate()
    {
        RequireLengths();
        LaneKernels.Run(this);
    }

    public void RequireLengths()
    {
        Numbered.RequireRows(Preactivations.Length, Count, neurons, "initialPreactivations");
        Numbered.RequireRows(OutputWeights.Length, Count, neurons, weightsName);
        Numbered.RequireLength(InputNorms.Length, Count, "inputNorms");
        Numbered.RequireLength(Frequencies.Length, Count, "frequencies");
        Numbered.RequireLength(Logits.Length, Count, "logits");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T>(LaneRange range, scoped Span<T> workspace)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        range.Load(Times, out T time);
        range.Load(InputNorms, out T inputNorm);
        range.Load(Frequencies, out T frequency);
        T isAllowed = T.And(NeuronDomain.ContainsNorm(inputNorm), T.And(T.Greater(frequency, 0), T.AtMost(frequency, 1)));
        T duration = time * (2 * inputNorm * frequency * root);
        isAllowed = T.And(isAllowed, T.And(T.AtMost(0, time), T.AtMost(duration, LogitBatch.LargestDuration)));

        LaneNeurons<T> alive = new(inputNorm / root, neurons, workspace);
        isAllowed = T.And(isAllowed, Fill(range, alive));
        alive.After(double.NegativeInfinity, out LaneArc<T> arc);
        isAllowed = T.And(isAllowed, T.AtMost(T.Abs(arc.Offset), LogitDomain.Largest));
        if (!LaneSpan.HasAll(isAllowed))
            Refuse(range);

        NeuronCourse<T> course = new(arc, alive);
        new LaneClock<T>(halfway).Advance(ref course, duration);
        range.Store(course.Logit, Logits);
    }

    /// <summary>Loads the neurons, and gives the mask of the lanes in which all are in their domains.</summary>
    private T Fill<T>(LaneRange range, LaneNeurons<T> alive)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T isAllowed = T.AtMost(0, 1);
        for (int i = 0; i < neurons; i++)
        {
            range.Load(Preactivations, neurons, i, out T preactivation);
            range.Load(OutputWeights, neurons, i, out T outputWeight);
            isAllowed = T.And(isAllowed, NeuronDomain.Contains(preactivation, outputWeight));
            alive.Set(i, preactivation, outputWeight);
        }

        return isAllowed;
    }

    /// <summary>Says which number of the classes is outside its domain.</summary>
    private void Refuse(LaneRange range)
    {
        for (int i = range.First; i < range.First + range.Count; i++)
        {
            Numbered.RequireTime(Times[i], i);
            NeuronDomain.RequireNorm(i, InputNorms[i]);
            Numbered.RequireFrequency(Frequencies[i], i);
            double logit = 0;
            for (int k = i * neurons; k < (i + 1) * neurons; k++)
            {
                (double preactivation, double outputWeight) = (Preactivations[k], OutputWeights[k]);
                new NeuronDomain(weightsName).Require(k, preactivation, outputWeight);
                logit += preactivation > 0 ? preactivation * outputWeight : 0;
            }

            int last = ((i + 1) * neurons) - 1;
            Numbered.Require(Math.Abs(logit) <= LogitDomain.Largest, weightsName, OutputWeights[last], last, LogitDomain.Excess);
            Numbered.Require(Times[i] * 2 * InputNorms[i] * Frequencies[i] * root <= LogitBatch.LargestDuration, "times", Times[i], i, FormattableString.Invariant($"times the learning speed is above {LogitBatch.LargestDuration}"));
        }
    }
}
