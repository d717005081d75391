using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>The speed at which balanced layers learn, whatever the loss: N p n^(2/N) u0^(1 - 2/N) for N of three and more (theory: docs/theory/depth.md).</summary>
internal static class LayeredSpeed
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(double layers, in ModeLanes<T> modes)
        where T : unmanaged, ILanes<T>, IScalar<T>
    {
        if (layers == 1)
            return modes.InputNorm * modes.InputNorm * modes.Frequency;
        if (layers == 2)
            return 2 * modes.InputNorm * modes.Frequency;
        LanePower.Product(modes.InputNorm, 2 / layers, modes.Start, (layers - 2) / layers, out T product);
        return layers * modes.Frequency * product;
    }
}
