using LearningDynamics.Numerics;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// The hidden layer of one network under noise that acts through the gradient at one trained input x_o: w_i moves by phi'(h_i) (mu dt + sqrt(2 D) dW_i) x_o / sqrt N, and its
/// preactivation h_i = w_i.x_o / sqrt N by phi'(h_i) (mu dt + sqrt(2 D) dW_i). N is 8, inputs are -1 or 1, and all bits of x_o are 1.
/// </summary>
internal sealed class NoisyFeatures
{
    private const int InputSize = 8;

    // A step of an ELU feature moves it by at most about this share of the initial scale, so that its gate e^h is all but constant over it.
    private const double LargestMove = 0.25;

    private static readonly double Root = Math.Sqrt(InputSize);

    private readonly bool isElu;
    private readonly double drift, diffusion, largestStep;
    private readonly RandomStream random;
    private readonly double[] weights, start, preactivations;
    private readonly bool[] isAlive;
    private double time;

    /// <summary>Draws a network whose features are all alive: h is the positive half of a normal distribution, the rest of the weights is normal.</summary>
    public NoisyFeatures(FeatureActivation activation, int features, double initialScale, double drift, double diffusion, ulong seed)
    {
        isElu = activation == FeatureActivation.Elu;
        (this.drift, this.diffusion) = (drift, diffusion);
        double move = LargestMove * initialScale;
        largestStep = isElu ? Math.Min(move / Math.Abs(drift), move * move / (2 * diffusion)) : double.PositiveInfinity;
        random = new(seed);
        weights = new double[features * InputSize];
        start = new double[features];
        isAlive = new bool[features];
        for (int i = 0; i < features; i++)
            Draw(i, initialScale);
        preactivations = [.. start];
    }

    /// <summary>How many features there are.</summary>
    public int Count => start.Length;

    /// <summary>Whether no feature can be lost.</summary>
    public bool KeepsAll => isElu;

    /// <summary>How many of them have a gradient at the trained input.</summary>
    public int AliveCount => isAlive.Count(alive => alive);

    /// <summary>Lets the noise act until a time. A ReLU feature is followed exactly, an ELU feature in short steps (Euler and Maruyama).</summary>
    public void AdvanceTo(double end)
    {
        double duration = end - time;
        int steps = duration > 0 ? Math.Max(1, checked((int)Math.Ceiling(duration / largestStep))) : 0;
        for (int i = 0; i < Count; i++)
        {
            for (int step = 0; step < steps && isAlive[i]; step++)
                Move(i, duration / steps);
        }

        time = end;
    }

    /// <summary>The effective rank of the features (columns) at x_o and the inputs that differ from it by one bit (rows).</summary>
    public double Rank()
    {
        double[] values = new double[(InputSize + 1) * Count];
        for (int i = 0; i < Count; i++)
        {
            double h = preactivations[i];
            values[i] = Feature(h);
            // All noise is along x_o: a weight is what it was plus its part of what h moved by.
            double moved = (h - start[i]) / Root;
            for (int bit = 0; bit < InputSize; bit++)
                values[((bit + 1) * Count) + i] = Feature(h - (2 * (weights[(i * InputSize) + bit] + moved) / Root));
        }

        return EffectiveRank.Of(values, InputSize + 1, Count);
    }

    private void Draw(int i, double scale)
    {
        Span<double> own = weights.AsSpan(i * InputSize, InputSize);
        double sum = 0;
        for (int bit = 0; bit < InputSize; bit++)
        {
            own[bit] = scale * random.NextNormal();
            sum += own[bit];
        }

        // The mirror image of a feature that is not alive is, and is as likely.
        if (sum < 0)
        {
            for (int bit = 0; bit < InputSize; bit++)
                own[bit] = -own[bit];
        }

        (start[i], isAlive[i]) = (Math.Abs(sum) / Root, true);
    }

    private void Move(int i, double step)
    {
        double before = preactivations[i];
        double free = (drift * step) + (Math.Sqrt(2 * diffusion * step) * random.NextNormal());
        if (isElu)
        {
            preactivations[i] = before + (Math.Exp(Math.Min(before, 0)) * free);
            return;
        }

        // Between two places above 0 the walk was at 0 with the probability of a Brownian bridge. A lost feature stays at 0.
        double after = before + free;
        isAlive[i] = after > 0 && random.NextUniform() >= Math.Exp(-before * after / (diffusion * step));
        preactivations[i] = isAlive[i] ? after : 0;
    }

    private double Feature(double h) => h > 0 ? h : isElu ? Functions.ExpMinusOne(h) : 0;
}
