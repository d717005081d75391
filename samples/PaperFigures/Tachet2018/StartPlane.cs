using System.Runtime.ExceptionServices;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>A grid of starts over two initial values, answered one by one or many at once, and maps over it.</summary>
internal sealed class StartPlane(MapAxis first, MapAxis second)
{
    /// <summary>The first initial value.</summary>
    public MapAxis First { get; } = first;

    /// <summary>The second initial value, which runs fastest.</summary>
    public MapAxis Second { get; } = second;

    /// <summary>The starts.</summary>
    public IEnumerable<(double First, double Second)> Positions => First.Values.SelectMany(_ => Second.Values, (one, other) => (one, other));

    /// <summary>The number of starts.</summary>
    public int Count => First.Values.Length * Second.Values.Length;

    /// <summary>A start by its number in <see cref="Positions"/>.</summary>
    public (double First, double Second) Position(int index) => (First.Values[index / Second.Values.Length], Second.Values[index % Second.Values.Length]);

    /// <summary>Equally spaced positions on an axis, both ends included.</summary>
    public static MapAxis Axis(string name, int resolution, double low, double high) =>
        new(name, [.. Enumerable.Range(0, resolution).Select(index => low + ((high - low) * index / (resolution - 1)))]);

    /// <summary>One answer for each start. Starts are independent, so they are answered in parallel; the answers do not depend on it.</summary>
    public T[] Answer<T>(Func<double, double, T> answer, RouteRequest request)
    {
        return Answer<T>(starts => [.. starts.Select(One)], request, Second.Values.Length, isParallel: true);

        T One((double First, double Second) start)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            return answer(start.First, start.Second);
        }
    }

    /// <summary>
    /// One trained answer for each start: as many at once as the trainer takes in a stack, else a row of the plane. Only trainers that several threads may use at once are used so.
    /// </summary>
    public T[] Train<T>(Func<IReadOnlyList<(double First, double Second)>, IReadOnlyList<T>> answer, RouteRequest request) => Answer(
        answer, request, request.Trainer is IStackTrainer stacking ? stacking.LargestStack : Second.Values.Length, isParallel: request.Trainer is ManagedTrainer or IStackTrainer);

    /// <summary>A map of one value for each start.</summary>
    public Map Map<T>(IEnumerable<T> answers, Func<T, FindingValue> value) => new([First, Second], [.. answers.Select(value)]);

    private T[] Answer<T>(Func<IReadOnlyList<(double First, double Second)>, IReadOnlyList<T>> answer, RouteRequest request, int together, bool isParallel)
    {
        (double First, double Second)[][] parts = [.. Positions.Chunk(together)];
        IReadOnlyList<T>[] answers = new IReadOnlyList<T>[parts.Length];
        int finished = 0;
        ParallelOptions options = new() { CancellationToken = request.Cancellation, MaxDegreeOfParallelism = isParallel ? -1 : 1 };
        try
        {
            Parallel.For(0, parts.Length, options, part =>
            {
                answers[part] = answer(parts[part]);
                request.Progress?.Report((double)Interlocked.Increment(ref finished) / parts.Length);
            });
        }
        catch (AggregateException failures)
        {
            // As if the starts had been answered one after the other, the first failure is that of the whole.
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }

        return [.. answers.SelectMany(part => part)];
    }
}
