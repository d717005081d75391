using System.CommandLine;
using LearningDynamics.Conformance;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary><c>conformance</c>: the acid test of a trainer.</summary>
internal static class ConformanceVerb
{
    private const string StandardDirectory = "artifacts";

    public static Command Create(HostedProgram program)
    {
        var trainer = new TrainerOptions("to test");
        var directory = new Option<string?>("--out") { HelpName = "DIR", Description = $"Write conformance.md and conformance.json into this folder. Standard: {StandardDirectory}." };
        var format = new Option<string?>("--format") { HelpName = "table|json", Description = "With json, standard output carries only that." };
        var command = new Command("conformance", "Asks a trainer to carry plans out whose results are known exactly.");
        foreach (Option option in (Option[])[.. trainer.All, directory, format])
            command.Add(option);
        command.SetAction(parse =>
        {
            OutputFormat shown = OptionText.Format(parse.GetValue(format), OutputFormat.Table, OutputFormat.Json);
            string folder = OptionText.Directory(parse.GetValue(directory)) ?? StandardDirectory;
            return Run(program, trainer.Read(parse, new TrainerRegistry(program.FurtherTrainers)), folder, shown);
        });
        return command;
    }

    private static int Run(HostedProgram program, ITrainer trainer, string directory, OutputFormat format)
    {
        Surroundings outside = program.Surroundings;
        // A folder that cannot be written is better known before the work than after it.
        string folder = Directory.CreateDirectory(outside.Resolve(directory)).FullName;
        var page = new ConformancePage(new TextPage(outside));
        ConformanceRun run;
        try
        {
            run = ConformanceSuite.Run(trainer, format == OutputFormat.Table ? page : null, program.Cancellation);
        }
        catch (OperationCanceledException)
        {
            outside.Error.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }

        ConformanceReport.WriteFiles(folder, run);
        if (format == OutputFormat.Json)
            JsonOutput.Write(outside.Output, json => ConformanceReport.Write(json, run));
        else
            page.WriteTotal(run);
        (format == OutputFormat.Json ? outside.Error : outside.Output).WriteLine(Path.Combine(directory, "conformance.md"));
        return run.Passed ? ExitCode.Success : ExitCode.CheckFailed;
    }
}
