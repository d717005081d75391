using System.Collections.Concurrent;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>Interpreters that wait for their next plan. One that was interrupted or failed is never used again.</summary>
internal sealed class InterpreterPool : IDisposable
{
    private readonly PyTorchOptions options;
    private readonly ConcurrentBag<Interpreter> idle = [];
    private readonly Lazy<TrainerSupport> presence;
    private volatile bool disposed;

    public InterpreterPool(PyTorchOptions options)
    {
        this.options = options;
        presence = new(Start);
    }

    /// <summary>Whether an interpreter starts; found out once.</summary>
    public TrainerSupport Presence => presence.Value;

    /// <summary>The versions that a started interpreter told; null before.</summary>
    public string? Version { get; private set; }

    /// <summary>Does something with an interpreter of one's own.</summary>
    /// <exception cref="TrainerException">None can be started.</exception>
    public TResult Use<TResult>(Func<Interpreter, TResult> work, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Presence.Missing is { } missing)
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

    private TrainerSupport Start()
    {
        try
        {
            var interpreter = Interpreter.Start(options, CancellationToken.None);
            Version = interpreter.Version;
            Return(interpreter);
            return TrainerSupport.Full;
        }
        catch (TrainerException failure)
        {
            return TrainerSupport.Lacks(failure.Message);
        }
    }
}
