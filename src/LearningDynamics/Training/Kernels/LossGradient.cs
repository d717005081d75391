using System.Diagnostics;
using System.Numerics;

namespace LearningDynamics.Training.Kernels;

/// <summary>The derivative of the weighted loss by the network's outputs.</summary>
/// <remarks>
/// Where a probability q meets its target y, the difference is written q (1 - y) - (1 - q) y with 1 - q formed without
/// cancellation: late in training, when q has all but reached y = 1, what is left to learn keeps its relative accuracy.
/// </remarks>
internal static unsafe class LossGradient
{
    /// <summary>Writes scale * weight * d loss / d output for a block; padding has weight 0 and gets 0.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="outputs">The network's outputs, whose stride all other rows share.</param>
    /// <param name="batch">The targets and weights of the block's examples.</param>
    /// <param name="scale">What every weight is multiplied by.</param>
    /// <param name="rows">The number of examples in the block.</param>
    /// <param name="classes">The number of outputs an example.</param>
    /// <param name="deltas">Where the derivatives go.</param>
    public static void Write<T>(Loss loss, Rows<T> outputs, ExampleBlock<T> batch, T scale, int rows, int classes, Rows<T> deltas)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint length = rows * outputs.Stride;
        var factor = new Vector<T>(scale);
        switch (loss)
        {
            case LogisticLoss:
                for (nint i = 0; i < length; i += Vector<T>.Count)
                    (factor * Vector.Load(batch.Weights + i) * Logistic(Vector.Load(outputs.Start + i), Vector.Load(batch.Targets + i))).Store(deltas.Start + i);
                break;
            case HingeLoss hinge:
                var margin = new Vector<T>(T.CreateTruncating(hinge.Margin));
                for (nint i = 0; i < length; i += Vector<T>.Count)
                    (factor * Vector.Load(batch.Weights + i) * Hinge(Vector.Load(outputs.Start + i), Vector.Load(batch.Targets + i), margin)).Store(deltas.Start + i);
                break;
            case SquaredLoss:
                for (nint i = 0; i < length; i += Vector<T>.Count)
                    (factor * Vector.Load(batch.Weights + i) * (Vector.Load(outputs.Start + i) - Vector.Load(batch.Targets + i))).Store(deltas.Start + i);
                break;
            case SquaredProbabilityLoss:
                for (nint i = 0; i < length; i += Vector<T>.Count)
                    (factor * Vector.Load(batch.Weights + i) * SquaredProbability(Vector.Load(outputs.Start + i), Vector.Load(batch.Targets + i))).Store(deltas.Start + i);
                break;
            case SoftmaxLoss:
                Softmax(outputs, batch, scale, rows, classes, deltas);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static Vector<T> Logistic<T>(Vector<T> logit, Vector<T> target)
        where T : unmanaged
    {
        Vector<T> decay = Lanes.Exp(-Vector.Abs(logit));
        Vector<T> positive = Vector.GreaterThanOrEqual(logit, Vector<T>.Zero);
        Vector<T> numerator = Vector.ConditionalSelect(positive, Vector<T>.One, decay);
        Vector<T> rest = Vector.ConditionalSelect(positive, decay, Vector<T>.One);
        return ((numerator * (Vector<T>.One - target)) - (rest * target)) / (Vector<T>.One + decay);
    }

    private static Vector<T> SquaredProbability<T>(Vector<T> logit, Vector<T> target)
        where T : unmanaged
    {
        Vector<T> decay = Lanes.Exp(-Vector.Abs(logit)), sum = Vector<T>.One + decay;
        return Logistic(logit, target) * (decay / (sum * sum));
    }

    private static Vector<T> Hinge<T>(Vector<T> output, Vector<T> sign, Vector<T> margin)
        where T : unmanaged
    {
        // A NaN compares as not reached, so that it goes on to the weights and is noticed.
        Vector<T> reached = Vector.GreaterThanOrEqual(sign * output, margin);
        return Vector.ConditionalSelect(reached, Vector<T>.Zero, -sign);
    }

    private static void Softmax<T>(Rows<T> outputs, ExampleBlock<T> batch, T scale, int rows, int classes, Rows<T> deltas)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i++)
        {
            T* u = outputs.At(i, 0).Start;
            T* shifted = deltas.At(i, 0).Start;
            T largest = u[0];
            for (int k = 1; k < classes; k++)
                largest = T.Max(largest, u[k]);
            for (int k = 0; k < classes; k++)
                shifted[k] = u[k] - largest;
        }

        for (nint n = 0; n < rows * deltas.Stride; n += Vector<T>.Count)
            Lanes.Exp(Vector.Load(deltas.Start + n)).Store(deltas.Start + n);

        for (int i = 0; i < rows; i++)
            Residuals(batch.Targets + (i * deltas.Stride), scale * batch.Weights[i * deltas.Stride], classes, deltas.At(i, 0).Start, deltas.Stride);
    }

    /// <summary>From e^(u_k - max u) to the weighted differences q_k - y_k.</summary>
    private static void Residuals<T>(T* target, T weight, int classes, T* values, nint stride)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int largest = 0;
        for (int k = 1; k < classes; k++)
            largest = values[k] > values[largest] ? k : largest;
        T others = T.Zero;
        for (int k = 0; k < classes; k++)
            others += k == largest ? T.Zero : values[k];
        T sum = values[largest] + others;
        for (int k = 0; k < classes; k++)
        {
            T rest = k == largest ? others : sum - values[k];
            values[k] = weight * ((values[k] * (T.One - target[k])) - (rest * target[k])) / sum;
        }

        for (int k = classes; k < stride; k++)
            values[k] = T.Zero;
    }
}
