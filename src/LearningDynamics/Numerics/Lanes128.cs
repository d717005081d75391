using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningDynamics.Numerics;

/// <summary>Two doubles in a vector of 128 bits.</summary>
internal readonly struct Lanes128(Vector128<double> value) : ILanes<Lanes128>
{
    private readonly Vector128<double> value = value;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes128(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, Lanes128 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 x) => new(Vector128.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Abs(Lanes128 x) => new(Vector128.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Exp(Lanes128 x) => LaneFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Log(Lanes128 x) => LaneFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Logistic(Lanes128 x) => LaneFunctions.Logistic(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Softplus(Lanes128 x) => LaneFunctions.Softplus(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Tanh(Lanes128 x) => LaneFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Step(Lanes128 x) => Select(Greater(x, 0), 1, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Rectify(Lanes128 x) => Select(Greater(x, 0), x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) => new(Vector128.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Round(Lanes128 x) => new(Vector128.Round(x.value));

    // The instructions of these processors give the second operand if one is no number, and of two zeros too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Minimum(Lanes128 left, Lanes128 right) =>
        Sse2.IsSupported ? new(Vector128.MinNative(left.value, right.value)) : Select(Greater(right, left), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Maximum(Lanes128 left, Lanes128 right) =>
        Sse2.IsSupported ? new(Vector128.MaxNative(left.value, right.value)) : Select(Greater(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Scale(Lanes128 x, Lanes128 k)
    {
        // Twice half the exponent: the first product is exact, so that the second one rounds alone, into the subnormal range too.
        Lanes128 half = Round(k * 0.5);
        return x * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Exponent(Lanes128 x, out Lanes128 mantissa)
    {
        Vector128<long> bits = x.value.AsInt64();
        mantissa = new(((bits & Vector128.Create(LaneBits.Mantissa)) | Vector128.Create(LaneBits.One)).AsDouble());
        return new Lanes128(((bits >>> 52) | Vector128.Create(LaneBits.IntegerOffset)).AsDouble()) - LaneBits.BiasedIntegerOffset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Greater(Lanes128 left, Lanes128 right) => new(Vector128.GreaterThan(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AtMost(Lanes128 left, Lanes128 right) => new(Vector128.LessThanOrEqual(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Select(Lanes128 mask, Lanes128 where, Lanes128 otherwise) => new(Vector128.ConditionalSelect(mask.value, where.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 And(Lanes128 left, Lanes128 right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Or(Lanes128 left, Lanes128 right) => new(left.value | right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 AndNot(Lanes128 left, Lanes128 right) => new(Vector128.AndNot(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes128 mask) => mask.value.ExtractMostSignificantBits();

    // An integer plus this offset has itself plus the exponent's bias in the lowest bits, where the shift brings it into place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128 PowerOfTwo(Lanes128 k) => new(((k.value + Vector128.Create(LaneBits.RoundingOffset)).AsInt64() << 52).AsDouble());
}
