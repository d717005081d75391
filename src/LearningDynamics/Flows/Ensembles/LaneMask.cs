using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>The masks of single lanes.</summary>
internal static class LaneMask<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private static readonly T[] Masks = Create();

    /// <summary>The mask that has one lane alone.</summary>
    public static T Of(int lane) => Masks[lane];

    private static T[] Create()
    {
        T[] numbers = new T[T.Count];
        for (int lane = 0; lane < numbers.Length; lane++)
            LaneArray.At(numbers.AsSpan(), lane, lane) = 1;
        return Array.ConvertAll(numbers, number => T.Greater(number, 0));
    }
}
