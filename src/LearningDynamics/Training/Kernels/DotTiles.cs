using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>The tiles of <see cref="MatrixProducts.Dots"/>: four products at a time.</summary>
internal static unsafe class DotTiles<T, V>
    where T : unmanaged, INumber<T>
    where V : unmanaged, IRowVector<V, T>
{
    public static void Run(int rows, int columns, int width, Rows<T> left, Rows<T> right, T* initial, Rows<T> result)
    {
        for (int r = 0; r < columns; r++)
        {
            T* b = right.At(r, 0).Start;
            int i = 0;
            for (; i + 4 <= rows; i += 4)
                Four(width, left.At(i, 0), b, initial[r], result.At(i, r));
            for (; i < rows; i++)
                *result.At(i, r).Start = initial[r] + One(width, left.At(i, 0).Start, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(int width, Rows<T> left, T* right, T initial, Rows<T> result)
    {
        V a0 = default, a1 = default, a2 = default, a3 = default;
        T* row0 = left.Start, row1 = row0 + left.Stride, row2 = row1 + left.Stride, row3 = row2 + left.Stride;
        for (int k = 0; k < width; k += V.Count)
        {
            V b = V.Load(right + k);
            a0 = V.MultiplyAdd(V.Load(row0 + k), b, a0);
            a1 = V.MultiplyAdd(V.Load(row1 + k), b, a1);
            a2 = V.MultiplyAdd(V.Load(row2 + k), b, a2);
            a3 = V.MultiplyAdd(V.Load(row3 + k), b, a3);
        }

        *result.At(0, 0).Start = initial + V.Sum(a0);
        *result.At(1, 0).Start = initial + V.Sum(a1);
        *result.At(2, 0).Start = initial + V.Sum(a2);
        *result.At(3, 0).Start = initial + V.Sum(a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T One(int width, T* left, T* right)
    {
        V sum = default;
        for (int k = 0; k < width; k += V.Count)
            sum = V.MultiplyAdd(V.Load(left + k), V.Load(right + k), sum);
        return V.Sum(sum);
    }
}
