using System.Runtime.CompilerServices;

namespace LearningDynamics.Numerics;

/// <summary>The exponential integral Ei in lanes.</summary>
/// <remarks>Polynomials on four intervals leave out less than 1e-17 of the value; tests/References/exponential-integral.py computes them. Only the intervals that some lane is in are computed.
/// Methods that are not inlined take lanes by reference, because vectors that are passed by value go through memory in small pieces.</remarks>
internal static class LaneExponentialIntegral
{
    private const double EulerGamma = 0.57721566490153286061;

    // Powers of s in [-1, 1]. Near: of (Ei(u) - gamma - ln u) / u. The others: of u e^-u Ei(u), as a function of 1 / u.
    private static ReadOnlySpan<double> Near =>
    [
        2.752668205685258, 3.6091774353772976, 3.252668205685258, 2.2155364952002157, 1.215386325331074,
        0.5591212259609011, 0.22174538515395137, 0.07735019268902649, 0.024094857680154298, 0.006782991196556719,
        0.0017423128874211613, 0.000411601998096454, 9.002392916971213e-05, 1.8332369730414806e-05, 3.4928278989262564e-06,
        6.253821398663418e-07, 1.0557764187309176e-07, 1.677973625952611e-08, 2.5459716247067535e-09, 4.0543379246878216e-10,
        5.533576656767212e-11,
    ];

    private static ReadOnlySpan<double> Middle =>
    [
        1.181847986987208, 0.09097863630348535, 0.010157308753615011, -0.0033533886601696708, -0.0011258914511446544,
        0.00037313842220706647, 4.205947134647935e-05, -4.5551153575024644e-05, 9.196638286644545e-06, 1.433339444375473e-06,
        -1.4452234836489171e-06, 4.2452857730877414e-07, -2.9683200159758566e-08, -3.056143241229143e-08, 1.6879236328094838e-08,
        -4.760742928866699e-09, 5.327040140642781e-10, 2.787713515689599e-10, -2.0209122558718902e-10, 5.483586705229665e-11,
        -4.316418407072676e-12,
    ];

    private static ReadOnlySpan<double> Far =>
    [
        1.0667421963602632, 0.03317560339039334, 0.0025762697929021423, 0.00040672065417102525, 8.710313741545287e-05,
        1.0313997583406548e-06, -1.28795601762931e-05, -3.429204694605832e-06, 1.676272668262922e-06, 5.712713158873433e-07,
        -3.2257611229917384e-07, -4.6904433048641625e-08, 6.415001173947095e-08, -8.683783926396467e-09, -8.370673484947466e-09,
        4.3563965231092294e-09, -1.1632550745905201e-10, -7.406227903409349e-10, 2.9135684395221773e-10, 2.1176081184122272e-11,
        -4.25229776886619e-11, 8.275016009227926e-12,
    ];

    private static ReadOnlySpan<double> Farthest =>
    [
        1.0172520236887972, 0.017869397639034605, 0.0006518208680870597, 3.711748891362942e-05, 2.9410770600670235e-06,
        3.049947845652895e-07, 3.989294501413708e-08, 6.42909255378826e-09, 1.2587619801691088e-09, 2.9771282524690325e-10,
        8.313049671174624e-11, 2.6393065943293168e-11, 1.3622617578121192e-11, 1.1251238774069603e-11, 4.98089412802795e-12,
        -1.2569010857832293e-12, -1.95764060342039e-12, -4.978926253015072e-13,
    ];

    /// <summary>Ei(u) + ln u for u from the least normal number to 700: an increasing function, from -infinity on.</summary>
    /// <param name="u">The argument.</param>
    /// <param name="exponential">e^u.</param>
    /// <param name="sum">Receives the sum, with an error of a few units in the last place of e^u / u + |2 ln u| + 1.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void PlusLogarithm<T>(in T u, in T exponential, out T sum)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T logarithm = T.Log(u);
        T isNear = T.AtMost(u, 6);
        sum = T.MultiplyAdd(u, Polynomial(Near, T.MultiplyAdd(u, 1.0 / 3, -1)), T.MultiplyAdd(2, logarithm, EulerGamma));
        if (LaneSpan.HasAll(isNear))
            return;
        T inverse = 1 / u;
        Scaled(u, inverse, out T scaled);
        sum = T.Select(isNear, sum, T.MultiplyAdd(exponential * inverse, scaled, logarithm));
    }

    /// <summary>u e^-u Ei(u) for u of at least 6.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Scaled<T>(in T u, in T inverse, out T scaled)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        scaled = Polynomial(Middle, T.MultiplyAdd(inverse, 24, -3));
        T isFar = T.Greater(u, 12);
        if (T.Bits(isFar) == 0)
            return;
        scaled = T.Select(isFar, Polynomial(Far, T.MultiplyAdd(inverse, 40, -7.0 / 3)), scaled);
        scaled = T.Select(T.Greater(u, 30), Polynomial(Farthest, T.MultiplyAdd(inverse, 60, -1)), scaled);
    }

    /// <summary>Two interleaved sums, of the even and of the odd powers, that do not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Polynomial<T>(ReadOnlySpan<double> coefficients, T s)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        T square = s * s;
        int i = coefficients.Length - 1;
        T higher = coefficients[i], lower = coefficients[i - 1];
        for (i -= 2; i > 0; i -= 2)
        {
            higher = T.MultiplyAdd(higher, square, coefficients[i]);
            lower = T.MultiplyAdd(lower, square, coefficients[i - 1]);
        }

        // With an odd number of coefficients the constant is left over, and belongs to the higher sum.
        return i == 0 ? T.MultiplyAdd(T.MultiplyAdd(higher, s, lower), s, coefficients[0]) : T.MultiplyAdd(higher, s, lower);
    }
}
