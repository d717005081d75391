using System.Runtime.CompilerServices;

namespace LearningDynamics.Numerics;

/// <summary>
/// Two vectors of lanes that go through every operation together. A chain of operations on one vector waits for each result; two independent chains fill those waits.
/// </summary>
/// <typeparam name="TLanes">One of the two vectors.</typeparam>
internal readonly struct LanePair<TLanes>(TLanes first, TLanes second) : ILanes<LanePair<TLanes>>
    where TLanes : unmanaged, ILanes<TLanes>, IScalar<TLanes>
{
    private readonly TLanes first = first, second = second;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator LanePair<TLanes>(double value)
    {
        TLanes both = value;
        return new(both, both);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator +(LanePair<TLanes> left, LanePair<TLanes> right) => new(left.first + right.first, left.second + right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator -(LanePair<TLanes> left, LanePair<TLanes> right) => new(left.first - right.first, left.second - right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator -(LanePair<TLanes> value) => new(-value.first, -value.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator *(LanePair<TLanes> left, LanePair<TLanes> right) => new(left.first * right.first, left.second * right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> operator /(LanePair<TLanes> left, LanePair<TLanes> right) => new(left.first / right.first, left.second / right.second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Exp(LanePair<TLanes> x) => new(TLanes.Exp(x.first), TLanes.Exp(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Log(LanePair<TLanes> x) => new(TLanes.Log(x.first), TLanes.Log(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Sqrt(LanePair<TLanes> x) => new(TLanes.Sqrt(x.first), TLanes.Sqrt(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Abs(LanePair<TLanes> x) => new(TLanes.Abs(x.first), TLanes.Abs(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Logistic(LanePair<TLanes> x) => new(TLanes.Logistic(x.first), TLanes.Logistic(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Softplus(LanePair<TLanes> x) => new(TLanes.Softplus(x.first), TLanes.Softplus(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Tanh(LanePair<TLanes> x) => new(TLanes.Tanh(x.first), TLanes.Tanh(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Step(LanePair<TLanes> x) => new(TLanes.Step(x.first), TLanes.Step(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Rectify(LanePair<TLanes> x) => new(TLanes.Rectify(x.first), TLanes.Rectify(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> MultiplyAdd(LanePair<TLanes> a, LanePair<TLanes> b, LanePair<TLanes> c) => new(TLanes.MultiplyAdd(a.first, b.first, c.first), TLanes.MultiplyAdd(a.second, b.second, c.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Round(LanePair<TLanes> x) => new(TLanes.Round(x.first), TLanes.Round(x.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Minimum(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.Minimum(left.first, right.first), TLanes.Minimum(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Maximum(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.Maximum(left.first, right.first), TLanes.Maximum(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Scale(LanePair<TLanes> x, LanePair<TLanes> k) => new(TLanes.Scale(x.first, k.first), TLanes.Scale(x.second, k.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Exponent(LanePair<TLanes> x, out LanePair<TLanes> mantissa)
    {
        LanePair<TLanes> result = new(TLanes.Exponent(x.first, out TLanes low), TLanes.Exponent(x.second, out TLanes high));
        mantissa = new(low, high);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Greater(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.Greater(left.first, right.first), TLanes.Greater(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> AtMost(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.AtMost(left.first, right.first), TLanes.AtMost(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> And(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.And(left.first, right.first), TLanes.And(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Or(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.Or(left.first, right.first), TLanes.Or(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> AndNot(LanePair<TLanes> left, LanePair<TLanes> right) => new(TLanes.AndNot(left.first, right.first), TLanes.AndNot(left.second, right.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LanePair<TLanes> Select(LanePair<TLanes> mask, LanePair<TLanes> where, LanePair<TLanes> otherwise) => new(TLanes.Select(mask.first, where.first, otherwise.first), TLanes.Select(mask.second, where.second, otherwise.second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(LanePair<TLanes> mask) => TLanes.Bits(mask.first) | (TLanes.Bits(mask.second) << TLanes.Count);
}
