using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        where TFormula : struct, ILogitFormula
    {
        if (Vector512.IsHardwareAccelerated)
            Evaluate<LanePair<Lanes512>, TFormula>(formula);
        else if (Vector256.IsHardwareAccelerated)
            Evaluate<LanePair<Lanes256>, TFormula>(formula);
        else if (Vector128.IsHardwareAccelerated)
            Evaluate<LanePair<Lanes128>, TFormula>(formula);
        else
            Evaluate<SingleLane, TFormula>(formula);
    }

    /// <summary>The same in lanes of a given kind. A lane's bits do not depend on the kind.</summary>
    public void Evaluate<T, TFormula>(TFormula formula)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TFormula : struct, ILogitFormula
    {
        RequireLengths();
        int whole = Times.Length - (Times.Length % T.Count);
        ReadOnlySpan<T> times = Vectors<T>(Times), starts = Vectors<T>(Starts), weights = Vectors<T>(OutputWeights), norms = Vectors<T>(InputNorms), frequencies = Vectors<T>(Frequencies);
        Span<T> logits = MemoryMarshal.Cast<double, T>(Logits);
        for (int i = 0; i < times.Length; i++)
            Logit(formula, new(times[i], starts[i], weights.IsEmpty ? default : weights[i], norms[i], frequencies[i]), i * T.Count, out logits[i]);

        // What is left fills a vector together with copies of itself.
        if (whole == Times.Length)
            return;
        Logit(formula, new(Rest<T>(Times), Rest<T>(Starts), OutputWeights.IsEmpty ? default : Rest<T>(OutputWeights), Rest<T>(InputNorms), Rest<T>(Frequencies)), whole, out T last);
        for (int lane = 0; lane < Times.Length - whole; lane++)
            Logits[whole + lane] = Unsafe.Add(ref Unsafe.As<T, double>(ref last), lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Logit<T, TFormula>(TFormula formula, in ModeLanes<T> modes, int index, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TFormula : struct, ILogitFormula
    {
        T duration = modes.Time * formula.Speed(modes);
        T isAllowed = T.And(T.And(T.AtMost(0, modes.Time), T.AtMost(duration, LargestDuration)), formula.Accepts(modes));
        isAllowed = T.And(isAllowed, T.And(T.Greater(modes.InputNorm, 0), T.And(T.Greater(modes.Frequency, 0), T.AtMost(modes.Frequency, 1))));
        if (T.Bits(isAllowed) != uint.MaxValue >> (32 - T.Count))
            Refuse(formula, index, T.Count);
        formula.Logit(modes, duration, out logit);
    }

    private static ReadOnlySpan<T> Vectors<T>(ReadOnlySpan<double> values)
        where T : unmanaged => MemoryMarshal.Cast<double, T>(values);

    private static T Rest<T>(ReadOnlySpan<double> values)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T rest = default;
        int count = values.Length % T.Count;
        for (int lane = 0; lane < T.Count; lane++)
            Unsafe.Add(ref Unsafe.As<T, double>(ref rest), lane) = values[^(count - (lane % count))];
        return rest;
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
            Numbered.Require(Times[i] >= 0, "times", Times[i], i, "is at least 0");
            Numbered.Require(InputNorms[i] > 0 && double.IsFinite(InputNorms[i]), "inputNorms", InputNorms[i], i, "is above 0 and finite");
            formula.Require(i, Starts[i], OutputWeights.IsEmpty ? 0 : OutputWeights[i], InputNorms[i]);
            Numbered.Require(Frequencies[i] is > 0 and <= 1, "frequencies", Frequencies[i], i, "is a share of the data: above 0 and at most 1");
        }

        Numbered.Require(false, "times", Times[first], first, FormattableString.Invariant($"or one of the {count - 1} behind it, times the learning speed, is above {LargestDuration}"));
    }
}
