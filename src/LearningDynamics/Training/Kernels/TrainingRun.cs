using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>A plan being carried out: step after step, without allocation.</summary>
internal sealed unsafe class TrainingRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Loss loss;
    private readonly NetworkMemory<T> memory;
    private readonly ExampleStream<T> examples;
    private readonly Update<T> update;

    public TrainingRun(TrainingPlan plan)
    {
        loss = plan.Loss;
        memory = new NetworkMemory<T>(plan.Network, plan.Data.Count);
        examples = new ExampleStream<T>(plan, memory.InputStride, memory.Layers[^1].OutputStride);
        update = Update<T>.For(plan.Optimizer, plan.LearningRate, memory.ParameterLength);
    }

    /// <summary>Takes one step.</summary>
    /// <returns>Whether all weights are still finite.</returns>
    public bool Step()
    {
        examples.MoveNext();
        memory.ClearGradient();
        int last = memory.Layers.Length - 1;
        for (int first = 0; first < examples.BatchCount; first += memory.BlockRows)
        {
            int rows = Math.Min(memory.BlockRows, examples.BatchCount - first);
            ExampleBlock<T> block = examples.From(first);
            Forward.Run(memory, block.Inputs, rows);
            LossGradient.Write(loss, memory.Activations(last), block, examples.BatchScale, rows, memory.Layers[last].OutputSize, memory.Deltas(last));
            Backward.Run(memory, block.Inputs, rows);
        }

        memory.MaskGradient();
        bool finite = update.Step(memory.Parameters, memory.Gradient, memory.ParameterLength);
        // The kernels work on addresses, which keep nothing alive.
        GC.KeepAlive(this);
        return finite;
    }

    /// <summary>Copies the present weights into a network of the plan's shape.</summary>
    public void Write(Network network) => memory.Write(network);
}
