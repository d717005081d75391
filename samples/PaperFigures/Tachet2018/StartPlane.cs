using System.Runtime.ExceptionServices;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace PaperFigures.Tachet2018;

/// <summary>A grid of starts over two initial values, answered one by one, and maps over it.</summary>
internal sealed class StartPlane(MapAxis first, MapAxis second)
{
    /// <summary>The first initial value.</summary>
    public MapAxis First { get; } = first;

    /// <summary>The second initial value, which runs fastest.</summary>
    public MapAxis Second { get; } = second;

    /// <summary>The starts.</summary>
    public IEnumerable<(double First, double Second)> Positions => First.Values.SelectMany(_ => Second.Values, (one, other) => (one, other));

    /// <summary>Equally spaced positions on an axis, both ends included.</summary>
    public static MapAxis Axis(string name, int resolution, double low, double high) =>
        new(name, [.. Enumerable.Range(0, resolution).Select(index => low + ((high - low) * index / (resolution - 1)))]);

    /// <summary>One answer for each start. Starts are independent, so they are answered in parallel; the answers do not depend on it.</summary>
    public T[] Answer<T>(Func<double, double, T> answer, RouteRequest request) => Answer(answer, request, isParallel: true);

    /// <summary>One trained answer for each start. Only the managed trainer, which trains on the calling thread and shares nothing, is used from several threads.</summary>
    public T[] Train<T>(Func<double, double, T> answer, RouteRequest request) => Answer(answer, request, isParallel: request.Trainer is ManagedTrainer);

    /// <summary>A map of one value for each start.</summary>
    public Map Map<T>(IEnumerable<T> answers, Func<T, FindingValue> value) => new([First, Second], [.. answers.Select(value)]);

    private T[] Answer<T>(Func<double, double, T> answer, RouteRequest request, bool isParallel)
    {
        int columns = Second.Values.Length;
        T[] answers = new T[First.Values.Length * columns];
        int finished = 0;
        ParallelOptions options = new() { CancellationToken = request.Cancellation, MaxDegreeOfParallelism = isParallel ? -1 : 1 };
        try
        {
            Parallel.For(0, First.Values.Length, options, AnswerRow);
        }
        catch (AggregateException failures)
        {
            // As if the starts had been answered one after the other, the first failure is that of the whole.
            ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }

        return answers;

        void AnswerRow(int row)
        {
            for (int column = 0; column < columns; column++)
            {
                request.Cancellation.ThrowIfCancellationRequested();
                answers[(row * columns) + column] = answer(First.Values[row], Second.Values[column]);
            }

            request.Progress?.Report((double)Interlocked.Increment(ref finished) / First.Values.Length);
        }
    }
}
