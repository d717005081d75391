using System.Buffers;

namespace LearningDynamics.Flows;

/// <summary>Keeps the steps of a running integration in arrays that grow by doubling and are borrowed from the shared pool.</summary>
/// <param name="coefficientsPerStep">The number of interpolation coefficients of one step.</param>
internal sealed class TrajectoryRecorder(int coefficientsPerStep) : IDisposable
{
    private double[] starts = [];
    private double[] sizes = [];
    private double[] coefficients = [];
    private int count;

    /// <summary>Adds a step.</summary>
    public void Append(double start, double size, ReadOnlySpan<double> interpolant)
    {
        EnsureRoom(ref starts, count, 1);
        EnsureRoom(ref sizes, count, 1);
        EnsureRoom(ref coefficients, count * coefficientsPerStep, coefficientsPerStep);
        starts[count] = start;
        sizes[count] = size;
        interpolant.CopyTo(coefficients.AsSpan(count * coefficientsPerStep));
        count++;
    }

    /// <summary>Copies what was recorded into arrays of just the right length.</summary>
    public DenseTrajectory ToTrajectory() => new(
        starts.AsSpan(0, count).ToArray(), sizes.AsSpan(0, count).ToArray(), coefficients.AsSpan(0, count * coefficientsPerStep).ToArray());

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        Exchange(ref starts, []);
        Exchange(ref sizes, []);
        Exchange(ref coefficients, []);
        count = 0;
    }

    private static void EnsureRoom(ref double[] array, int used, int needed)
    {
        if (used + needed <= array.Length)
            return;
        double[] larger = ArrayPool<double>.Shared.Rent(Math.Max(2 * array.Length, Math.Max(64, 32 * needed)));
        array.AsSpan(0, used).CopyTo(larger);
        Exchange(ref array, larger);
    }

    private static void Exchange(ref double[] array, double[] other)
    {
        if (array.Length > 0)
            ArrayPool<double>.Shared.Return(array);
        array = other;
    }
}
