using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

/// <summary>No process outlives its use.</summary>
public class ProcessTests
{
    private static readonly string[] Sleeper = [Record("$$"), FakeInterpreter.Greeting, "read plan", "sleep 1000 &", Record("$!"), "wait"];

    [ShellFact]
    public void A_cancelled_run_ends_the_interpreter_and_what_it_started()
    {
        using var interpreter = new FakeInterpreter(Sleeper);
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.ThrowsAny<OperationCanceledException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared), cancellation: source.Token));
        AssertAllEnd(interpreter, 2);
    }

    [ShellTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_to_the_program_ends_the_interpreter_and_what_it_started(string signal)
    {
        using var interpreter = new FakeInterpreter(Sleeper);
        var start = new ProcessStartInfo("dotnet", [typeof(ProcessTests).Assembly.Location, "conformance", "--trainer", "pytorch", "--out", Path.GetDirectoryName(interpreter.Path)!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[PyTorchOptions.InterpreterVariable] = interpreter.Path;
        using Process program = Process.Start(start)!;
        Assert.True(SpinWait.SpinUntil(() => File.Exists(interpreter.Processes) && File.ReadAllLines(interpreter.Processes).Length == 2, TimeSpan.FromMinutes(1)));
        Send(signal, program.Id);
        program.WaitForExit();
        Assert.Equal(130, program.ExitCode);
        AssertAllEnd(interpreter, 2);
    }

    [ShellFact]
    public void A_run_that_was_cancelled_before_it_began_starts_nothing()
    {
        using var interpreter = new FakeInterpreter(Sleeper);
        Assert.ThrowsAny<OperationCanceledException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared), cancellation: new(canceled: true)));
        Assert.False(File.Exists(interpreter.Processes));
    }

    [ShellFact]
    public void A_time_out_ends_the_interpreter_and_what_it_started()
    {
        using var interpreter = new FakeInterpreter(new() { SilenceTimeout = TimeSpan.FromSeconds(0.5) }, Sleeper);
        Assert.Throws<TrainerException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared)));
        AssertAllEnd(interpreter, 2);
    }

    [ShellFact]
    public void An_observer_that_throws_ends_the_interpreter()
    {
        using var interpreter = new FakeInterpreter(Sleeper);
        Assert.Throws<InvalidTimeZoneException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared), (_, _) => throw new InvalidTimeZoneException()));
        AssertAllEnd(interpreter, 1);
    }

    [ShellFact]
    public void Disposing_the_trainer_ends_what_is_idle()
    {
        using var interpreter = new FakeInterpreter(Sleeper);
        Assert.True(interpreter.Trainer.Presence().IsSupported);
        interpreter.Trainer.Dispose();
        AssertAllEnd(interpreter, 1);
        Assert.Throws<ObjectDisposedException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared)));
    }

    [ShellFact]
    public void One_process_serves_plan_after_plan()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared);
        string zeros = Convert.ToBase64String(new byte[sizeof(double) * plan.Network.ParameterCount]);
        using var interpreter = new FakeInterpreter(Record("$$"), FakeInterpreter.Greeting, $$"""while read plan; do echo '{"done": "{{zeros}}"}'; done""");
        for (int run = 0; run < 3; run++)
            Assert.All(interpreter.Trainer.Train(plan).Network.Parameters(), weight => Assert.Equal(0, weight));
        Assert.Single(File.ReadAllLines(interpreter.Processes));
    }

    [ShellFact]
    public void A_run_that_is_cancelled_while_the_interpreter_starts_ends_it_and_the_next_run_starts_another()
    {
        using var interpreter = new FakeInterpreter(Record("$$"), "sleep 1000");
        for (int run = 0; run < 2; run++)
        {
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            Assert.ThrowsAny<OperationCanceledException>(() => interpreter.Trainer.Train(Plans.Random(Loss.Squared), cancellation: source.Token));
        }

        AssertAllEnd(interpreter, 2);
    }

    [ShellFact]
    public void A_run_whose_plan_is_not_read_can_be_cancelled()
    {
        // More than a pipe holds.
        TrainingPlan large = Plans.Random(Loss.Squared) with { Network = Network.Create([3, 20_000, 2], Activation.Relu, Initialization.FanIn(), seed: 1) };
        using var interpreter = new FakeInterpreter(Record("$$"), FakeInterpreter.Greeting, "sleep 1000");
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        Assert.ThrowsAny<OperationCanceledException>(() => interpreter.Trainer.Train(large, cancellation: source.Token));
        AssertAllEnd(interpreter, 1);
    }

    [TorchFact]
    public void A_cancelled_run_does_not_harm_the_next()
    {
        using var trainer = new PyTorchTrainer();
        using var source = new CancellationTokenSource();
        TrainingPlan endless = Plans.Random(Loss.Logistic) with { Steps = 1L << 40, LearningRate = 1e-6, ObservationSteps = ObservationSteps.Every(100) };
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Train(endless, (step, _) => CancelAt(500, step, source), cancellation: source.Token));
        Assert.Equal(1, trainer.Train(Plans.Random(Loss.Squared) with { Steps = 1 }).Steps);
    }

    [TorchFact]
    public void Python_ends_when_the_program_that_started_it_is_gone_in_the_middle_of_a_run()
    {
        // Killed outright, a program can end nothing: Python itself finds its pipes closed.
        TrainingPlan endless = Plans.Random(Loss.Logistic) with { Steps = 1L << 40, LearningRate = 1e-6 };
        using Process python = Interpreter.Launch(new());
        python.StandardInput.WriteLine(JsonSerializer.Serialize(Interpreter.Source(), ProtocolJson.Default.String));
        python.StandardInput.WriteLine(JsonSerializer.Serialize(PlanMessage.Of(endless, "cpu", observed: false), ProtocolJson.Default.PlanMessage));
        Assert.Contains("torch", python.StandardOutput.ReadLine(), StringComparison.Ordinal);

        // Ctrl+C reaches it too, and is not its business.
        Send("INT", python.Id);
        Assert.Contains("step", python.StandardOutput.ReadLine(), StringComparison.Ordinal);
        python.StandardInput.Close();
        python.StandardOutput.Close();
        python.StandardError.Close();
        Assert.True(python.WaitForExit(TimeSpan.FromSeconds(20)));
    }

    private static void Send(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Lets a script write down the number of a process.</summary>
    private static string Record(string process) => $"echo {process} >> \"$(dirname \"$0\")/processes\"";

    private static void CancelAt(long limit, long step, CancellationTokenSource source)
    {
        if (step >= limit)
            source.Cancel();
    }

    private static void AssertAllEnd(FakeInterpreter interpreter, int atLeast)
    {
        string[] processes = File.ReadAllLines(interpreter.Processes);
        Assert.True(processes.Length >= atLeast);
        Assert.All(processes, process => Assert.True(SpinWait.SpinUntil(() => IsGone(process), TimeSpan.FromSeconds(10)), $"Process {process} is still there."));
    }

    private static bool IsGone(string process)
    {
        try
        {
            // A child that nobody has waited for yet is a zombie: it no longer runs.
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return found.HasExited || File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return true;
        }
    }
}
