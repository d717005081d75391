using LearningDynamics.Numerics;
using LearningDynamics.Training.Kernels;

namespace LearningDynamics.Training;

/// <summary>What a loss makes of a network's one number u: the output f(u) that it compares with the target, and the pull -dL/du.</summary>
internal sealed unsafe class ResponseLink
{
    private readonly Loss loss;
    private readonly bool isProbability;

    // One example: its logit, target, weight 1 and derivative, each in lanes of their own.
    private readonly AlignedBuffer<double> logit = new(System.Numerics.Vector<double>.Count);
    private readonly AlignedBuffer<double> target = new(System.Numerics.Vector<double>.Count);
    private readonly AlignedBuffer<double> weight = new(System.Numerics.Vector<double>.Count);
    private readonly AlignedBuffer<double> derivative = new(System.Numerics.Vector<double>.Count);

    public ResponseLink(Loss loss, double target)
    {
        this.loss = loss;
        isProbability = loss is LogisticLoss or SquaredProbabilityLoss;
        this.target.Span[0] = target;
        weight.Span[0] = 1;
    }

    /// <summary>-dL/du at the pair's logit, as training computes it.</summary>
    public double LossFactor(double u)
    {
        logit.Span[0] = u;
        LossGradient.Write(loss, new(logit.Start, 1), new ExampleBlock<double>(default, target.Start, weight.Start), 1.0, 1, 1, new Rows<double>(derivative.Start, 1));
        GC.KeepAlive(this);
        return -derivative.Span[0];
    }

    /// <summary>df/du.</summary>
    public double Slope(double u) => isProbability ? Functions.Logistic(u) * Functions.Logistic(-u) : 1;

    /// <summary>f(u + change) - f(u), without cancellation for a small change.</summary>
    public double OutputResponse(double u, double change)
    {
        if (!isProbability)
            return change;
        // sigma(b) - sigma(a) = sigma(b) sigma(-a) (1 - e^(a - b)).
        return change >= 0
            ? -Functions.Logistic(u + change) * Functions.Logistic(-u) * Functions.ExpMinusOne(-change)
            : Functions.Logistic(u) * Functions.Logistic(-u - change) * Functions.ExpMinusOne(change);
    }
}
