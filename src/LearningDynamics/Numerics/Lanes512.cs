using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LearningDynamics.Numerics;

/// <summary>Eight doubles in a vector of 512 bits.</summary>
internal readonly struct Lanes512(Vector512<double> value) : ILanes<Lanes512>
{
    private readonly Vector512<double> value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes512(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 value) => new(-value.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 x) => new(Vector512.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Abs(Lanes512 x) => new(Vector512.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Exp(Lanes512 x) => LaneFunctions.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log(Lanes512 x) => LaneFunctions.Log(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Logistic(Lanes512 x) => LaneFunctions.Logistic(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Softplus(Lanes512 x) => LaneFunctions.Softplus(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Tanh(Lanes512 x) => LaneFunctions.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Step(Lanes512 x) => Select(Greater(x, 0), 1, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Rectify(Lanes512 x) => Select(Greater(x, 0), x, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) => new(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Round(Lanes512 x) => new(Vector512.Round(x.value));

    // The instructions of these processors give the second operand if one is no number, and of two zeros too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Minimum(Lanes512 left, Lanes512 right) =>
        Avx512F.IsSupported ? new(Vector512.MinNative(left.value, right.value)) : Select(Greater(right, left), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Maximum(Lanes512 left, Lanes512 right) =>
        Avx512F.IsSupported ? new(Vector512.MaxNative(left.value, right.value)) : Select(Greater(left, right), left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Scale(Lanes512 x, Lanes512 k)
    {
        // The processor's own instruction rounds once too.
        if (Avx512F.IsSupported)
            return new(Avx512F.Scale(x.value, k.value));
        // Twice half the exponent: the first product is exact, so that the second one rounds alone, into the subnormal range too.
        Lanes512 half = Round(k * 0.5);
        return x * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Exponent(Lanes512 x, out Lanes512 mantissa)
    {
        Vector512<long> bits = x.value.AsInt64();
        mantissa = new(((bits & Vector512.Create(LaneBits.Mantissa)) | Vector512.Create(LaneBits.One)).AsDouble());
        return new Lanes512(((bits >>> 52) | Vector512.Create(LaneBits.IntegerOffset)).AsDouble()) - LaneBits.BiasedIntegerOffset;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Greater(Lanes512 left, Lanes512 right) => new(Vector512.GreaterThan(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AtMost(Lanes512 left, Lanes512 right) => new(Vector512.LessThanOrEqual(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Select(Lanes512 mask, Lanes512 where, Lanes512 otherwise) => new(Vector512.ConditionalSelect(mask.value, where.value, otherwise.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 And(Lanes512 left, Lanes512 right) => new(left.value & right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Or(Lanes512 left, Lanes512 right) => new(left.value | right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 AndNot(Lanes512 left, Lanes512 right) => new(Vector512.AndNot(left.value, right.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes512 mask) => (uint)mask.value.ExtractMostSignificantBits();

    // An integer plus this offset has itself plus the exponent's bias in the lowest bits, where the shift brings it into place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512 PowerOfTwo(Lanes512 k) => new(((k.value + Vector512.Create(LaneBits.RoundingOffset)).AsInt64() << 52).AsDouble());
}
