namespace LearningDynamics.Experiments;

/// <summary>A route of an experiment at one point of its parameters, ready to answer.</summary>
public abstract class BoundRoute
{
    /// <summary>
    /// The largest learning rate that the route may train with; null where it does not train, or leaves nobody a choice of the rate. A request to a route
    /// with a learning rate carries a <see cref="TrainingSchedule"/>.
    /// </summary>
    public virtual double? LargestLearningRate() => null;

    /// <summary>Answers the experiment.</summary>
    /// <param name="request">At which times, and with what.</param>
    /// <returns>The answer, or null where the route does not answer at this point.</returns>
    /// <exception cref="Numerics.NumericalFailureException">The flow cannot be integrated, or the training diverged.</exception>
    /// <exception cref="UsageException">The trainer does not support the plan.</exception>
    public abstract RouteResult? Answer(RouteRequest request);
}
