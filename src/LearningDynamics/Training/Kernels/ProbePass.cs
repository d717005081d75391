using System.Numerics;
using System.Numerics.Tensors;
using LearningDynamics.Data;

namespace LearningDynamics.Training.Kernels;

/// <summary>
/// Carries a batch of probes through a network three times at once: with the weights w, along the direction g of the weights, and with the moved weights
/// w + s g. For the output these are u, the derivative du/ds, and u after the step. With g the gradient of u at x_o, du/ds is the tangent
/// kernel Theta(x, x_o); so the kernel over all probes costs two passes, and no gradient at any probe.
/// </summary>
internal sealed unsafe class ProbePass
{
    private readonly ProbeSet probes;
    private readonly ProbeRows[] rows;
    private readonly double[][] movedWeights;

    /// <summary>Room for a batch.</summary>
    /// <param name="shape">A network of the shape of those to come.</param>
    /// <param name="probes">The probes.</param>
    public ProbePass(Network shape, ProbeSet probes)
    {
        this.probes = probes;
        rows = [new(shape.InputSize, probes.BatchSize), .. shape.Layers.Select(layer => new ProbeRows(layer.OutputSize, probes.BatchSize))];
        movedWeights = [.. shape.Layers.Select(layer => new double[layer.Weights.Length])];
    }

    /// <summary>Measures one batch.</summary>
    /// <param name="network">The network with the weights w.</param>
    /// <param name="direction">g.</param>
    /// <param name="step">s.</param>
    /// <param name="first">The batch's first probe.</param>
    /// <param name="results">Where the results go.</param>
    public void Run(Network network, LogitGradient direction, double step, int first, ProbeWriter results)
    {
        int batch = probes.BatchSize;
        Load(first);
        Span<double> flips = results.GateFlips.AsSpan(first, batch);
        flips.Clear();
        for (int k = 0; k < network.Layers.Count; k++)
        {
            DenseLayer layer = network.Layers[k];
            TensorPrimitives.MultiplyAdd(direction.Weights[k], step, layer.Weights, movedWeights[k]);
            if (layer.HasBias)
                Start(rows[k + 1], layer.Bias, direction.Bias[k], step);
            else
                rows[k + 1].Clear();
            fixed (double* weights = layer.Weights, along = direction.Weights[k], moved = movedWeights[k])
            {
                Add(weights, rows[k].Values, rows[k].Count, rows[k + 1].Values, rows[k + 1]);
                Add(along, rows[k].Values, rows[k].Count, rows[k + 1].Tangents, rows[k + 1]);
                Add(weights, rows[k].Tangents, rows[k].Count, rows[k + 1].Tangents, rows[k + 1]);
                Add(moved, rows[k].MovedValues, rows[k].Count, rows[k + 1].MovedValues, rows[k + 1]);
            }

            Activate(layer.Activation, rows[k + 1], flips);
        }

        ProbeRows outputs = rows[^1];
        outputs.Value(0).CopyTo(results.Logits.AsSpan(first));
        outputs.Tangent(0).CopyTo(results.TangentKernel.AsSpan(first));
        TensorPrimitives.Subtract(outputs.Moved(0), outputs.Value(0), results.LogitResponse.AsSpan(first, batch));
        GC.KeepAlive(this);
    }

    /// <summary>The inputs do not depend on the weights: their tangents are 0, and moved weights leave them as they are.</summary>
    private void Load(int first)
    {
        for (int i = 0; i < probes.InputSize; i++)
        {
            ReadOnlySpan<double> column = probes.Column(i).Slice(first, probes.BatchSize);
            column.CopyTo(rows[0].Value(i));
            column.CopyTo(rows[0].Moved(i));
        }
    }

    /// <summary>What the sums of a layer start from: b, b' and b + s b'.</summary>
    private static void Start(ProbeRows above, ReadOnlySpan<double> bias, ReadOnlySpan<double> along, double step)
    {
        for (int neuron = 0; neuron < above.Count; neuron++)
        {
            above.Value(neuron).Fill(bias[neuron]);
            above.Tangent(neuron).Fill(along[neuron]);
            above.Moved(neuron).Fill(bias[neuron] + (step * along[neuron]));
        }
    }

