namespace LearningDynamics.Training;

/// <summary>How a step turns the gradient g into a change of the weights w, with the learning rate eta.</summary>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }

    /// <summary>w := w - eta g: Euler's method on the gradient flow, with time t = eta * step.</summary>
    public static Optimizer GradientDescent { get; } = new GradientDescent();

    /// <summary>
    /// Heavy ball: m := beta m + g, then w := w - eta m, with m = 0 at first. For small eta it follows the gradient flow
    /// at t = eta * step / (1 - beta).
    /// </summary>
    /// <param name="beta">How much of the velocity a step keeps, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">beta is outside [0, 1).</exception>
    public static Optimizer Momentum(double beta = 0.9) => new Momentum(beta);

    /// <summary>
    /// Adam (Kingma and Ba, arXiv:1412.6980, Algorithm 1). In step k = 1, 2, ..., componentwise:
    /// m := beta1 m + (1 - beta1) g; v := beta2 v + (1 - beta2) g^2;
    /// w := w - eta (m / (1 - beta1^k)) / (sqrt(v / (1 - beta2^k)) + epsilon), with m = v = 0 at first.
    /// It does not follow the gradient flow.
    /// </summary>
    /// <param name="beta1">How much of the mean gradient a step keeps, in [0, 1).</param>
    /// <param name="beta2">How much of the mean square a step keeps, in [0, 1).</param>
    /// <param name="epsilon">Keeps the quotient finite; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static Optimizer Adam(double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8) => new Adam(beta1, beta2, epsilon);

    private protected static double Share(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "The share that a step keeps must lie in [0, 1).");
}

/// <summary>Plain gradient descent; see <see cref="Optimizer.GradientDescent"/>.</summary>
public sealed record GradientDescent : Optimizer
{
    internal GradientDescent()
    {
    }
}

/// <summary>Heavy-ball momentum; see <see cref="Optimizer.Momentum"/>.</summary>
public sealed record Momentum : Optimizer
{
    internal Momentum(double beta) => Beta = Share(beta, nameof(beta));

    /// <summary>How much of the velocity a step keeps, in [0, 1).</summary>
    public double Beta { get; }
}

/// <summary>Adam; see <see cref="Optimizer.Adam"/>.</summary>
public sealed record Adam : Optimizer
{
    internal Adam(double beta1, double beta2, double epsilon)
    {
        Beta1 = Share(beta1, nameof(beta1));
        Beta2 = Share(beta2, nameof(beta2));
        if (!(epsilon > 0 && double.IsFinite(epsilon)))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "epsilon must be finite and above 0.");
        Epsilon = epsilon;
    }

    /// <summary>How much of the mean gradient a step keeps, in [0, 1).</summary>
    public double Beta1 { get; }

    /// <summary>How much of the mean square a step keeps, in [0, 1).</summary>
    public double Beta2 { get; }

    /// <summary>Keeps the quotient finite; above 0.</summary>
    public double Epsilon { get; }
}
