namespace LearningDynamics.Flows;

/// <summary>Integrates flows.</summary>
public static class FlowSolver
{
    /// <summary>Follows a flow from its start to its end, or to its first terminal event.</summary>
    /// <typeparam name="TField">The vector field; a struct, so that its code is compiled into the integrator.</typeparam>
    /// <param name="problem">The initial value problem.</param>
    /// <param name="options">Tolerances and limits; null for the defaults of <see cref="FlowOptions"/>.</param>
    /// <param name="cancellation">Stops the integration between two steps.</param>
    /// <returns>The solution.</returns>
    /// <exception cref="ArgumentException">The problem cannot be posed; the message names the member, its value and what is allowed.</exception>
    /// <exception cref="Numerics.NumericalFailureException">
    /// The end was not reached: too many steps, a step size that vanished, or a derivative or event value that is not finite.
    /// The message gives the time reached, the step size, the counts and advice.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FlowSolution Solve<TField>(
        FlowProblem<TField> problem, FlowOptions? options = null, CancellationToken cancellation = default)
        where TField : struct, IVectorField<double>
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Validate();
        return new FlowIntegration<TField>(problem, options ?? new()).Run(cancellation);
    }
}
