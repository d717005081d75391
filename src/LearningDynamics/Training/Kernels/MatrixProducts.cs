using System.Numerics;
using System.Runtime.Intrinsics;

namespace LearningDynamics.Training.Kernels;

/// <summary>
/// The two matrix products that training consists of. Each entry is summed in the order of its terms, whatever the
/// tile that computes it, so that results depend neither on the number of rows nor on how rows are split into blocks.
/// </summary>
internal static unsafe class MatrixProducts
{
    /// <summary>The number of lanes that rows are padded to a multiple of.</summary>
    public static int LaneCount<T>()
        where T : unmanaged => Vector512.IsHardwareAccelerated ? WideRowVector<T>.Count : NativeRowVector<T>.Count;

    /// <summary>
    /// result[i] = finish(initial[i] + sum_k scalar(i, k) vectors[k]) for rows i of padded width, where
    /// scalar(i, k) = scalars[i * rowStep + k * termStep]. Swapping the two steps transposes the matrix of scalars.
    /// </summary>
    /// <param name="rows">The number of rows i.</param>
    /// <param name="terms">The number of terms k.</param>
    /// <param name="width">The width of a row, a multiple of the number of lanes.</param>
    /// <param name="scalars">The first scalar.</param>
    /// <param name="rowStep">How far the scalars of two rows are apart.</param>
    /// <param name="termStep">How far the scalars of two terms are apart.</param>
    /// <param name="vectors">The vectors that are added up.</param>
    /// <param name="initial">What the sums start from; a stride of 0 starts every row from the same.</param>
    /// <param name="result">Where the sums go; it may be the same as <paramref name="initial"/>.</param>
    /// <param name="finish">What is done to them on the way.</param>
    public static void Accumulate<T, F>(int rows, int terms, int width, T* scalars, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
        where T : unmanaged
        where F : struct, IFinish<T>
    {
        if (Vector512.IsHardwareAccelerated)
            SumTiles<T, WideRowVector<T>, F>.Run(rows, terms, width, scalars, rowStep, termStep, vectors, initial, result, finish);
        else
            SumTiles<T, NativeRowVector<T>, F>.Run(rows, terms, width, scalars, rowStep, termStep, vectors, initial, result, finish);
    }

    /// <summary>result[i][r] = initial[r] + left[i] . right[r], over a padded width.</summary>
    /// <param name="rows">The number of rows i on the left.</param>
    /// <param name="columns">The number of rows r on the right.</param>
    /// <param name="width">The width of a row, a multiple of the number of lanes; the padding holds zeros on one side at least.</param>
    /// <param name="left">The rows on the left.</param>
    /// <param name="right">The rows on the right.</param>
    /// <param name="initial">One number for each column.</param>
    /// <param name="result">Where the products go.</param>
    public static void Dots<T>(int rows, int columns, int width, Rows<T> left, Rows<T> right, T* initial, Rows<T> result)
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated)
            DotTiles<T, WideRowVector<T>>.Run(rows, columns, width, left, right, initial, result);
        else
            DotTiles<T, NativeRowVector<T>>.Run(rows, columns, width, left, right, initial, result);
    }

    /// <summary>Finishes numbers that already lie in memory. The last vector may reach beyond them.</summary>
    /// <param name="values">The first number.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="finish">What is done to them.</param>
    public static void Finish<T, F>(T* values, int length, F finish)
        where T : unmanaged
        where F : struct, IFinish<T>
    {
        if (typeof(F) == typeof(Keep<T>))
            return;
        if (Vector512.IsHardwareAccelerated)
            Finish<T, WideRowVector<T>, F>(values, length, finish);
        else
            Finish<T, NativeRowVector<T>, F>(values, length, finish);
    }

    private static void Finish<T, V, F>(T* values, int length, F finish)
        where T : unmanaged
        where V : unmanaged, IRowVector<V, T>
        where F : struct, IFinish<T>
    {
        for (T* place = values; place < values + length; place += V.Count)
            V.Store(finish.Apply(V.Load(place), place), place);
    }
}
