using LearningDynamics.Numerics;

namespace LearningDynamics.Flows;

/// <summary>Words the failures of an integration: what happened, where, at what cost, and what to try.</summary>
internal static class FlowFailure
{
    public static NumericalFailureException TooManySteps(double time, double size, FlowStatistics cost, int maximum, double end) => Create(
        FormattableString.Invariant($"{maximum} trial steps did not take it to t = {end}"), time, size, cost,
        "If the steps are small although the solution is smooth, the problem is stiff for an explicit method: shorten the time span or loosen the tolerances. "
        + "If there are many restarts, an event fires over and over: the field pushes the state onto a surface where it jumps. Else raise MaximumSteps.");

    public static NumericalFailureException StepVanished(double time, double size, FlowStatistics cost) => Create(
        "the step size fell below the spacing of the times that doubles can tell apart", time, size, cost,
        "The solution may blow up here, the field may jump where no event is declared, or the tolerances may be below the rounding errors of the field.");

    public static NumericalFailureException NotFinite(
        (double Time, int Component, double Value) where, double time, double size, FlowStatistics cost) => Create(
            FormattableString.Invariant($"the derivative of component {where.Component} is {where.Value} at t = {where.Time}"), time, size, cost,
            "Check the field there: a division by zero, a logarithm or root outside its domain, an overflow, or a solution that blows up.");

    private static NumericalFailureException Create(string what, double time, double size, FlowStatistics cost, string advice) => new(
        FormattableString.Invariant($"The flow stopped at t = {time}: {what}. Step size {size}; {cost.AcceptedSteps} steps accepted, {cost.RejectedSteps} rejected; {cost.Evaluations} evaluations; {cost.Restarts} restarts behind events. ")
        + advice);
}
