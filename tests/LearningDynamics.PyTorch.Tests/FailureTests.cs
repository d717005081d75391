using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>Whatever is wrong with the interpreter is said in one message with the tail of its standard error.</summary>
public class FailureTests
{
    private const string Plan = "read plan";

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);
    private static readonly PyTorchOptions Impatient = new() { SilenceTimeout = Short };

    [ShellFact]
    public void An_interpreter_that_does_not_exist_is_named_with_what_to_do()
    {
        using var trainer = new PyTorchTrainer(new() { Interpreter = "/nowhere/python3" });
        AssertSays(trainer, "'/nowhere/python3' cannot be started", "Install Python 3 with torch", "LEARNINGDYNAMICS_PYTHON");
        Assert.False(trainer.Presence().IsSupported);
        Assert.Equal("absent", trainer.Version);
    }

    [ShellFact]
    public void An_interpreter_that_ends_at_once_shows_its_exit_code_and_standard_error() =>
        AssertSays(["echo 'bad option -u' >&2", "exit 3"], "exit code 3", "Its standard error ends with:", "bad option -u");

    [ShellFact]
    public void Missing_torch_is_named_with_what_to_do() =>
        AssertSays(["read program", """echo '{"absent": "No module named torch", "python": "3.12.1"}'"""], "(Python 3.12.1) cannot import torch: No module named torch", "Install torch");

    [ShellFact]
    public void Too_old_a_torch_is_refused() =>
        AssertSays(["read program", """echo '{"torch": "1.9.1+cpu", "python": "3.7.0"}'""", Plan], "has torch 1.9.1+cpu; 1.13 or newer is needed");

    [ShellFact]
    public void A_version_that_is_none_is_refused() =>
        AssertSays(["read program", """echo '{"torch": "new", "python": "3.7.0"}'""", Plan], "has torch new; 1.13 or newer is needed");

    [ShellFact]
    public void Text_before_the_first_message_is_shown() =>
        AssertSays(["echo 'Welcome to Python!'", "cat > /dev/null"], "no message: 'Welcome to Python!'");

    [ShellFact]
    public void Text_between_the_messages_is_shown_with_the_tail_of_standard_error() =>
        AssertSays([FakeInterpreter.Greeting, Plan, "echo 'some warning' >&2", "sleep 0.2", "echo '%%%'", "cat > /dev/null"], "no message: '%%%'", "some warning");

    [ShellFact]
    public void An_interpreter_that_does_not_start_in_time_is_ended() =>
        AssertSays(Impatient with { StartTimeout = Short }, ["sleep 1000"], "took more than 0.5 seconds to start and import torch");

    [ShellFact]
    public void A_run_that_falls_silent_is_ended() =>
        AssertSays(Impatient, [FakeInterpreter.Greeting, Plan, "sleep 1000"], "took more than 0.5 seconds for the next result");

    [ShellFact]
    public void An_interpreter_that_does_not_read_its_plan_is_ended()
    {
        // More than a pipe holds.
        TrainingPlan large = Plans.Random(Loss.Squared) with { Network = Network.Create([3, 20_000, 2], Activation.Relu, Initialization.FanIn(), seed: 1) };
        using var interpreter = new FakeInterpreter(Impatient, FakeInterpreter.Greeting, "sleep 1000");
        Assert.Contains("took more than 0.5 seconds to read its input", Assert.Throws<TrainerException>(() => interpreter.Trainer.Train(large)).Message, StringComparison.Ordinal);
    }

    [ShellFact]
    public void A_crash_in_the_middle_shows_the_traceback() =>
        AssertSays([FakeInterpreter.Greeting, Plan, "echo 'Traceback: SystemError' >&2", "exit 1"], "ended before its work was done, with exit code 1", "Traceback: SystemError");

    [ShellFact]
    public void A_killed_process_is_told_from_a_crash() =>
        AssertSays([FakeInterpreter.Greeting, Plan, "kill -9 $$"], "was killed while it worked", "more memory than there is");

    [ShellFact]
    public void A_plan_that_torch_cannot_train_is_a_failure_with_torch_s_words() =>
        AssertSays([FakeInterpreter.Greeting, Plan, """echo '{"failed": "RuntimeError: not enough memory"}'""", "cat > /dev/null"], "could not train the plan: RuntimeError: not enough memory");

    [ShellFact]
    public void A_message_without_meaning_is_refused() =>
        AssertSays([FakeInterpreter.Greeting, Plan, "echo '{}'", "cat > /dev/null"], "means nothing here");

    [ShellFact]
    public void Numbers_that_cannot_be_read_are_refused() =>
        AssertSays([FakeInterpreter.Greeting, Plan, """echo '{"done": "AAAA"}'""", "cat > /dev/null"], "numbers that cannot be read");

    [ShellFact]
    public void Too_few_weights_are_refused() =>
        AssertSays([FakeInterpreter.Greeting, Plan, """echo '{"done": "AAAAAAAAAAA="}'""", "cat > /dev/null"], "wrong number of weights");

    [ShellFact]
    public void Only_the_last_lines_of_standard_error_are_shown()
    {
        using var interpreter = new FakeInterpreter("for i in $(seq 1 500); do echo \"line $i.\" >&2; done", "exit 1");
        string message = Message(interpreter.Trainer);
        Assert.Contains("line 500.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 400.", message, StringComparison.Ordinal);
    }

    [ShellFact]
    public void A_plan_that_is_not_valid_is_refused_before_anything_starts()
    {
        using var trainer = new PyTorchTrainer(new() { Interpreter = "/nowhere/python3" });
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Train(Plans.Random(Loss.Squared) with { LearningRate = -1 }));
    }

    [Fact]
    public void Options_outside_their_domain_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PyTorchTrainer(new() { Interpreter = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PyTorchTrainer(new() { StartTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PyTorchTrainer(new() { SilenceTimeout = TimeSpan.MaxValue }));
    }

    [TorchFact]
    public void Torch_running_out_of_memory_is_a_failure_in_its_words()
    {
        // A layer without a bias of 10^5 x 10^5 would take 80 GB as a matrix; the plan has it as activations of 10^6 examples.
        var random = new Numerics.RandomStream(1);
        using var trainer = new PyTorchTrainer(new() { Interpreter = LimitedInterpreter(out string folder) });
        try
        {
            double[][] inputs = [.. Enumerable.Range(0, 20_000).Select(_ => new[] { random.NextNormal() })];
            var plan = new TrainingPlan
            {
                Network = Network.Create([1, 20_000, 1], Activation.Relu, Initialization.FanIn(), seed: 1),
                Data = Data.Dataset.FromExamples(inputs, [.. inputs.Select(input => input[0])]),
                Loss = Loss.Squared,
                LearningRate = 1e-6,
                Steps = 1,
            };
            Assert.Contains("could not train the plan: RuntimeError", Assert.Throws<TrainerException>(() => trainer.Train(plan)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The real interpreter with 2 GB of address space, which torch needs less than half of.</summary>
    private static string LimitedInterpreter(out string folder)
    {
        folder = Directory.CreateTempSubdirectory("limited-").FullName;
        string path = Path.Combine(folder, "python3");
        File.WriteAllText(path, $"#!/bin/sh\nulimit -v 3000000\nexec {new PyTorchOptions().Interpreter} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private static void AssertSays(string[] script, params string[] parts) => AssertSays(new(), script, parts);

    private static void AssertSays(PyTorchOptions options, string[] script, params string[] parts)
    {
        using var interpreter = new FakeInterpreter(options, script);
        AssertSays(interpreter.Trainer, parts);
    }

    private static void AssertSays(PyTorchTrainer trainer, params string[] parts)
    {
        string message = Message(trainer);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private static string Message(PyTorchTrainer trainer) => Assert.Throws<TrainerException>(() => trainer.Train(Plans.Random(Loss.Squared))).Message;
}
