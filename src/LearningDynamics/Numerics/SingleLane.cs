using System.Runtime.CompilerServices;

namespace LearningDynamics.Numerics;

/// <summary>
/// One double that computes as the lanes do, bit for bit: the scalar reference of every width, and what processors without vectors use.
/// </summary>
/// <param name="Value">The number.</param>
internal readonly record struct SingleLane(double Value) : ILanes<SingleLane>
{
    public static int Count => 1;

    public static implicit operator SingleLane(double value) => new(value);

    public static SingleLane operator +(SingleLane left, SingleLane right) => new(left.Value + right.Value);

    public static SingleLane operator -(SingleLane left, SingleLane right) => new(left.Value - right.Value);

    public static SingleLane operator -(SingleLane value) => new(-value.Value);

    public static SingleLane operator *(SingleLane left, SingleLane right) => new(left.Value * right.Value);

    public static SingleLane operator /(SingleLane left, SingleLane right) => new(left.Value / right.Value);

    public static SingleLane Sqrt(SingleLane x) => new(Math.Sqrt(x.Value));

    public static SingleLane Abs(SingleLane x) => new(Math.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Exp(SingleLane x) => LaneFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Log(SingleLane x) => LaneFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Logistic(SingleLane x) => LaneFunctions.Logistic(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Softplus(SingleLane x) => LaneFunctions.Softplus(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLane Tanh(SingleLane x) => LaneFunctions.Tanh(x);

    public static SingleLane Step(SingleLane x) => new(x.Value > 0 ? 1 : 0);

    public static SingleLane Rectify(SingleLane x) => new(x.Value > 0 ? x.Value : 0);

    public static SingleLane MultiplyAdd(SingleLane a, SingleLane b, SingleLane c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    public static SingleLane Round(SingleLane x) => new(Math.Round(x.Value));

    public static SingleLane Minimum(SingleLane left, SingleLane right) => right.Value > left.Value ? left : right;

    public static SingleLane Maximum(SingleLane left, SingleLane right) => left.Value > right.Value ? left : right;

    public static SingleLane Scale(SingleLane x, SingleLane k)
    {
        double half = Math.Round(k.Value * 0.5);
        return new(x.Value * PowerOfTwo(half) * PowerOfTwo(k.Value - half));
    }

    public static SingleLane Exponent(SingleLane x, out SingleLane mantissa)
    {
        long bits = BitConverter.DoubleToInt64Bits(x.Value);
        mantissa = new(BitConverter.Int64BitsToDouble((bits & LaneBits.Mantissa) | LaneBits.One));
        return new(BitConverter.Int64BitsToDouble((bits >>> 52) | LaneBits.IntegerOffset) - LaneBits.BiasedIntegerOffset);
    }

    public static SingleLane Greater(SingleLane left, SingleLane right) => Mask(left.Value > right.Value);

    public static SingleLane AtMost(SingleLane left, SingleLane right) => Mask(left.Value <= right.Value);

    public static SingleLane Select(SingleLane mask, SingleLane where, SingleLane otherwise) => IsSet(mask) ? where : otherwise;

    public static SingleLane And(SingleLane left, SingleLane right) => OfBits(BitsOf(left) & BitsOf(right));

    public static SingleLane Or(SingleLane left, SingleLane right) => OfBits(BitsOf(left) | BitsOf(right));

    public static SingleLane AndNot(SingleLane left, SingleLane right) => OfBits(BitsOf(left) & ~BitsOf(right));

    public static uint Bits(SingleLane mask) => IsSet(mask) ? 1u : 0u;

    private static bool IsSet(SingleLane mask) => BitsOf(mask) < 0;

    private static SingleLane Mask(bool isSet) => OfBits(isSet ? -1 : 0);

    private static long BitsOf(SingleLane lane) => BitConverter.DoubleToInt64Bits(lane.Value);

    private static SingleLane OfBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));

    private static double PowerOfTwo(double k) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(k + LaneBits.RoundingOffset) << 52);
}
