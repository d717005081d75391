using System.CommandLine;
using LearningDynamics.Experiments;
using LearningDynamics.Training;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary><c>list</c>: the experiments, or the trainers.</summary>
internal static class ListVerb
{
    public static Command Create(HostedProgram program)
    {
        var trainers = new Option<bool>("--trainers") { Description = "Show the trainers instead." };
        var format = new Option<string?>("--format") { HelpName = "table|json", Description = "With json, standard output carries only that." };
        var command = new Command("list", "Shows the experiments.") { trainers, format };
        command.SetAction(parse =>
        {
            bool json = OptionText.Format(parse.GetValue(format), OutputFormat.Table, OutputFormat.Json) == OutputFormat.Json;
            if (parse.GetValue(trainers))
                WriteTrainers(program);
            else if (json)
                WriteJson(program);
            else
                WriteTable(program);
            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteTrainers(HostedProgram program)
    {
        Table table = TextTable.Create("trainer", "version");
        foreach (ITrainer trainer in new TrainerRegistry(program.FurtherTrainers).Trainers)
            table.AddTexts(trainer.Name, trainer.Version);
        new TextPage(program.Surroundings).Table(table);
    }

    private static void WriteJson(HostedProgram program) => JsonOutput.Write(program.Surroundings.Output, json =>
    {
        json.WriteStartArray();
        foreach (ExperimentDescriptor experiment in program.Catalog.Experiments)
            CatalogJson.Write(json, experiment);
        json.WriteEndArray();
    });

    private static void WriteTable(HostedProgram program)
    {
        Table table = TextTable.Create("experiment", "routes", "summary");
        foreach (ExperimentDescriptor experiment in program.Catalog.Experiments)
        {
            table.AddTexts(
                experiment.Id,
                string.Join(", ", experiment.Routes.Select(route => route.Name())),
                (experiment.IsLong ? "(long) " : string.Empty) + experiment.Summary);
        }

        new TextPage(program.Surroundings).Table(table);
    }
}
