using System.Numerics;
using LearningDynamics.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>An adversarial plan being carried out: step after step, without allocation.</summary>
internal sealed unsafe class AdversarialRun<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AdversarialPlan plan;
    private readonly NetworkMemory<T> generator;
    private readonly NetworkMemory<T> discriminator;
    private readonly Update<T> generatorUpdate;
    private readonly Update<T> discriminatorUpdate;
    private readonly RandomStream random;
    private readonly double[] sample;
    private readonly AlignedBuffer<T> latents;
    private readonly AlignedBuffer<T> targets;
    private readonly AlignedBuffer<T> weights;
    private readonly AlignedBuffer<T> sampleDeltas;

    // A batch of data, then a batch of generated samples.
    private readonly AlignedBuffer<T> samples;

    public AdversarialRun(AdversarialPlan plan)
    {
        this.plan = plan;
        int batch = plan.BatchSize;
        generator = new NetworkMemory<T>(plan.Generator, batch);
        discriminator = new NetworkMemory<T>(plan.Discriminator, batch);
        generatorUpdate = Update<T>.For(plan.Optimizer, plan.LearningRate, generator.ParameterLength);
        discriminatorUpdate = Update<T>.For(plan.Optimizer, plan.LearningRate, discriminator.ParameterLength);
        random = new RandomStream(plan.Seed);
        sample = new double[plan.Discriminator.InputSize];
        latents = new AlignedBuffer<T>((long)batch * generator.InputStride);
        samples = new AlignedBuffer<T>(2L * batch * discriminator.InputStride);
        sampleDeltas = new AlignedBuffer<T>((long)discriminator.BlockRows * discriminator.InputStride);
        // Elementwise kernels may read one vector beyond the last row.
        int outputStride = discriminator.Layers[^1].OutputStride;
        targets = new AlignedBuffer<T>((2L * batch * outputStride) + Vector<T>.Count);
        weights = new AlignedBuffer<T>((2L * batch * outputStride) + Vector<T>.Count);
        for (int j = 0; j < 2 * batch; j++)
        {
            targets.Start[j * outputStride] = j < batch ? T.One : plan.DiscriminatorLoss is HingeLoss ? -T.One : T.Zero;
            weights.Start[j * outputStride] = T.One / T.CreateTruncating(batch);
        }
    }

    /// <summary>Takes one step of the discriminator and one of the generator.</summary>
    /// <returns>Whether all weights are still finite.</returns>
    public bool Step()
    {
        bool finite = StepDiscriminator() & StepGenerator();
        // The kernels work on addresses, which keep nothing alive.
        GC.KeepAlive(this);
        return finite;
    }

    /// <summary>Copies the present weights into networks of the plan's shapes.</summary>
    public void Write(Network generatorCopy, Network discriminatorCopy)
    {
        generator.Write(generatorCopy);
        discriminator.Write(discriminatorCopy);
    }

    private bool StepDiscriminator()
    {
        DrawData();
        DrawLatents();
        for (int first = 0; first < plan.BatchSize; first += generator.BlockRows)
            Generate(first, Math.Min(generator.BlockRows, plan.BatchSize - first));

        discriminator.ClearGradient();
        for (int first = 0; first < 2 * plan.BatchSize; first += discriminator.BlockRows)
        {
            int rows = Math.Min(discriminator.BlockRows, (2 * plan.BatchSize) - first);
            Rows<T> inputs = SamplesFrom(first);
            Forward.Run(discriminator, inputs, rows);
            WriteLossGradient(inputs, first, rows);
            Backward.Run(discriminator, inputs, rows);
        }

        discriminator.MaskGradient();
        return discriminatorUpdate.Step(discriminator.Parameters, discriminator.Gradient, discriminator.ParameterLength);
    }

    private bool StepGenerator()
    {
        DrawLatents();
        generator.ClearGradient();
        var deltas = new Rows<T>(sampleDeltas.Start, discriminator.InputStride);
        int blockRows = Math.Min(generator.BlockRows, discriminator.BlockRows);
        for (int first = 0; first < plan.BatchSize; first += blockRows)
        {
            int rows = Math.Min(blockRows, plan.BatchSize - first);
            Generate(first, rows);
            Rows<T> generated = SamplesFrom(plan.BatchSize + first);
            Forward.Run(discriminator, generated, rows);
            WriteGeneratorLossGradient(generated, rows);
            // What this adds to the discriminator's own gradient is cleared before its next step.
            Backward.Run(discriminator, generated, rows, deltas);
            Copy(deltas, generator.Deltas(generator.Layers.Length - 1), rows);
            Backward.Run(generator, LatentsFrom(first), rows);
        }

        generator.MaskGradient();
        return generatorUpdate.Step(generator.Parameters, generator.Gradient, generator.ParameterLength);
    }

    private void DrawData()
    {
        for (int j = 0; j < plan.BatchSize; j++)
        {
            plan.Data(random, sample);
            T* row = SamplesFrom(j).Start;
            for (int i = 0; i < sample.Length; i++)
                row[i] = T.CreateTruncating(sample[i]);
        }
    }

    private void DrawLatents()
    {
        for (int j = 0; j < plan.BatchSize; j++)
        {
            T* row = LatentsFrom(j).Start;
            for (int i = 0; i < plan.Generator.InputSize; i++)
                row[i] = T.CreateTruncating(random.NextNormal());
        }
    }

    /// <summary>Puts the samples of some latents in their place behind the data; the generator's activations stay as they are for a step backward.</summary>
    private void Generate(int first, int rows)
    {
        Forward.Run(generator, LatentsFrom(first), rows);
        Copy(generator.Activations(generator.Layers.Length - 1), SamplesFrom(plan.BatchSize + first), rows);
    }

    private void WriteLossGradient(Rows<T> inputs, int first, int rows)
    {
        int last = discriminator.Layers.Length - 1;
        int outputStride = discriminator.Layers[last].OutputStride;
        var block = new ExampleBlock<T>(inputs, targets.Start + (first * outputStride), weights.Start + (first * outputStride));
        LossGradient.Write(plan.DiscriminatorLoss, discriminator.Activations(last), block, T.One, rows, classes: 1, discriminator.Deltas(last));
    }

    /// <summary>The generator's loss by the discriminator's outputs: that of data under the logistic loss, whose targets come first; under the hinge loss -D, margin or not.</summary>
    private void WriteGeneratorLossGradient(Rows<T> inputs, int rows)
    {
        if (plan.DiscriminatorLoss is not HingeLoss)
        {
            WriteLossGradient(inputs, 0, rows);
            return;
        }

        Rows<T> deltas = discriminator.Deltas(discriminator.Layers.Length - 1);
        for (int i = 0; i < rows; i++)
            *deltas.At(i, 0).Start = -weights.Start[0];
    }

    /// <summary>Copies the components of samples between rows of different strides.</summary>
    private void Copy(Rows<T> from, Rows<T> to, int rows)
    {
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < sample.Length; k++)
                to.At(i, k).Start[0] = from.At(i, k).Start[0];
        }
    }

    private Rows<T> SamplesFrom(int index) => new(samples.Start + ((long)index * discriminator.InputStride), discriminator.InputStride);

    private Rows<T> LatentsFrom(int index) => new(latents.Start + ((long)index * generator.InputStride), generator.InputStride);
}
