using System.Collections.Concurrent;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>Interpreters that wait for their next plan. One that was interrupted or failed is never used again.</summary>
internal sealed class InterpreterPool(PyTorchOptions options) : IDisposable
{
    private readonly ConcurrentBag<Interpreter> idle = [];
    private readonly Lock starting = new();
    private TrainerSupport? presence;
    private volatile bool disposed;

    /// <summary>What a started interpreter told of itself; null before.</summary>
    public Greeting? Torch { get; private set; }

    /// <summary>Whether an interpreter starts; found out once.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; the next call asks again.</exception>
    public TrainerSupport Presence(CancellationToken cancellation)
    {
        lock (starting)
            return presence ??= Start(cancellation);
    }

    /// <summary>Does something with an interpreter of one's own.</summary>
    /// <exception cref="TrainerException">None can be started.</exception>
    public TResult Use<TResult>(Func<Interpreter, TResult> work, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        cancellation.ThrowIfCancellationRequested();
        if (Presence(cancellation).Missing is { } missing)
            throw new TrainerException(missing);
        if (!idle.TryTake(out Interpreter? interpreter))
            interpreter = Interpreter.Start(options, cancellation);
        try
        {
            TResult result = work(interpreter);
            Return(interpreter);
            return result;
        }
        catch
        {
            interpreter.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out Interpreter? interpreter))
            interpreter.Dispose();
    }

    private void Return(Interpreter interpreter)
    {
        idle.Add(interpreter);
        if (disposed)
            Dispose();
    }

    private TrainerSupport Start(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        try
        {
            var interpreter = Interpreter.Start(options, cancellation);
            Torch = interpreter.Torch;
            Return(interpreter);
            return TrainerSupport.Full;
        }
        catch (TrainerException failure)
        {
            return TrainerSupport.Lacks(failure.Message);
        }
    }
}
