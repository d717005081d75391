using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Evaluates a formula at many times and parameters, in lanes as wide as the processor's.</summary>
internal readonly ref struct LogitBatch
{
    /// <summary>The largest product of time and speed.</summary>
    public const double LargestDuration = 1e150;

    public required ReadOnlySpan<double> Times { get; init; }

    /// <summary>The initial logits, or the initial preactivations.</summary>
    public required ReadOnlySpan<double> Starts { get; init; }

    /// <summary>The initial output weights; none for balanced modes.</summary>
    public ReadOnlySpan<double> OutputWeights { get; init; }

    public required ReadOnlySpan<double> InputNorms { get; init; }

    public required ReadOnlySpan<double> Frequencies { get; init; }

    public required Span<double> Logits { get; init; }

    public void Evaluate<TFormula>(TFormula formula)
        where TFormula : struct, ILogitFormula => WidestLanes.Run(new Work<TFormula>(this, formula));

    /// <summary>The same in lanes of a given kind. A lane's bits do not depend on the kind.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Evaluate<T, TFormula>(TFormula formula)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TFormula : struct, ILogitFormula
    {
        RequireLengths();
        for (int i = 0; i < Times.Length; i += T.Count)
        {
            T weights = OutputWeights.IsEmpty ? default : LaneSpan.Load<T>(OutputWeights, i);
            ModeLanes<T> modes = new(LaneSpan.Load<T>(Times, i), LaneSpan.Load<T>(Starts, i), weights, LaneSpan.Load<T>(InputNorms, i), LaneSpan.Load<T>(Frequencies, i));
            Logit(formula, modes, i, out T logit);
            LaneSpan.Store(logit, Logits, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Logit<T, TFormula>(TFormula formula, in ModeLanes<T> modes, int index, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TFormula : struct, ILogitFormula
    {
        T duration = modes.Time * formula.Speed(modes);
        T isAllowed = T.And(T.And(T.AtMost(0, modes.Time), T.AtMost(duration, LargestDuration)), formula.Accepts(modes));
        isAllowed = T.And(isAllowed, T.And(T.Greater(modes.InputNorm, 0), T.And(T.Greater(modes.Frequency, 0), T.AtMost(modes.Frequency, 1))));
        if (!LaneSpan.HasAll(isAllowed))
            Refuse(formula, index, T.Count);
        formula.Start(modes, out StartLanes<T> start);
        formula.Logit(start, duration, out logit);
    }

    private void RequireLengths()
    {
        Numbered.RequireLength(Starts.Length, Times.Length, OutputWeights.IsEmpty ? "initialLogits" : "initialPreactivations");
        Numbered.RequireLength(InputNorms.Length, Times.Length, "inputNorms");
        Numbered.RequireLength(Frequencies.Length, Times.Length, "frequencies");
        Numbered.RequireLength(Logits.Length, Times.Length, "logits");
    }

    /// <summary>Says which of the numbers from an index on is outside its domain.</summary>
    private void Refuse<TFormula>(TFormula formula, int first, int count)
        where TFormula : struct, ILogitFormula
    {
        for (int i = first; i < Math.Min(first + count, Times.Length); i++)
        {
            Numbered.RequireTime(Times[i], i);
            Numbered.Require(InputNorms[i] > 0 && double.IsFinite(InputNorms[i]), "inputNorms", InputNorms[i], i, "is above 0 and finite");
            formula.Require(i, Starts[i], OutputWeights.IsEmpty ? 0 : OutputWeights[i], InputNorms[i]);
            Numbered.RequireFrequency(Frequencies[i], i);
        }

        Numbered.Require(false, "times", Times[first], first, FormattableString.Invariant($"or one of the {count - 1} behind it, times the learning speed, is above {LargestDuration}"));
    }

    private readonly ref struct Work<TFormula>(LogitBatch batch, TFormula formula) : ILaneWork
        where TFormula : struct, ILogitFormula
    {
        private readonly LogitBatch batch = batch;
        private readonly TFormula formula = formula;

        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => batch.Evaluate<T, TFormula>(formula);
    }
}
