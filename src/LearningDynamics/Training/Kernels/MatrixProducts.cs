using System.Numerics;
using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>
/// The two matrix products that training consists of. Each entry is summed in the order of its terms, whatever the
/// tile that computes it, so that results depend neither on the number of rows nor on how rows are split into blocks.
/// </summary>
internal static unsafe class MatrixProducts
{
    /// <summary>
    /// result[i] = initial[i] + sum_k scalar(i, k) vectors[k] for rows i of padded width, where
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
    public static void Accumulate<T>(int rows, int terms, int width, T* scalars, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result)
        where T : unmanaged
    {
        int lanes = Vector<T>.Count;
        int i = 0;
        for (; i + 4 <= rows; i += 4)
        {
            T* scalar = scalars + (i * rowStep);
            int n = 0;
            for (; n + (2 * lanes) <= width; n += 2 * lanes)
                FourByTwo(terms, scalar, rowStep, termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n));
            if (n < width)
                FourByOne(terms, scalar, rowStep, termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n));
        }

        for (; i < rows; i++)
        {
            T* scalar = scalars + (i * rowStep);
            int n = 0;
            for (; n + (4 * lanes) <= width; n += 4 * lanes)
                OneByFour(terms, scalar, termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n));
            for (; n < width; n += lanes)
                OneByOne(terms, scalar, termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n));
        }
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
        for (int r = 0; r < columns; r++)
        {
            T* b = right.At(r, 0).Start;
            int i = 0;
            for (; i + 4 <= rows; i += 4)
                FourDots(width, left.At(i, 0), b, initial[r], result.At(i, r));
            for (; i < rows; i++)
                *result.At(i, r).Start = initial[r] + Dot(width, left.At(i, 0).Start, b);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourByTwo<T>(int terms, T* scalar, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result)
        where T : unmanaged
    {
        Vector<T> a0 = initial.Load(0), a1 = initial.Load(1), a2 = initial.Load(2), a3 = initial.Load(3);
        Vector<T> b0 = initial.LoadNext(0), b1 = initial.LoadNext(1), b2 = initial.LoadNext(2), b3 = initial.LoadNext(3);
        T* vector = vectors.Start;
        nint twoRows = 2 * rowStep, threeRows = 3 * rowStep;
        for (int k = 0; k < terms; k++)
        {
            Vector<T> a = Vector.Load(vector);
            Vector<T> b = Vector.Load(vector + Vector<T>.Count);
            var s = new Vector<T>(scalar[0]);
            a0 = Lanes.MultiplyAdd(s, a, a0);
            b0 = Lanes.MultiplyAdd(s, b, b0);
            s = new Vector<T>(scalar[rowStep]);
            a1 = Lanes.MultiplyAdd(s, a, a1);
            b1 = Lanes.MultiplyAdd(s, b, b1);
            s = new Vector<T>(scalar[twoRows]);
            a2 = Lanes.MultiplyAdd(s, a, a2);
            b2 = Lanes.MultiplyAdd(s, b, b2);
            s = new Vector<T>(scalar[threeRows]);
            a3 = Lanes.MultiplyAdd(s, a, a3);
            b3 = Lanes.MultiplyAdd(s, b, b3);
            scalar += termStep;
            vector += vectors.Stride;
        }

        result.Store(0, a0, b0);
        result.Store(1, a1, b1);
        result.Store(2, a2, b2);
        result.Store(3, a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourByOne<T>(int terms, T* scalar, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result)
        where T : unmanaged
    {
        Vector<T> a0 = initial.Load(0), a1 = initial.Load(1), a2 = initial.Load(2), a3 = initial.Load(3);
        T* vector = vectors.Start;
        nint twoRows = 2 * rowStep, threeRows = 3 * rowStep;
        for (int k = 0; k < terms; k++)
        {
            Vector<T> a = Vector.Load(vector);
            a0 = Lanes.MultiplyAdd(new Vector<T>(scalar[0]), a, a0);
            a1 = Lanes.MultiplyAdd(new Vector<T>(scalar[rowStep]), a, a1);
            a2 = Lanes.MultiplyAdd(new Vector<T>(scalar[twoRows]), a, a2);
            a3 = Lanes.MultiplyAdd(new Vector<T>(scalar[threeRows]), a, a3);
            scalar += termStep;
            vector += vectors.Stride;
        }

        result.Store(0, a0);
        result.Store(1, a1);
        result.Store(2, a2);
        result.Store(3, a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneByFour<T>(int terms, T* scalar, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result)
        where T : unmanaged
    {
        int lanes = Vector<T>.Count;
        Vector<T> a = Vector.Load(initial.Start), b = Vector.Load(initial.Start + lanes);
        Vector<T> c = Vector.Load(initial.Start + (2 * lanes)), d = Vector.Load(initial.Start + (3 * lanes));
        T* vector = vectors.Start;
        for (int k = 0; k < terms; k++)
        {
            var s = new Vector<T>(*scalar);
            a = Lanes.MultiplyAdd(s, Vector.Load(vector), a);
            b = Lanes.MultiplyAdd(s, Vector.Load(vector + lanes), b);
            c = Lanes.MultiplyAdd(s, Vector.Load(vector + (2 * lanes)), c);
            d = Lanes.MultiplyAdd(s, Vector.Load(vector + (3 * lanes)), d);
            scalar += termStep;
            vector += vectors.Stride;
        }

        a.Store(result.Start);
        b.Store(result.Start + lanes);
        c.Store(result.Start + (2 * lanes));
        d.Store(result.Start + (3 * lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneByOne<T>(int terms, T* scalar, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result)
        where T : unmanaged
    {
        Vector<T> a = Vector.Load(initial.Start);
        T* vector = vectors.Start;
        for (int k = 0; k < terms; k++)
        {
            a = Lanes.MultiplyAdd(new Vector<T>(*scalar), Vector.Load(vector), a);
            scalar += termStep;
            vector += vectors.Stride;
        }

        a.Store(result.Start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourDots<T>(int width, Rows<T> left, T* right, T initial, Rows<T> result)
        where T : unmanaged, INumber<T>
    {
        Vector<T> a0 = default, a1 = default, a2 = default, a3 = default;
        for (int k = 0; k < width; k += Vector<T>.Count)
        {
            Vector<T> b = Vector.Load(right + k);
            a0 = Lanes.MultiplyAdd(left.At(0, k).Load(0), b, a0);
            a1 = Lanes.MultiplyAdd(left.At(1, k).Load(0), b, a1);
            a2 = Lanes.MultiplyAdd(left.At(2, k).Load(0), b, a2);
            a3 = Lanes.MultiplyAdd(left.At(3, k).Load(0), b, a3);
        }

        *result.At(0, 0).Start = initial + Vector.Sum(a0);
        *result.At(1, 0).Start = initial + Vector.Sum(a1);
        *result.At(2, 0).Start = initial + Vector.Sum(a2);
        *result.At(3, 0).Start = initial + Vector.Sum(a3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Dot<T>(int width, T* left, T* right)
        where T : unmanaged, INumber<T>
    {
        Vector<T> sum = default;
        for (int k = 0; k < width; k += Vector<T>.Count)
            sum = Lanes.MultiplyAdd(Vector.Load(left + k), Vector.Load(right + k), sum);
        return Vector.Sum(sum);
    }
}
