namespace LearningDynamics.Flows;

/// <summary>A step that is tried or kept.</summary>
/// <param name="Start">The time at which it starts.</param>
/// <param name="Size">Its signed size h.</param>
/// <param name="End">The time at which it ends, which Start + Size may miss by a rounding error.</param>
internal readonly record struct TrialStep(double Start, double Size, double End)
{
    /// <summary>The time at a place in the step: at most its end for places up to 1.</summary>
    public double TimeAt(double place)
    {
        double time = Start + (place * Size);
        return place > 1 ? time : place == 1 || (time - End) * Size > 0 ? End : time;
    }
}
