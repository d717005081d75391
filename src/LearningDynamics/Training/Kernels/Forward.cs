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
            switch (layer.Activation)
            {
                case Activation.Relu:
                    Run(memory, layer, inputs, outputs, rows, default(ApplyRelu<T>));
                    break;
                case Activation.Elu:
                    Run(memory, layer, inputs, outputs, rows, default(ApplyElu<T>));
                    break;
                default:
                    Run(memory, layer, inputs, outputs, rows, default(Keep<T>));
                    break;
            }

            inputs = outputs;
        }
    }

    private static void Run<T, F>(NetworkMemory<T> memory, LayerLayout layer, Rows<T> inputs, Rows<T> outputs, int rows, F activate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where F : struct, IFinish<T>
    {
        if (!layer.RowPerNeuron)
        {
            MatrixProducts.Accumulate(rows, layer.InputSize, layer.WeightStride, inputs.Start, inputs.Stride, 1, memory.Weights(layer), new(memory.Bias(layer), 0), outputs, activate);
            return;
        }

        MatrixProducts.Dots(rows, layer.OutputSize, layer.WeightStride, inputs, memory.Weights(layer), memory.Bias(layer), outputs);
        MatrixProducts.Finish(outputs.Start, rows * layer.OutputStride, activate);
    }
}
