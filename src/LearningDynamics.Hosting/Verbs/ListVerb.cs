using System.CommandLine;
using LearningDynamics.Experiments;

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
                TrainerList.Write(program, json);
            else if (json)
                WriteJson(program);
            else
                Write(new TextPage(program.Surroundings), program.Catalog);
            return ExitCode.Success;
        });
        return command;
    }

    private static void WriteJson(HostedProgram program) => JsonOutput.Write(program.Surroundings.Output, json =>
    {
        json.WriteStartArray();
        foreach (ExperimentDescriptor experiment in program.Catalog.Experiments)
            CatalogJson.Write(json, experiment);
        json.WriteEndArray();
    });

    private static void Write(TextPage page, ExperimentCatalog catalog)
    {
        foreach (ExperimentDescriptor experiment in catalog.Experiments)
        {
            page.Heading(experiment.Id);
            page.Paragraph(Summary(experiment), indent: 2);
            page.Paragraph($"Routes: {Routes(experiment)}", indent: 2);
            if (!experiment.Presets.IsEmpty)
                page.Paragraph($"Presets: {string.Join(", ", experiment.Presets.Select(preset => preset.Name))}", indent: 2);
        }
    }

    private static string Routes(ExperimentDescriptor experiment) => string.Join(", ", experiment.Routes.Select(route => route.Name()));

    private static string Summary(ExperimentDescriptor experiment) => (experiment.IsLong ? "(long) " : string.Empty) + experiment.Summary;
}
