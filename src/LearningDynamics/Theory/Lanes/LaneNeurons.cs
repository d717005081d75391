using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>
/// The neurons of a class in every lane (theory: docs/theory/lined-up-class.md). Deaths come in a different order in each, so that an arc's sums are formed anew at each death, over the
/// neurons that outlive it.
/// </summary>
internal readonly ref struct LaneNeurons<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    /// <summary>The number of vectors that a neuron takes.</summary>
    public const int Vectors = 3;

    private readonly T inputNorm;
    private readonly Span<T> preactivations;
    private readonly Span<T> outputWeights;
    private readonly Span<T> deaths;

    /// <summary>Takes neurons' places in a workspace.</summary>
    /// <param name="inputNorm">The norms n of the classes.</param>
    /// <param name="neurons">The number of neurons of each.</param>
    /// <param name="workspace">Room for three vectors a neuron.</param>
    public LaneNeurons(in T inputNorm, int neurons, Span<T> workspace)
    {
        this.inputNorm = inputNorm;
        preactivations = workspace[..neurons];
        outputWeights = workspace.Slice(neurons, neurons);
        deaths = workspace.Slice(2 * neurons, neurons);
    }

    /// <summary>Puts neurons into their place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Set(int neuron, in T preactivation, in T outputWeight)
    {
        (preactivations[neuron], outputWeights[neuron]) = (preactivation, outputWeight);
        T isActive = T.Greater(preactivation, 0), growing = Growing(neuron);
        // ln(1 + 2 y0 / -a), as far as a neuron dies. One that is not active is dead before the start.
        T isDying = T.And(isActive, T.Greater(0, growing));
        T death = LaneFunctions.LogOnePlus(2 * T.Rectify(preactivation) / T.Select(isDying, -growing, 1));
        deaths[neuron] = T.Select(isDying, death, T.Select(isActive, double.PositiveInfinity, double.NegativeInfinity));
    }

    /// <summary>The arcs of the neurons that live on after intrinsic times, negative infinity for the start; where there are none, an arc without end of a logit of 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void After(in T position, out LaneArc<T> arc)
    {
        T end = double.PositiveInfinity, scale = 0;
        for (int i = 0; i < deaths.Length; i++)
        {
            T isAlive = T.Greater(deaths[i], position);
            end = T.Select(isAlive, T.Minimum(end, deaths[i]), end);
            scale = T.Select(isAlive, T.Maximum(scale, T.Abs(Growing(i))), scale);
        }

        Sum(position, scale, out T offset, out T growthRoot);
        arc = new(end, offset, growthRoot);
    }

    private void Sum(in T position, in T scale, out T offset, out T growthRoot)
    {
        LaneCompensatedSum<T> products = default, squares = default;
        T unit = T.Select(T.Greater(scale, 0), scale, 1);
        for (int i = 0; i < deaths.Length; i++)
        {
            T isAlive = T.Greater(deaths[i], position);
            products.AddProduct(T.And(isAlive, preactivations[i]), outputWeights[i]);
            T growing = T.And(isAlive, Growing(i)) / unit;
            squares.AddProduct(growing, growing);
        }

        offset = products.Value;
        growthRoot = scale * T.Sqrt(squares.Value) / T.Sqrt(2 * inputNorm);
    }

    /// <summary>a = y0 + n z0, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Growing(int neuron) => T.MultiplyAdd(inputNorm, outputWeights[neuron], preactivations[neuron]);
}
