using LearningDynamics.Numerics;
using LearningDynamics.Training.Kernels;

namespace LearningDynamics.Tests.Training;

/// <summary>The tiles of the matrix products, of every width, against sums one after the other.</summary>
public unsafe class MatrixProductTests
{
    private const int MostRows = 13, MostTerms = 9, MostWidth = 80;

    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int> shapes = [];
            foreach (int rows in new[] { 1, 3, 4, 6, 8, 13 })
            {
                foreach (int terms in new[] { 0, 1, 5, 9 })
                {
                    foreach (int vectors in new[] { 1, 2, 3, 4, 5 })
                        shapes.Add(rows, terms, vectors);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sums_are_those_of_their_terms_in_order(int rows, int terms, int vectors)
    {
        CheckSums<double, WideRowVector<double>>(rows, terms, vectors);
        CheckSums<double, NativeRowVector<double>>(rows, terms, vectors);
        CheckSums<float, WideRowVector<float>>(rows, terms, vectors);
        CheckSums<float, NativeRowVector<float>>(rows, terms, vectors);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Dot_products_are_those_of_their_rows(int rows, int columns, int vectors)
    {
        CheckDots<double, WideRowVector<double>>(rows, columns, vectors);
        CheckDots<double, NativeRowVector<double>>(rows, columns, vectors);
        CheckDots<float, WideRowVector<float>>(rows, columns, vectors);
        CheckDots<float, NativeRowVector<float>>(rows, columns, vectors);
    }

    [Fact]
    public void What_is_no_number_passes_the_activations()
    {
        Assert.Equal([double.NaN, 0, 2, 0], Finished<WideRowVector<double>, ApplyRelu<double>>(default, [double.NaN, -1, 2, 0]));
        Assert.Equal([double.NaN, 0, 2, 0], Finished<NativeRowVector<double>, ApplyRelu<double>>(default, [double.NaN, -1, 2, 0]));
        double elu = Math.Exp(-1) - 1;
        Assert.Equal([double.NaN, elu, 2, 0], Finished<WideRowVector<double>, ApplyElu<double>>(default, [double.NaN, -1, 2, 0]), Close);
        Assert.Equal([double.NaN, elu, 2, 0], Finished<NativeRowVector<double>, ApplyElu<double>>(default, [double.NaN, -1, 2, 0]), Close);

        static bool Close(double left, double right) => left.Equals(right) || Math.Abs(left - right) <= 4e-16;
    }

    private static double[] Finished<V, F>(F finish, double[] values)
        where V : unmanaged, IRowVector<V, double>
        where F : struct, IFinish<double>
    {
        double* place = stackalloc double[8];
        values.CopyTo(new Span<double>(place, values.Length));
        V.Store(finish.Apply(V.Load(place), place), place);
        return new Span<double>(place, values.Length).ToArray();
    }

    private static void CheckSums<T, V>(int rows, int terms, int vectors)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where V : unmanaged, IRowVector<V, T>
    {
        int width = vectors * V.Count;
        T* scalars = stackalloc T[MostRows * MostTerms];
        T* added = stackalloc T[MostTerms * MostWidth];
        T* initial = stackalloc T[MostRows * MostWidth];
        T* outputs = stackalloc T[MostRows * MostWidth];
        T* result = stackalloc T[MostRows * MostWidth];
        Fill(scalars, MostRows * MostTerms, 1);
        Fill(added, MostTerms * MostWidth, 2);
        Fill(initial, MostRows * MostWidth, 3);
        Fill(outputs, MostRows * MostWidth, 4);
        foreach (int initialStride in new[] { 0, MostWidth })
        {
            SumTiles<T, V, PassThroughRelu<T>>.Run(
                rows, terms, width, scalars, MostTerms, 1, new(added, MostWidth), new(initial, initialStride), new(result, MostWidth), new((nint)(outputs - result)));
            for (int i = 0; i < rows; i++)
            {
                for (int n = 0; n < width; n++)
                {
                    double sum = double.CreateTruncating(initial[(i * initialStride) + n]), size = Math.Abs(sum);
                    for (int k = 0; k < terms; k++)
                    {
                        double term = double.CreateTruncating(scalars[(i * MostTerms) + k]) * double.CreateTruncating(added[(k * MostWidth) + n]);
                        (sum, size) = (sum + term, size + Math.Abs(term));
                    }

                    AssertClose(outputs[(i * MostWidth) + n] > T.Zero ? sum : 0, result[(i * MostWidth) + n], terms + 1, size);
                }
            }
        }
    }

    private static void CheckDots<T, V>(int rows, int columns, int vectors)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        where V : unmanaged, IRowVector<V, T>
    {
        int width = vectors * V.Count;
        T* left = stackalloc T[MostRows * MostWidth];
        T* right = stackalloc T[MostTerms * MostWidth];
        T* initial = stackalloc T[MostTerms];
        T* result = stackalloc T[MostRows * MostTerms];
        Fill(left, MostRows * MostWidth, 5);
        Fill(right, MostTerms * MostWidth, 6);
        Fill(initial, MostTerms, 7);
        DotTiles<T, V>.Run(rows, columns, width, new(left, MostWidth), new(right, MostWidth), initial, new(result, MostTerms));
        for (int i = 0; i < rows; i++)
        {
            for (int r = 0; r < columns; r++)
            {
                double sum = double.CreateTruncating(initial[r]), size = Math.Abs(sum);
                for (int n = 0; n < width; n++)
                {
                    double term = double.CreateTruncating(left[(i * MostWidth) + n]) * double.CreateTruncating(right[(r * MostWidth) + n]);
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }

                AssertClose(sum, result[(i * MostTerms) + r], width + 1, size);
            }
        }
    }

    private static void AssertClose<T>(double expected, T actual, int terms, double size)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        // Every term adds a rounding error of at most a unit in the last place of the largest sum.
        double epsilon = typeof(T) == typeof(double) ? Math.ScaleB(1, -52) : Math.ScaleB(1, -23);
        Assert.Equal(expected, double.CreateTruncating(actual), terms * epsilon * size);
    }

    private static void Fill<T>(T* values, int length, ulong seed)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        RandomStream random = new(seed);
        for (int i = 0; i < length; i++)
            values[i] = T.CreateTruncating(random.NextNormal());
    }
}
