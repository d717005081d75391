namespace LearningDynamics.Flows;

/// <summary>The loop: it asks the stepper for trial steps, the controller for sizes and the monitor for events, and keeps the score.</summary>
/// <typeparam name="TField">The vector field.</typeparam>
internal sealed class FlowIntegration<TField>
    where TField : struct, IVectorField<double>
{
    private readonly FlowProblem<TField> problem;
    private readonly FlowOptions options;
    private readonly ErrorScale scale;
    private readonly ButcherTableau tableau;
    private readonly RungeKuttaStepper<TField> stepper;
    private readonly StepSizeController controller;
    private readonly EventMonitor monitor;
    private readonly EventApproach approach = new();
    private readonly List<FlowEventOccurrence> occurrences = [];
    private double step;
    private int accepted;
    private int rejected;
    private int restarts;
    private bool ended;
    private bool leftDomain;

    public FlowIntegration(FlowProblem<TField> problem, FlowOptions options)
    {
        this.problem = problem;
        this.options = options;
        scale = new(options.RelativeTolerance, options.AbsoluteTolerance);
        tableau = options.Pair.Tableau;
        stepper = new(problem.Field, tableau, scale);
        controller = new(tableau);
        monitor = new(problem.Events ?? [], problem.Field.Dimension);
    }

    private FlowStatistics Statistics => new(accepted, rejected, stepper.Evaluations, restarts);

    /// <summary>Runs to the end or to the first terminal event.</summary>
    public FlowSolution Run(CancellationToken cancellation)
    {
        using TrajectoryRecorder recorder = new(tableau.CoefficientCount * problem.Field.Dimension);
        Begin();
        while (!ended)
        {
            cancellation.ThrowIfCancellationRequested();
            TryStep(options.DenseOutput ? recorder : null);
        }

        double[] initial = [.. problem.InitialState];
        DenseTrajectory? trajectory = options.DenseOutput ? recorder.ToTrajectory() : null;
        return new(problem.Start, stepper.Time, initial, stepper.State.ToArray(), trajectory, occurrences, Statistics);
    }

    private void Begin()
    {
        stepper.Begin(problem.Start, problem.InitialState);
        if (stepper.FirstNonFinite(stageCount: 1) is { } where)
            throw FlowFailure.NotFinite(where, problem.Start, 0, Statistics);
        monitor.Begin(problem.Start, stepper.State);
        ended = problem.End == problem.Start;
        if (!ended)
            step = options.InitialStep is { } size ? Math.CopySign(size, problem.End - problem.Start) : ChooseStep();
    }

    private double ChooseStep() => InitialStep.Choose(stepper, scale, tableau.EstimateOrder, problem.End - stepper.Time);

    private void TryStep(TrajectoryRecorder? recorder)
    {
        TrialStep trial = LimitStep();
        double size = trial.Size, error = stepper.Attempt(size);
        leftDomain = !double.IsFinite(error);
        if (leftDomain)
            Reject(size / 4);
        else if (!approach.MayCross(size) && FindJump(trial) is { } place)
            Reject(approach.StopShort(stepper.Time, size, place));
        else if (error > 1 && !approach.IsShortest(stepper.Time, size))
            Reject(controller.AfterRejected(size, error));
        else if (approach.MayCross(size) && monitor.WouldLandOnZero(trial.End, stepper.NextState) && approach.TryPastZero(size) is { } longer)
            Reject(longer);
        else
            Accept(trial, error, recorder);
    }

    /// <summary>The step to try, cut at its limits.</summary>
    private TrialStep LimitStep()
    {
        if (accepted + rejected >= options.MaximumSteps)
            throw FlowFailure.TooManySteps(stepper.Time, step, Statistics, options.MaximumSteps, problem.End);
        double remaining = problem.End - stepper.Time;
        double largest = options.MaximumStep ?? double.PositiveInfinity, limit = Math.Min(Math.Abs(step), largest);

        // A last step of a sliver would be wasteful; but near an event the sizes mean what they say.
        if (Math.Abs(remaining) <= (approach.IsActive ? limit : Math.Min(1.01 * limit, largest)))
            return new(stepper.Time, remaining, problem.End);

        // The time is rounded toward the start of the step, so that a step that is to shrink does.
        double next = stepper.Time + Math.CopySign(limit, remaining);
        if (Math.Abs(next - stepper.Time) > limit)
            next = remaining > 0 ? Math.BitDecrement(next) : Math.BitIncrement(next);
        if (next != stepper.Time)
            return new(stepper.Time, next - stepper.Time, next);
        throw leftDomain && stepper.FirstNonFinite(tableau.StageCount) is { } where
            ? FlowFailure.NotFinite(where, stepper.Time, step, Statistics)
            : FlowFailure.StepVanished(stepper.Time, step, Statistics);
    }

    private double? FindJump(TrialStep trial) =>
        monitor.HasJumps ? monitor.FirstJump(stepper.Interpolant(), trial, stepper.NextState) : null;

    private void Reject(double proposal)
    {
        rejected++;
        step = proposal;
    }

    private void Accept(TrialStep trial, double error, TrajectoryRecorder? recorder)
    {
        accepted++;
        step = controller.AfterAccepted(trial.Size, Math.Min(error, 1));
        recorder?.Append(stepper.Time, trial.Size, stepper.Interpolant());
        double? end = monitor.HasSmooth ? monitor.PassSmooth(stepper.Interpolant(), trial, stepper.NextState, occurrences) : null;
        if (end is { } place)
            stepper.EndAt(place);
        double next = trial.TimeAt(end ?? 1);
        (bool jumped, bool terminal) = monitor.IsEmpty ? (false, false) : monitor.MoveTo(next, stepper.NextState, occurrences);
        ended = terminal || end is not null || next == problem.End;
        if (approach.IsActive && !jumped && !ended)
            step = approach.After(next, trial.Size, ProlongToEvent(trial)) ?? step;
        stepper.Advance(next);
        if (jumped && !ended)
            Restart();
    }

    private double? ProlongToEvent(TrialStep trial) => monitor.ExtrapolatedCrossing(stepper.Interpolant(), trial, approach.Horizon(stepper.Time, trial.Size));

    private void Restart()
    {
        // The stage at the end of the crossing step was evaluated behind the event, so it is the first stage from here on.
        restarts++;
        approach.End();
        controller.Reset();
        step = ChooseStep();
    }
}
