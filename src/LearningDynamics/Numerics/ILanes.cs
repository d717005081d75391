namespace LearningDynamics.Numerics;

/// <summary>
/// Several doubles side by side, each in its own lane. Every operation works on all lanes at once, and no lane sees another: a lane's
/// bits are the same whatever its neighbours hold and however many there are.
/// </summary>
/// <remarks>
/// All operations are single IEEE 754 ones, so that <see cref="SingleLane"/> is the scalar reference of every width, bit for bit. A mask is a value whose
/// lanes have all bits set or none. <see cref="LaneFunctions"/> builds the elementary functions out of this, once for all widths.
/// </remarks>
/// <typeparam name="T">The implementing type.</typeparam>
internal interface ILanes<T> : IScalar<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>The number of lanes, at most 32.</summary>
    static abstract int Count { get; }

    /// <summary>a b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>The nearest integer; of two, the even one.</summary>
    static abstract T Round(T x);

    /// <summary>The smaller one; the second if one is not a number.</summary>
    static abstract T Minimum(T left, T right);

    /// <summary>The larger one; the second if one is not a number.</summary>
    static abstract T Maximum(T left, T right);

    /// <summary>x 2^k, rounded once, for an integer k between -1100 and 1100 and x between 1/2 and 2.</summary>
    static abstract T Scale(T x, T k);

    /// <summary>The unbiased exponent k of a positive, normal x = m 2^k and its mantissa m in [1, 2).</summary>
    static abstract T Exponent(T x, out T mantissa);

    /// <summary>The mask of the lanes where left is above right.</summary>
    static abstract T Greater(T left, T right);

    /// <summary>The mask of the lanes where left is at most right.</summary>
    static abstract T AtMost(T left, T right);

    /// <summary>The lanes of <paramref name="where"/> that the mask has, else those of <paramref name="otherwise"/>.</summary>
    static abstract T Select(T mask, T where, T otherwise);

    /// <summary>The bits that both have; of masks, the lanes.</summary>
    static abstract T And(T left, T right);

    /// <summary>The bits that one has at least; of masks, the lanes.</summary>
    static abstract T Or(T left, T right);

    /// <summary>The bits that the first has and the second lacks. It clears the lanes of a mask out of a number, too.</summary>
    static abstract T AndNot(T left, T right);

    /// <summary>One bit a lane of a mask, the first lane lowest.</summary>
    static abstract uint Bits(T mask);
}
