using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>Any number of balanced layers above one, by the integral over ln u (theory: docs/theory/depth.md).</summary>
/// <param name="layers">The number N of layers.</param>
internal readonly struct LayeredFormula(int layers) : ILogitFormula
{
    private static readonly LogitDomain Domain = new(LogitDomain.LeastBalanced);
    private readonly double layers = layers;

    // Per unit of ln(u / u0).
    private double Tilt => (2 - layers) / layers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Speed<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        LanePower.Product(modes.InputNorm, 2 / layers, modes.Start, -Tilt, out T product);
        return layers * modes.Frequency * product;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Accepts<T>(in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T> => Domain.Contains(modes.Start);

    public void Require(int index, double start, double outputWeight, double inputNorm) => Domain.Require(index, start);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Logit<T>(in ModeLanes<T> modes, in T duration, out T logit)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        NeuronCourse<T> course = new(new(double.PositiveInfinity, modes.Start, T.Sqrt(2 * modes.Start)), default);
        new LaneClock<T>(Tilt, halfway: 0).Advance(ref course, duration);
        logit = course.Logit;
    }
}
