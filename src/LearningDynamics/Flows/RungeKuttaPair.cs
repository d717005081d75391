namespace LearningDynamics.Flows;

/// <summary>An explicit Runge-Kutta pair with a continuous extension: the method by which a flow is stepped.</summary>
public sealed class RungeKuttaPair
{
    /// <summary>
    /// The order 5 pair with 6 evaluations a step of Dormand and Prince (1980), with a continuous extension of order 5 derived
    /// here (2 more evaluations). For tolerances above about 1e-4.
    /// </summary>
    public static readonly RungeKuttaPair DormandPrince54 = new("Dormand-Prince 5(4)", 5, 5, DormandPrince54Tableau.Create());

    /// <summary>
    /// The order 8 formula with 12 evaluations a step of Dormand and Prince, with the error estimate of orders 5 and 3
    /// and the continuous extension of order 7 (3 more evaluations) of Hairer, Norsett and Wanner, Solving Ordinary
    /// Differential Equations I, II.5 and II.6. For tight tolerances.
    /// </summary>
    public static readonly RungeKuttaPair DormandPrince853 = new("Dormand-Prince 8(5,3)", 8, 7, DormandPrince853Tableau.Create());

    private RungeKuttaPair(string name, int order, int denseOrder, ButcherTableau tableau) =>
        (Name, Order, DenseOrder, Tableau) = (name, order, denseOrder, tableau);

    /// <summary>The pair's usual name.</summary>
    public string Name { get; }

    /// <summary>The order of the formula: its error at a fixed time falls as the step size to this power.</summary>
    public int Order { get; }

    /// <summary>
    /// The order of the continuous extension. One step's interpolation error falls as the step size to this power plus one;
    /// an order one below <see cref="Order"/> is enough for the whole solution to converge with <see cref="Order"/>.
    /// </summary>
    public int DenseOrder { get; }

    /// <summary>The coefficients.</summary>
    internal ButcherTableau Tableau { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
