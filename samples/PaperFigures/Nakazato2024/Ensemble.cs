using System.Runtime.ExceptionServices;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>Runs that differ by their seed alone, several at a time. Each result stands at its own place, so that the number of threads changes nothing.</summary>
internal static class Ensemble
{
    /// <summary>Runs all seeds.</summary>
    /// <param name="request">Whose trainer, progress and cancellation are used.</param>
    /// <param name="firstSeed">The first seed; the others follow it.</param>
    /// <param name="seeds">How many.</param>
    /// <param name="run">Runs one.</param>
    /// <typeparam name="TResult">What a run gives.</typeparam>
    public static TResult[] Run<TResult>(RouteRequest request, long firstSeed, int seeds, Func<ulong, TResult> run)
    {
        var results = new TResult[seeds];
        int finished = 0;
        var options = new ParallelOptions
        {
            CancellationToken = request.Cancellation,
            // A trainer in another process serves one run at a time.
            MaxDegreeOfParallelism = request.Trainer is ManagedTrainer ? Environment.ProcessorCount : 1,
        };
        try
        {
            Parallel.For(0, seeds, options, index =>
            {
                results[index] = run(unchecked((ulong)(firstSeed + index)));
                request.Progress?.Report((double)Interlocked.Increment(ref finished) / seeds);
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
