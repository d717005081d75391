using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>The outputs of every layer for a block of examples.</summary>
internal static unsafe class Forward
{
    /// <summary>Writes the outputs of every layer.</summary>
    /// <param name="memory">The network; its activations are written.</param>
    /// <param name="inputs">The block's inputs.</param>
    /// <param name="rows">The number of examples in the block.</param>
    public static void Run<T>(NetworkMemory<T> memory, Rows<T> inputs, int rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int k = 0; k < memory.Layers.Length; k++)
        {
            LayerLayout layer = memory.Layers[k];
            Rows<T> outputs = memory.Activations(k);
            if (layer.RowPerNeuron)
                MatrixProducts.Dots(rows, layer.OutputSize, layer.WeightStride, inputs, memory.Weights(layer), memory.Bias(layer), outputs);
            else
                MatrixProducts.Accumulate(rows, layer.InputSize, layer.WeightStride, inputs.Start, inputs.Stride, 1, memory.Weights(layer), new(memory.Bias(layer), 0), outputs);
            Activate(layer.Activation, outputs.Start, rows * layer.OutputStride);
            inputs = outputs;
        }
    }

    private static void Activate<T>(Activation activation, T* values, int length)
        where T : unmanaged
    {
        switch (activation)
        {
            case Activation.Relu:
                for (int i = 0; i < length; i += Vector<T>.Count)
                {
                    Vector<T> h = Vector.Load(values + i);
                    // Written this way round, a NaN stays a NaN.
                    Vector.ConditionalSelect(Vector.LessThanOrEqual(h, Vector<T>.Zero), Vector<T>.Zero, h).Store(values + i);
                }

                break;
            case Activation.Elu:
                for (int i = 0; i < length; i += Vector<T>.Count)
                {
                    Vector<T> h = Vector.Load(values + i);
                    Vector<T> below = Lanes.Exp(h) - Vector<T>.One;
                    Vector.ConditionalSelect(Vector.LessThanOrEqual(h, Vector<T>.Zero), below, h).Store(values + i);
                }

                break;
        }
    }
}
