namespace LearningDynamics.Numerics;

/// <summary>How a double is laid out, for the operations of lanes that look at its bits.</summary>
internal static class LaneBits
{
    /// <summary>The bits of the mantissa.</summary>
    public const long Mantissa = 0x000F_FFFF_FFFF_FFFF;

    /// <summary>The bits of 1, which are the exponent's bias.</summary>
    public const long One = 0x3FF0_0000_0000_0000;

    /// <summary>The bits of 2^52: together with a small integer in the lowest bits they are 2^52 plus the integer.</summary>
    public const long IntegerOffset = 0x4330_0000_0000_0000;

    /// <summary>2^52 and the exponent's bias.</summary>
    public const double BiasedIntegerOffset = 4503599627370496.0 + 1023;

    /// <summary>3 * 2^51, where the spacing of doubles is 1, and the exponent's bias.</summary>
    public const double RoundingOffset = 6755399441055744.0 + 1023;
}
