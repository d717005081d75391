using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningDynamics.Numerics;

/// <summary>Four doubles in a vector of 256 bits.</summary>
internal readonly struct Lanes256(Vector256<double> value) : ILanes<Lanes256>
{
    private readonly Vector256<double> value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes256(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 x) => new(Vector256.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Abs(Lanes256 x) => new(Vector256.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Exp(Lanes256 x) => LaneFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Log(Lanes256 x) => LaneFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Logistic(Lanes256 x) => LaneFunctions.Logistic(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Softplus(Lanes256 x) => LaneFunctions.Softplus(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Tanh(Lanes256 x) => LaneFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Step(Lanes256 x) => Select(Greater(x, 0), 1, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Rectify(Lanes256 x) => Select(Greater(x, 0), x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) => new(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Round(Lanes256 x) => new(Vector256.Round(x.value));

    // The instructions of these processors give the second operand if one is no number, and of two zeros too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Minimum(Lanes256 left, Lanes256 right) =>
        Avx.IsSupported ? new(Vector256.MinNative(left.value, right.value)) : Select(Greater(right, left), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Maximum(Lanes256 left, Lanes256 right) =>
        Avx.IsSupported ? new(Vector256.MaxNative(left.value, right.value)) : Select(Greater(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Scale(Lanes256 x, Lanes256 k)
    {
        // Twice half the exponent: the first product is exact, so that the second one rounds alone, into the subnormal range too.
        Lanes256 half = Round(k * 0.5);
        return x * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Exponent(Lanes256 x, out Lanes256 mantissa)
    {
        Vector256<long> bits = x.value.AsInt64();
        mantissa = new(((bits & Vector256.Create(LaneBits.Mantissa)) | Vector256.Create(LaneBits.One)).AsDouble());
        return new Lanes256(((bits >>> 52) | Vector256.Create(LaneBits.IntegerOffset)).AsDouble()) - LaneBits.BiasedIntegerOffset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Greater(Lanes256 left, Lanes256 right) => new(Vector256.GreaterThan(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AtMost(Lanes256 left, Lanes256 right) => new(Vector256.LessThanOrEqual(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Select(Lanes256 mask, Lanes256 where, Lanes256 otherwise) => new(Vector256.ConditionalSelect(mask.value, where.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 And(Lanes256 left, Lanes256 right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Or(Lanes256 left, Lanes256 right) => new(left.value | right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 AndNot(Lanes256 left, Lanes256 right) => new(Vector256.AndNot(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes256 mask) => mask.value.ExtractMostSignificantBits();

    // An integer plus this offset has itself plus the exponent's bias in the lowest bits, where the shift brings it into place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256 PowerOfTwo(Lanes256 k) => new(((k.value + Vector256.Create(LaneBits.RoundingOffset)).AsInt64() << 52).AsDouble());
}
