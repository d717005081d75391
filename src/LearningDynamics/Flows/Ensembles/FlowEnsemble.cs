using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using LearningDynamics.Numerics;

namespace LearningDynamics.Flows.Ensembles;

/// <summary>What an ensemble cost.</summary>
/// <param name="Trajectories">The trajectories that ended, one way or another.</param>
/// <param name="Failed">Those of them that failed; see <see cref="TrajectoryEnd.Ending"/> for each.</param>
/// <param name="Steps">The trial steps of all trajectories together.</param>
public readonly record struct EnsembleStatistics(long Trajectories, long Failed, long Steps);

/// <summary>Integrates many flows of one vector field at once, each in its own SIMD lane with its own time and step size.</summary>
/// <remarks>
/// A trajectory's numbers do not depend on its neighbours, the number of threads or the width of the processor's vectors, to the bit. They agree with those of <see cref="FlowSolver"/> to rounding
/// errors, except that steps near events that may jump are chosen a little differently. Memory does not grow with the number of trajectories.
/// </remarks>
public static class FlowEnsemble
{
    private const int LargestBlock = 1024, BlocksPerThread = 16;

    /// <summary>Follows all trajectories to the end time or to their first terminal event, and hands each end to the receiver.</summary>
    /// <typeparam name="TField">The vector field.</typeparam>
    /// <typeparam name="TEvents">The events.</typeparam>
    /// <param name="problem">The initial value problems.</param>
    /// <param name="receiver">Takes every trajectory's end; called from several threads at once. <see cref="EnsembleArrays.Receive"/> keeps them all.</param>
    /// <param name="options">Tolerances and limits, for each trajectory; null for the defaults of <see cref="FlowOptions"/>. Dense output is never kept.</param>
    /// <param name="threads">The number of threads, at least 1; null for one a processor.</param>
    /// <param name="progress">Told the share of trajectories that have been taken up, from 0 to 1; called from several threads.</param>
    /// <param name="cancellation">Stops the integration between two steps.</param>
    /// <returns>What it cost. A trajectory that fails says so in its <see cref="TrajectoryEnd.Ending"/> and stops no other.</returns>
    /// <exception cref="ArgumentException">The problem cannot be posed; the message names the member, its value and what is allowed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EnsembleStatistics Solve<TField, TEvents>(
        EnsembleProblem<TField, TEvents> problem, TrajectoryReceiver receiver, FlowOptions? options = null, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
        where TField : struct, IEnsembleField
        where TEvents : struct, IEnsembleEvents
    {
        StrongBox<EnsembleStatistics> result = new();
        WidestLanes.Run(new Solution<TField, TEvents>(problem, receiver, options, threads, progress, result, cancellation));
        return result.Value;
    }

    /// <summary>The same in lanes of a given kind.</summary>
    internal static EnsembleStatistics Solve<T, TField, TEvents>(
        EnsembleProblem<TField, TEvents> problem, TrajectoryReceiver receiver, FlowOptions? options, int? threads, IProgress<double>? progress, CancellationToken cancellation)
        where T : unmanaged, ILanes<T>, IScalar<T>
        where TField : struct, IEnsembleField
        where TEvents : struct, IEnsembleEvents
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(receiver);
        if (threads < 1)
            throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least 1 thread is needed.");
        problem.Validate();
        options ??= new();
        int workers = threads ?? Environment.ProcessorCount;
        TrajectorySupply supply = new(problem.Count, (int)Math.Clamp(problem.Count / ((long)workers * BlocksPerThread), 1, LargestBlock), progress);
        EnsembleStatistics total = default;
        Lock gate = new();
        Spread(workers, () =>
        {
            TrajectoryOutlet<T> outlet = new(receiver, problem.Field.Dimension, problem.Field.ParameterCount, problem.Events.Count);
            LaneQueue<T, TField, TEvents> queue = new(problem, options, supply, outlet);
            new LaneIntegration<T, TField, TEvents>(problem, options, queue, outlet).Run(cancellation);
            lock (gate)
                total = new(total.Trajectories + outlet.Count, total.Failed + outlet.Failed, total.Steps + outlet.Steps);
        });
        progress?.Report(1);
        return total;
    }

    private readonly record struct Solution<TField, TEvents>(
        EnsembleProblem<TField, TEvents> Problem, TrajectoryReceiver Receiver, FlowOptions? Options, int? Threads, IProgress<double>? Progress, StrongBox<EnsembleStatistics> Result, CancellationToken Cancellation) : ILaneWork
        where TField : struct, IEnsembleField
        where TEvents : struct, IEnsembleEvents
    {
        public void Run<T>()
            where T : unmanaged, ILanes<T>, IScalar<T> => Result.Value = Solve<T, TField, TEvents>(Problem, Receiver, Options, Threads, Progress, Cancellation);
    }

    private static void Spread(int workers, Action work)
    {
        if (workers == 1)
        {
            work();
            return;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => work());
        }
        catch (AggregateException failures)
        {
            // Each worker fails for its own reason; the caller hears the first, as from one thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
