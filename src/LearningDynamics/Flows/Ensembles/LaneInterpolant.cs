using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>The pair's own continuous extension of trial steps, a <see cref="NestedPolynomial"/> in every lane.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
internal sealed class LaneInterpolant<T, TField>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
{
    private readonly LaneStepper<T, TField> stepper;
    private readonly LaneSum[] denseRows;
    private readonly LaneMemory<T> coefficients;
    private readonly int dimension;
    private readonly int last;

    public LaneInterpolant(LaneStepper<T, TField> stepper)
    {
        (this.stepper, dimension) = (stepper, stepper.State.Length);
        ButcherTableau tableau = stepper.Tableau;
        denseRows = [.. tableau.DenseRows.Select(row => new LaneSum(row, dimension))];
        coefficients = new(tableau.CoefficientCount * dimension);
        last = tableau.CoefficientCount - 1;
    }

    /// <summary>Takes up the last trial step; costs the extra stages.</summary>
    /// <param name="time">Where it starts.</param>
    /// <param name="size">Its size.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Begin(in T time, in T size)
    {
        stepper.EvaluateExtraStages(time, size);
        for (int i = 0; i < dimension; i++)
        {
            T increment = stepper.Next[i] - stepper.State[i], start = (size * stepper.Slope[i]) - increment;
            Row(0)[i] = stepper.State[i];
            Row(1)[i] = increment;
            Row(2)[i] = start;
            Row(3)[i] = increment - (size * stepper.NextSlope[i]) - start;
        }

        for (int i = 0; i < denseRows.Length; i++)
            stepper.Sum(denseRows[i], size, Row(4 + i));
    }

    /// <summary>The states at places in the steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Evaluate(T place, Span<T> state)
    {
        T rest = 1 - place;
        for (int i = 0; i < state.Length; i++)
        {
            T value = coefficients[(last * dimension) + i];
            for (int row = last - 1; row >= 0; row--)
                value = T.MultiplyAdd(value, (row & 1) == 0 ? place : rest, coefficients[(row * dimension) + i]);
            state[i] = value;
        }
    }

    private Span<T> Row(int row) => coefficients.Span.Slice(row * dimension, dimension);
}
