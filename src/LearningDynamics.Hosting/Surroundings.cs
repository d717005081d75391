using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>What a hosted program sees of the outside.</summary>
internal sealed record Surroundings
{
    /// <summary>The width of text that goes to no terminal, so that it is the same everywhere.</summary>
    public const int PlainWidth = 120;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where messages and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether a person reads the results on a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the messages on a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>How many characters a line of results has.</summary>
    public int Width { get; init; } = PlainWidth;

    /// <summary>How many characters a line of progress has. Where only messages go to a terminal, its width is not known.</summary>
    public int ErrorWidth => OutputIsTerminal ? Width : 80;

    /// <summary>Whether a terminal understands ANSI codes; by default it is asked.</summary>
    public AnsiSupport TerminalAnsi { get; init; } = AnsiSupport.Detect;

    /// <summary>Whether colours are wanted: see no-color.org.</summary>
    public bool WantsColor => string.IsNullOrEmpty(Variable("NO_COLOR"));

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfThisProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        WorkingDirectory = Environment.CurrentDirectory,
        Variable = Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? PlainWidth : Math.Max(TerminalWidth(), 40),
    };

    /// <summary>A path as typed, from the working directory.</summary>
    public string Resolve(string path) => Path.Combine(WorkingDirectory, path);

    // Some terminals that are no real ones, such as those of build servers, say 0.
    private static int TerminalWidth() => Console.WindowWidth > 0 ? Console.WindowWidth : PlainWidth;
}
