using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>A Python process that runs trainer.py: lines in, lines out. Whatever goes wrong with it ends it, and is said with the tail of its standard error.</summary>
internal sealed class Interpreter : IDisposable
{
    // The program itself comes as the first line of standard input, so that there is no file to place or to remove. An entry '' of
    // the path would let a file named torch.py in the working directory stand in for torch.
    private const string Bootstrap = "import json, sys; sys.path = [p for p in sys.path if p]; exec(compile(json.loads(sys.stdin.readline()), 'trainer.py', 'exec'))";

    private const int WaitingLines = 16;

    private readonly Process process;
    private readonly PyTorchOptions options;
    private readonly ErrorTail errors = new();
    private readonly BlockingCollection<string> lines = new(WaitingLines);

    private Interpreter(Process process, PyTorchOptions options)
    {
        this.process = process;
        this.options = options;
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data);
        process.BeginErrorReadLine();
        new Thread(ReadLines) { IsBackground = true, Name = "standard output of " + options.Interpreter }.Start();
    }

    /// <summary>What it told of its torch.</summary>
    public Greeting Torch { get; private set; } = null!;

    /// <summary>Starts an interpreter and waits until it has imported torch.</summary>
    /// <exception cref="TrainerException">It does not start, or has no torch that is new enough.</exception>
    public static Interpreter Start(PyTorchOptions options, CancellationToken cancellation)
    {
        var interpreter = new Interpreter(Launch(options), options);
        try
        {
            interpreter.Write(JsonSerializer.Serialize(Source(), ProtocolJson.Default.String), cancellation);
            interpreter.Torch = Greeting.Read(interpreter.Read(options.StartTimeout, "to start and import torch", cancellation), options.Interpreter);
            return interpreter;
        }
        catch
        {
            interpreter.Dispose();
            throw;
        }
    }

    /// <summary>Sends a line.</summary>
    /// <exception cref="TrainerException">The process is no longer there, or does not read.</exception>
    public void Write(string line, CancellationToken cancellation)
    {
        // A pipe that nobody reads is full at some time, and writing to it then returns only when the process is gone.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.SilenceTimeout);
        using CancellationTokenRegistration ending = limit.Token.Register(Kill);
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw limit.IsCancellationRequested ? TookTooLong(options.SilenceTimeout, "to read its input") : Ended();
        }
    }

    /// <summary>The next message of a run.</summary>
    public Message Read(CancellationToken cancellation) => Read(options.SilenceTimeout, "for the next result", cancellation);

    /// <summary>A failure in this interpreter's name, with the tail of its standard error.</summary>
    public TrainerException Failure(string what) => new($"The interpreter '{options.Interpreter}' {what}{errors}");

    /// <summary>Ends the process and all that it started.</summary>
    public void Dispose()
    {
        Kill();
        process.Dispose();
        // The thread that reads may be waiting for room.
        lines.CompleteAdding();
    }

    /// <summary>Starts the process, which waits for trainer.py as its first line.</summary>
    internal static Process Launch(PyTorchOptions options)
    {
        var start = new ProcessStartInfo(options.Interpreter, ["-u", "-c", Bootstrap])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new TrainerException($"The interpreter '{options.Interpreter}' cannot be started: {failure.Message}. Install Python 3 with torch, or name an interpreter that has it with {PyTorchOptions.InterpreterVariable}.", failure);
        }
    }

    /// <summary>trainer.py.</summary>
    internal static string Source()
    {
        using Stream resource = typeof(Interpreter).Assembly.GetManifestResourceStream("trainer.py")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }

    private Message Read(TimeSpan timeout, string what, CancellationToken cancellation)
    {
        if (!lines.TryTake(out string? line, (int)timeout.TotalMilliseconds, cancellation))
            throw lines.IsCompleted ? Ended() : TookTooLong(timeout, what);
        return Message.Parse(line) ?? throw Failure($"wrote on standard output what is no message: '{(line.Length > 200 ? line[..200] + "..." : line)}'. Does it print something at its start?");
    }

    private TrainerException TookTooLong(TimeSpan timeout, string what) =>
        Failure(string.Create(CultureInfo.InvariantCulture, $"took more than {timeout.TotalSeconds:0.###} seconds {what}, and was ended."));

    private TrainerException Ended()
    {
        // Standard output ends a moment before the process does.
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            return Failure("closed its standard output.");
        process.WaitForExit();
        const int KilledBySignal = 128 + 9;
        return Failure(process.ExitCode == KilledBySignal
            ? "was killed while it worked, as the system does with a process that needs more memory than there is. Try a smaller network or data set."
            : string.Create(CultureInfo.InvariantCulture, $"ended before its work was done, with exit code {process.ExitCode}."));
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }

    private void ReadLines()
    {
        try
        {
            while (process.StandardOutput.ReadLine() is { } line)
                lines.Add(line);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process was ended.
        }

        lines.CompleteAdding();
    }
}
