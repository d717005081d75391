using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>The gradient by all parameters, from the derivative of the loss by the network's outputs.</summary>
internal static unsafe class Backward
{
    /// <summary>Adds a block's share to the gradient.</summary>
    /// <param name="memory">The network after <see cref="Forward"/>, the deltas of its last layer holding the loss gradient.</param>
    /// <param name="inputs">The block's inputs.</param>
    /// <param name="rows">The number of examples in the block.</param>
    /// <param name="inputDeltas">Where the derivative of the loss by the inputs goes, rows as long as the inputs' stride; null if it is not wanted.</param>
    public static void Run<T>(NetworkMemory<T> memory, Rows<T> inputs, int rows, Rows<T>? inputDeltas = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int k = memory.Layers.Length - 1; k >= 0; k--)
        {
            LayerLayout layer = memory.Layers[k];
            Rows<T> deltas = memory.Deltas(k);
            MultiplyByDerivative(layer.Activation, memory.Activations(k).Start, deltas.Start, rows * layer.OutputStride);
            AddToGradient(memory, layer, k == 0 ? inputs : memory.Activations(k - 1), deltas, rows);
            if ((k > 0 ? memory.Deltas(k - 1) : inputDeltas) is { } below)
                PassDown(memory, layer, deltas, below, rows);
        }
    }

    /// <summary>Turns derivatives by outputs a = phi(h) into derivatives by preactivations h; phi'(h) is read off a.</summary>
    private static void MultiplyByDerivative<T>(Activation activation, T* outputs, T* deltas, int length)
        where T : unmanaged
    {
        switch (activation)
        {
            case Activation.Relu:
                for (int i = 0; i < length; i += Vector<T>.Count)
                {
                    Vector<T> active = Vector.GreaterThan(Vector.Load(outputs + i), Vector<T>.Zero);
                    Vector.ConditionalSelect(active, Vector.Load(deltas + i), Vector<T>.Zero).Store(deltas + i);
                }

                break;
            case Activation.Elu:
                for (int i = 0; i < length; i += Vector<T>.Count)
                {
                    // Below 0 the derivative is e^h = a + 1.
                    Vector<T> derivative = Vector.Min(Vector.Load(outputs + i), Vector<T>.Zero) + Vector<T>.One;
                    (Vector.Load(deltas + i) * derivative).Store(deltas + i);
                }

                break;
        }
    }

    private static void AddToGradient<T>(NetworkMemory<T> memory, LayerLayout layer, Rows<T> inputs, Rows<T> deltas, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Rows<T> gradient = memory.WeightGradient(layer);
        if (layer.RowPerNeuron)
            MatrixProducts.Accumulate(layer.OutputSize, rows, layer.WeightStride, deltas.Start, 1, deltas.Stride, inputs, gradient, gradient);
        else
            MatrixProducts.Accumulate(layer.InputSize, rows, layer.WeightStride, inputs.Start, 1, inputs.Stride, deltas, gradient, gradient);
        if (layer.HasBias)
            AddRows(deltas, rows, layer.OutputSize, memory.Gradient + layer.BiasOffset);
    }

    private static void PassDown<T>(NetworkMemory<T> memory, LayerLayout layer, Rows<T> deltas, Rows<T> below, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layer.RowPerNeuron)
            MatrixProducts.Accumulate(rows, layer.OutputSize, layer.WeightStride, deltas.Start, deltas.Stride, 1, memory.Weights(layer), new(memory.Zeros, 0), below);
        else
            MatrixProducts.Dots(rows, layer.InputSize, layer.WeightStride, deltas, memory.Weights(layer), memory.Zeros, below);
    }

    private static void AddRows<T>(Rows<T> deltas, int rows, int width, T* sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            T* row = deltas.At(i, 0).Start;
            int n = 0;
            for (; n + Vector<T>.Count <= width; n += Vector<T>.Count)
                (Vector.Load(sums + n) + Vector.Load(row + n)).Store(sums + n);
            for (; n < width; n++)
                sums[n] += row[n];
        }
    }
}
