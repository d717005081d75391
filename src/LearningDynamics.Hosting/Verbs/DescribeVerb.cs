using System.CommandLine;
using LearningDynamics.Experiments;

namespace LearningDynamics.Hosting;

/// <summary><c>describe ID</c>: everything that is known of an experiment without running it.</summary>
internal static class DescribeVerb
{
    public static Command Create(HostedProgram program)
    {
        var id = new Argument<string>("ID") { Description = "The experiment." };
        var format = new Option<string?>("--format") { HelpName = "table|json", Description = "With json, standard output carries only that." };
        var command = new Command("describe", "Shows an experiment's parameters, routes, observables, findings and cross-checks.") { id, format };
        command.SetAction(parse =>
        {
            OptionNames.RequireNone([parse.GetRequiredValue(id)], command);
            ExperimentDescriptor experiment = program.Catalog.Find(parse.GetRequiredValue(id));
            if (OptionText.Format(parse.GetValue(format), OutputFormat.Table, OutputFormat.Json) == OutputFormat.Json)
                JsonOutput.Write(program.Surroundings.Output, json => CatalogJson.Write(json, experiment));
            else
                DescribePage.Write(new TextPage(program.Surroundings), experiment);
            return ExitCode.Success;
        });
        return command;
    }
}
