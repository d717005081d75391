using LearningDynamics.Experiments;
using LearningDynamics.Hosting.Tests.Synthetic;
using LearningDynamics.Training;
using Spectre.Console;

namespace LearningDynamics.Hosting.Tests;

/// <summary>One command line, carried out in this process, with what it wrote. Its working directory is a temporary one.</summary>
internal sealed class Invocation : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    private Invocation(string? directory) => WorkingDirectory = directory ?? Directory.CreateTempSubdirectory("hosting-").FullName;

    public int ExitCode { get; private set; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public string WorkingDirectory { get; }

    public static Invocation Of(params string[] args) => Run(args);

    public static Invocation Run(
        string[] args,
        ExperimentCatalog? catalog = null,
        ITrainer[]? trainers = null,
        Func<Surroundings, Surroundings>? change = null,
        string? directory = null,
        CancellationToken cancellation = default)
    {
        var invocation = new Invocation(directory);
        var surroundings = new Surroundings
        {
            Output = invocation.output,
            Error = invocation.error,
            WorkingDirectory = invocation.WorkingDirectory,
            Variable = _ => null,
            TerminalAnsi = AnsiSupport.Yes,
        };
        invocation.ExitCode = ExperimentProgram.Invoke(args, new(catalog ?? SyntheticCatalog.Create(), trainers ?? [], change?.Invoke(surroundings) ?? surroundings, cancellation));
        return invocation;
    }

    public bool Wrote(params string[] path) => File.Exists(Path.Combine([WorkingDirectory, .. path]));

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        if (Directory.Exists(WorkingDirectory))
            Directory.Delete(WorkingDirectory, recursive: true);
    }
}
