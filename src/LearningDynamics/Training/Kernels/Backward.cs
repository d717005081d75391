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
        int last = memory.Layers.Length - 1;
        PassThrough(memory.Layers[last], memory.Activations(last), memory.Deltas(last), rows);
        for (int k = last; k >= 0; k--)
        {
            LayerLayout layer = memory.Layers[k];
            Rows<T> deltas = memory.Deltas(k);
            AddToGradient(memory, layer, k == 0 ? inputs : memory.Activations(k - 1), deltas, rows);
            if (k > 0)
                PassDown(memory, k, rows);
            else if (inputDeltas is { } below)
                PassDown(memory, layer, deltas, below, rows, default(Keep<T>));
        }
    }

    /// <summary>Turns derivatives by outputs a = phi(h) of a layer into derivatives by preactivations h; phi'(h) is read off a.</summary>
    private static void PassThrough<T>(LayerLayout layer, Rows<T> outputs, Rows<T> deltas, int rows)
        where T : unmanaged
    {
        nint distance = (nint)(outputs.Start - deltas.Start);
        if (layer.Activation == Activation.Relu)
            MatrixProducts.Finish(deltas.Start, rows * layer.OutputStride, new PassThroughRelu<T>(distance));
        else if (layer.Activation == Activation.Elu)
            MatrixProducts.Finish(deltas.Start, rows * layer.OutputStride, new PassThroughElu<T>(distance));
    }

    private static void AddToGradient<T>(NetworkMemory<T> memory, LayerLayout layer, Rows<T> inputs, Rows<T> deltas, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Rows<T> gradient = memory.WeightGradient(layer);
        if (layer.RowPerNeuron)
            MatrixProducts.Accumulate(layer.OutputSize, rows, layer.WeightStride, deltas.Start, 1, deltas.Stride, inputs, gradient, gradient, default(Keep<T>));
        else
            MatrixProducts.Accumulate(layer.InputSize, rows, layer.WeightStride, inputs.Start, 1, inputs.Stride, deltas, gradient, gradient, default(Keep<T>));
        if (layer.HasBias)
            AddRows(deltas, rows, layer.OutputSize, memory.Gradient + layer.BiasOffset);
    }

    /// <summary>Passes the derivatives by the preactivations of a layer on to those of the layer below.</summary>
    private static void PassDown<T>(NetworkMemory<T> memory, int k, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LayerLayout layer = memory.Layers[k];
        Rows<T> deltas = memory.Deltas(k), below = memory.Deltas(k - 1);
        nint distance = (nint)(memory.Activations(k - 1).Start - below.Start);
        switch (memory.Layers[k - 1].Activation)
        {
            case Activation.Relu:
                PassDown(memory, layer, deltas, below, rows, new PassThroughRelu<T>(distance));
                break;
            case Activation.Elu:
                PassDown(memory, layer, deltas, below, rows, new PassThroughElu<T>(distance));
                break;
            default:
                PassDown(memory, layer, deltas, below, rows, default(Keep<T>));
                break;
        }
    }

    private static void PassDown<T, F>(NetworkMemory<T> memory, LayerLayout layer, Rows<T> deltas, Rows<T> below, int rows, F passThrough)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where F : struct, IFinish<T>
    {
        if (layer.RowPerNeuron)
        {
            MatrixProducts.Accumulate(rows, layer.OutputSize, layer.WeightStride, deltas.Start, deltas.Stride, 1, memory.Weights(layer), new(memory.Zeros, 0), below, passThrough);
            return;
        }

        MatrixProducts.Dots(rows, layer.InputSize, layer.WeightStride, deltas, memory.Weights(layer), memory.Zeros, below);
        MatrixProducts.Finish(below.Start, (int)(rows * below.Stride), passThrough);
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
