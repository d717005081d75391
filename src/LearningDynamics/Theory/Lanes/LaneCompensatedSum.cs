using System.Runtime.CompilerServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Theory.Lanes;

/// <summary>A <see cref="CompensatedSum"/> in every lane, of terms far from overflow.</summary>
internal struct LaneCompensatedSum<T>
    where T : unmanaged, ILanes<T>, IScalar<T>
{
    private T sum;
    private T tail;

    /// <summary>The sums so far, as if added up in twice the working precision and then rounded.</summary>
    public readonly T Value => sum + tail;

    /// <summary>Adds numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T term)
    {
        T next = sum + term, added = next - sum;
        tail += (sum - (next - added)) + (term - added);
        sum = next;
    }

    /// <summary>Adds products, with their rounding errors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(T left, T right)
    {
        T product = left * right;
        tail += T.MultiplyAdd(left, right, -product);
        Add(product);
    }
}
