using System.Runtime.Intrinsics;

namespace LearningDynamics.Numerics;

/// <summary>Something that can be done in lanes of any kind, with the same bits in each.</summary>
internal interface ILaneWork
{
    void Run<T>()
        where T : unmanaged, ILanes<T>, IScalar<T>;
}

/// <summary>Does work in lanes as wide as the processor's.</summary>
internal static class WidestLanes
{
    public static void Run<TWork>(TWork work)
        where TWork : struct, ILaneWork, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
            work.Run<LanePair<Lanes512>>();
        else if (Vector256.IsHardwareAccelerated)
            work.Run<LanePair<Lanes256>>();
        else if (Vector128.IsHardwareAccelerated)
            work.Run<LanePair<Lanes128>>();
        else
            work.Run<SingleLane>();
    }
}
