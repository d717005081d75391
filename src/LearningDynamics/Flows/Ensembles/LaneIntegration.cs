using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>
/// The loop of one thread over its groups of lanes. The groups take each stage in turn: a stage waits for the one before it, and the processor computes another group's meanwhile.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TField">The vector field.</typeparam>
/// <typeparam name="TEvents">The events.</typeparam>
internal sealed class LaneIntegration<T, TField, TEvents>
    where T : unmanaged, ILanes<T>, IScalar<T>
    where TField : struct, IEnsembleField
    where TEvents : struct, IEnsembleEvents
{
    private const int GroupCount = 2;

    private readonly LaneGroup<T, TField, TEvents>[] groups = new LaneGroup<T, TField, TEvents>[GroupCount];
    private readonly int stageCount;

    public LaneIntegration(EnsembleProblem<TField, TEvents> problem, FlowOptions options, LaneQueue<T, TField, TEvents> queue, TrajectoryOutlet<T> outlet)
    {
        stageCount = options.Pair.Tableau.StageCount;
        for (int i = 0; i < groups.Length; i++)
            groups[i] = new(problem, options, queue, outlet);
    }

    /// <summary>Integrates trajectories until there are no more.</summary>
    public void Run(CancellationToken cancellation)
    {
        foreach (LaneGroup<T, TField, TEvents> group in groups)
            group.Fill();
        while (Array.Exists(groups, static group => group.IsBusy))
        {
            cancellation.ThrowIfCancellationRequested();
            Step();
        }
    }

    private void Step()
    {
        foreach (LaneGroup<T, TField, TEvents> group in groups)
        {
            if (group.IsBusy)
                group.BeginStep();
        }

        for (int stage = 1; stage < stageCount; stage++)
        {
            foreach (LaneGroup<T, TField, TEvents> group in groups)
            {
                if (group.IsBusy)
                    group.TakeStage(stage);
            }
        }

        foreach (LaneGroup<T, TField, TEvents> group in groups)
        {
            if (group.IsBusy)
                group.EndStep();
        }
    }
}
