using System.CommandLine;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary><c>check GLOB...</c>: lets the routes of experiments check each other, and writes a report. Without a pattern it takes everything that is not long.</summary>
internal static class CheckVerb
{
    public static Command Create(HostedProgram program)
    {
        var options = new RunOptions(ArgumentArity.ZeroOrMore, standardDirectory: "artifacts");
        var command = new Command("check", "Cross-checks the routes of experiments against each other, and writes a report. Without GLOB: everything that is not long.");
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var execution = Execution.Of(program, options.Read(parse, new TrainerRegistry(program.FurtherTrainers)), parse);
            Show(program.Surroundings, execution);
            execution.WriteReport();
            if (!string.IsNullOrEmpty(program.Surroundings.Variable("GITHUB_STEP_SUMMARY")))
                StepSummary.Append(execution.Outcome.Results);
            return execution.Finish(requireComparison: true);
        });
        return command;
    }

    private static void Show(Surroundings surroundings, Execution execution)
    {
        ResultSet results = execution.Outcome.Results;
        switch (execution.Request.Format)
        {
            case OutputFormat.Json:
                JsonOutput.Write(surroundings.Output, json => RunJsonWriter.Write(json, results));
                break;
            case OutputFormat.Csv:
                VerdictsCsv.Write(surroundings.Output, results);
                break;
            default:
                var verdicts = new VerdictPage(new TextPage(surroundings), execution.Repeat);
                verdicts.Write(results.Runs);
                verdicts.WriteTotal(results);
                break;
        }
    }
}
