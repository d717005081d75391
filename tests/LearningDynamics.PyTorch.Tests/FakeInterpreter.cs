namespace LearningDynamics.PyTorch.Tests;

/// <summary>A shell script in the place of Python: for what a real one does only when something breaks.</summary>
internal sealed class FakeInterpreter : IDisposable
{
    /// <summary>What a healthy interpreter says first, after the program has come in.</summary>
    public const string Greeting = """read program; echo '{"torch": "2.1.0", "python": "3.11.2"}'""";

    private readonly string folder = Directory.CreateTempSubdirectory("interpreter-").FullName;

    public FakeInterpreter(params string[] script)
        : this(new PyTorchOptions(), script)
    {
    }

    public FakeInterpreter(PyTorchOptions options, params string[] script)
    {
        Path = System.IO.Path.Combine(folder, "python3");
        File.WriteAllText(Path, "#!/bin/sh\n" + string.Join('\n', script) + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Trainer = new PyTorchTrainer(options with { Interpreter = Path });
    }

    public string Path { get; }

    public PyTorchTrainer Trainer { get; }

    /// <summary>Where the script may write the numbers of its processes.</summary>
    public string Processes => System.IO.Path.Combine(folder, "processes");

    public void Dispose()
    {
        Trainer.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
