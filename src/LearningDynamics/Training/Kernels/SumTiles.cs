using System.Runtime.CompilerServices;

namespace LearningDynamics.Training.Kernels;

/// <summary>
/// The tiles of <see cref="MatrixProducts.Accumulate"/>: a few rows by a few vectors, whose sums stay in registers while the terms go past. A strip of tiles, two vectors
/// wide, goes down all rows in one method, because a tile of a few terms is as short as a call.
/// </summary>
internal static unsafe class SumTiles<T, V, F>
    where T : unmanaged
    where V : unmanaged, IRowVector<V, T>
    where F : struct, IFinish<T>
{
    public static void Run(int rows, int terms, int width, T* scalars, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
    {
        if (terms == 1 && initial.Stride == 0)
        {
            OuterProduct(rows, width, scalars, rowStep, vectors.Start, initial.Start, result, finish);
            return;
        }

        int inTiles = rows & -4;
        int n = 0;
        for (; n + (2 * V.Count) <= width; n += 2 * V.Count)
            WideStrip(inTiles, terms, scalars, rowStep, termStep, vectors.At(0, n), initial.At(0, n), result.At(0, n), finish);
        if (n < width)
            NarrowStrip(inTiles, terms, scalars, rowStep, termStep, vectors.At(0, n), initial.At(0, n), result.At(0, n), finish);

        for (int i = inTiles; i < rows; i++)
        {
            for (n = 0; n + (4 * V.Count) <= width; n += 4 * V.Count)
                OneByFour(terms, scalars + (i * rowStep), termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n), finish);
            for (; n < width; n += V.Count)
                OneByOne(terms, scalars + (i * rowStep), termStep, vectors.At(0, n), initial.At(i, n), result.At(i, n), finish);
        }
    }

    // With a single term, as behind an output of one neuron, there is nothing to keep in registers but the term itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OuterProduct(int rows, int width, T* scalars, nint rowStep, T* vector, T* initial, Rows<T> result, F finish)
    {
        int n = 0;
        for (; n + (2 * V.Count) <= width; n += 2 * V.Count)
        {
            V a = V.Load(vector + n), b = V.Load(vector + n + V.Count);
            V startA = V.Load(initial + n), startB = V.Load(initial + n + V.Count);
            for (int i = 0; i < rows; i++)
            {
                V s = V.Of(scalars[i * rowStep]);
                Store(result.At(0, n), i, V.MultiplyAdd(s, a, startA), V.MultiplyAdd(s, b, startB), finish);
            }
        }

        for (; n < width; n += V.Count)
        {
            for (int i = 0; i < rows; i++)
                Store(result.At(0, n), i, V.MultiplyAdd(V.Of(scalars[i * rowStep]), V.Load(vector + n), V.Load(initial + n)), finish);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WideStrip(int rows, int terms, T* scalars, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
    {
        nint twoRows = 2 * rowStep, threeRows = 3 * rowStep;
        for (int i = 0; i < rows; i += 4)
        {
            Rows<T> start = initial.At(i, 0);
            V a0 = First(start, 0), a1 = First(start, 1), a2 = First(start, 2), a3 = First(start, 3);
            V b0 = Second(start, 0), b1 = Second(start, 1), b2 = Second(start, 2), b3 = Second(start, 3);
            T* vector = vectors.Start;
            T* scalar = scalars + (i * rowStep);
            for (int k = 0; k < terms; k++)
            {
                V a = V.Load(vector), b = V.Load(vector + V.Count);
                V s = V.Of(scalar[0]);
                a0 = V.MultiplyAdd(s, a, a0);
                b0 = V.MultiplyAdd(s, b, b0);
                s = V.Of(scalar[rowStep]);
                a1 = V.MultiplyAdd(s, a, a1);
                b1 = V.MultiplyAdd(s, b, b1);
                s = V.Of(scalar[twoRows]);
                a2 = V.MultiplyAdd(s, a, a2);
                b2 = V.MultiplyAdd(s, b, b2);
                s = V.Of(scalar[threeRows]);
                a3 = V.MultiplyAdd(s, a, a3);
                b3 = V.MultiplyAdd(s, b, b3);
                scalar += termStep;
                vector += vectors.Stride;
            }

            Rows<T> end = result.At(i, 0);
            Store(end, 0, a0, b0, finish);
            Store(end, 1, a1, b1, finish);
            Store(end, 2, a2, b2, finish);
            Store(end, 3, a3, b3, finish);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void NarrowStrip(int rows, int terms, T* scalars, nint rowStep, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
    {
        nint twoRows = 2 * rowStep, threeRows = 3 * rowStep;
        for (int i = 0; i < rows; i += 4)
        {
            Rows<T> start = initial.At(i, 0);
            V a0 = First(start, 0), a1 = First(start, 1), a2 = First(start, 2), a3 = First(start, 3);
            T* vector = vectors.Start;
            T* scalar = scalars + (i * rowStep);
            for (int k = 0; k < terms; k++)
            {
                V a = V.Load(vector);
                a0 = V.MultiplyAdd(V.Of(scalar[0]), a, a0);
                a1 = V.MultiplyAdd(V.Of(scalar[rowStep]), a, a1);
                a2 = V.MultiplyAdd(V.Of(scalar[twoRows]), a, a2);
                a3 = V.MultiplyAdd(V.Of(scalar[threeRows]), a, a3);
                scalar += termStep;
                vector += vectors.Stride;
            }

            Rows<T> end = result.At(i, 0);
            Store(end, 0, a0, finish);
            Store(end, 1, a1, finish);
            Store(end, 2, a2, finish);
            Store(end, 3, a3, finish);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneByFour(int terms, T* scalar, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
    {
        Rows<T> secondHalf = initial.At(0, 2 * V.Count);
        V a = First(initial, 0), b = Second(initial, 0), c = First(secondHalf, 0), d = Second(secondHalf, 0);
        T* vector = vectors.Start;
        for (int k = 0; k < terms; k++)
        {
            V s = V.Of(*scalar);
            a = V.MultiplyAdd(s, V.Load(vector), a);
            b = V.MultiplyAdd(s, V.Load(vector + V.Count), b);
            c = V.MultiplyAdd(s, V.Load(vector + (2 * V.Count)), c);
            d = V.MultiplyAdd(s, V.Load(vector + (3 * V.Count)), d);
            scalar += termStep;
            vector += vectors.Stride;
        }

        Store(result, 0, a, b, finish);
        Store(result.At(0, 2 * V.Count), 0, c, d, finish);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneByOne(int terms, T* scalar, nint termStep, Rows<T> vectors, Rows<T> initial, Rows<T> result, F finish)
    {
        V a = First(initial, 0);
        T* vector = vectors.Start;
        for (int k = 0; k < terms; k++)
        {
            a = V.MultiplyAdd(V.Of(*scalar), V.Load(vector), a);
            scalar += termStep;
            vector += vectors.Stride;
        }

        Store(result, 0, a, finish);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V First(Rows<T> rows, int row) => V.Load(rows.Start + (row * rows.Stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Second(Rows<T> rows, int row) => V.Load(rows.Start + (row * rows.Stride) + V.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Rows<T> rows, int row, V first, F finish)
    {
        T* place = rows.Start + (row * rows.Stride);
        V.Store(finish.Apply(first, place), place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Rows<T> rows, int row, V first, V second, F finish)
    {
        Store(rows, row, first, finish);
        Store(rows.At(0, V.Count), row, second, finish);
    }
}
