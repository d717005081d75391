using System.CommandLine;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary><c>run GLOB...</c>: answers experiments and shows the numbers.</summary>
internal static class RunVerb
{
    public static Command Create(HostedProgram program)
    {
        var options = new RunOptions(ArgumentArity.OneOrMore, standardDirectory: null);
        var command = new Command("run", "Runs experiments and shows their observables, findings and cross-checks.");
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var execution = Execution.Of(program, options.Read(parse, new TrainerRegistry(program.FurtherTrainers)), parse);
            Show(program.Surroundings, execution);
            execution.WriteReport();
            return execution.Finish(requireComparison: false);
        });
        return command;
    }

    private static void Show(Surroundings surroundings, Execution execution)
    {
        ResultSet results = execution.Outcome.Results;
        switch (execution.Request.Format)
        {
            case OutputFormat.Json:
                JsonOutput.WriteAll(surroundings.Output, results.Runs, (json, run) => RunJsonWriter.Write(json, run, results.Environment));
                break;
            case OutputFormat.Csv:
                CurvesCsv.Write(surroundings.Output, results);
                break;
            default:
                ShowTables(new TextPage(surroundings), execution);
                break;
        }
    }

    private static void ShowTables(TextPage page, Execution execution)
    {
        var runs = new RunPage(page);
        foreach (ExperimentRun run in execution.Outcome.Results.Runs)
        {
            runs.Write(run);
            page.Line();
            if (run.Points.Any(point => !point.Checks.IsEmpty || !point.NotCompared.IsEmpty))
            {
                new VerdictPage(page, execution.Repeat).Write([run]);
                page.Line();
            }
        }
    }
}