    /// <summary>Adds a layer's weights times the rows below to its sums, by the product that training uses: h = w.a + b, h' = g.a + w.a' + b', and (w + s g).a_moved + b + s b'.</summary>
    private static void Add(double* weights, double* below, int terms, double* sums, ProbeRows above)
    {
        Rows<double> result = new(sums, above.Batch);
        MatrixProducts.Accumulate(above.Count, terms, above.Batch, weights, terms, 1, new(below, above.Batch), result, result, default(Keep<double>));
    }

    private static void Activate(Activation activation, ProbeRows rows, Span<double> flips)
    {
        if (activation == Activation.Identity)
            return;
        for (int neuron = 0; neuron < rows.Count; neuron++)
        {
            for (int p = 0; p < rows.Batch; p += Vector<double>.Count)
            {
                double* value = rows.Values + (neuron * rows.Batch) + p;
                double* tangent = rows.Tangents + (neuron * rows.Batch) + p;
                double* moved = rows.MovedValues + (neuron * rows.Batch) + p;
                if (activation == Activation.Relu)
                    Rectify(value, tangent, moved, flips[p..]);
                else
                    ApplyElu(value, tangent, moved);
            }
        }
    }

    private static void Rectify(double* value, double* tangent, double* moved, Span<double> flips)
    {
        Vector<double> h = Vector.Load(value), hMoved = Vector.Load(moved), zero = Vector<double>.Zero;
        Vector<double> one = Vector<double>.One;
        // Written this way round, a NaN stays a NaN, as in training.
        Vector.ConditionalSelect(Vector.LessThanOrEqual(h, zero), zero, h).Store(value);
        Vector.ConditionalSelect(Vector.LessThanOrEqual(hMoved, zero), zero, hMoved).Store(moved);
        Vector.ConditionalSelect(Vector.GreaterThan(h, zero), Vector.Load(tangent), zero).Store(tangent);
        Vector<double> gate = Vector.ConditionalSelect(Vector.GreaterThan(h, zero), one, zero);
        Vector<double> gateMoved = Vector.ConditionalSelect(Vector.GreaterThan(hMoved, zero), one, zero);
        (new Vector<double>(flips) + Vector.Abs(gate - gateMoved)).CopyTo(flips);
    }

    private static void ApplyElu(double* value, double* tangent, double* moved)
    {
        Vector<double> h = Vector.Load(value), hMoved = Vector.Load(moved), zero = Vector<double>.Zero;
        Vector<double> exponential = Lanes.Exp(h);
        Vector<double> isBelow = Vector.LessThanOrEqual(h, zero).As<long, double>();
        Vector.ConditionalSelect(isBelow, exponential - Vector<double>.One, h).Store(value);
        (Vector.Load(tangent) * Vector.ConditionalSelect(isBelow, exponential, Vector<double>.One)).Store(tangent);
        Vector.ConditionalSelect(Vector.LessThanOrEqual(hMoved, zero), Lanes.Exp(hMoved) - Vector<double>.One, hMoved).Store(moved);
    }
}

/// <summary>What the neurons of a layer put out for a batch of probes: a row for each neuron, with its tangent and its value after the step.</summary>
internal sealed unsafe class ProbeRows
{
    private readonly AlignedBuffer<double> values;
    private readonly AlignedBuffer<double> tangents;
    private readonly AlignedBuffer<double> moved;

    public ProbeRows(int count, int batch)
    {
        (Count, Batch) = (count, batch);
        values = new((long)count * batch);
        tangents = new((long)count * batch);
        moved = new((long)count * batch);
    }

    public int Count { get; }

    public int Batch { get; }

    public double* Values => values.Start;

    public double* Tangents => tangents.Start;

    public double* MovedValues => moved.Start;

    public void Clear()
    {
        values.Span.Clear();
        tangents.Span.Clear();
        moved.Span.Clear();
    }

    public Span<double> Value(int neuron) => values.Span.Slice(neuron * Batch, Batch);

    public Span<double> Tangent(int neuron) => tangents.Span.Slice(neuron * Batch, Batch);

    public Span<double> Moved(int neuron) => moved.Span.Slice(neuron * Batch, Batch);
}
