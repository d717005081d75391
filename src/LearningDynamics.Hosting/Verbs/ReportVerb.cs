using System.CommandLine;
using LearningDynamics.Experiments;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary><c>report DIR</c>: writes the report again from the results that are there.</summary>
internal static class ReportVerb
{
    public static Command Create(HostedProgram program)
    {
        var directory = new Argument<string>("DIR") { Description = "A folder with the results.json of an earlier check or run." };
        var command = new Command("report", "Writes the report again from DIR/results.json.") { directory };
        command.SetAction(parse =>
        {
            string name = parse.GetRequiredValue(directory);
            OptionNames.RequireNone([name], command);
            Write(program.Surroundings, name);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Surroundings surroundings, string directory)
    {
        string path = surroundings.Resolve(directory);
        if (!File.Exists(Path.Combine(path, "results.json")))
            throw new UsageException($"There is no results.json in '{directory}'. Name the folder that check or run wrote with --out.");
        ResultSet results = ReportWriter.Load(path);
        ReportWriter.Write(results, path);

        var page = new TextPage(surroundings);
        var verdicts = new VerdictPage(page, repeat: null);
        verdicts.Write(results.Runs);
        verdicts.WriteTotal(results);
        page.Line(Path.Combine(directory, "report.html"));
    }
}
