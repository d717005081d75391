using System.Collections.Immutable;
using System.Text.Json;
using LearningDynamics.Training;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Shows the trainers of a program: those that are there, what the others need, and what each supports. For that each is started.</summary>
internal static class TrainerList
{
    public const string Schema = "learning-dynamics/trainer/1";

    public static void Write(HostedProgram program, bool json)
    {
        ImmutableArray<ITrainer> trainers = new TrainerRegistry(program.FurtherTrainers).Trainers;
        if (json)
            JsonOutput.Write(program.Surroundings.Output, writer => Write(writer, trainers));
        else
            Write(new TextPage(program.Surroundings), trainers);
    }

    private static void Write(TextPage page, ImmutableArray<ITrainer> trainers)
    {
        Table table = TextTable.Create("trainer", "version", "devices");
        foreach (ITrainer trainer in trainers)
            table.AddTexts(trainer.Name, trainer.Version, string.Join(", ", Devices(trainer)));
        page.Table(table);
        foreach (ITrainer trainer in trainers.Where(trainer => !trainer.Presence().IsSupported))
        {
            page.Line();
            page.Heading($"{trainer.Name} is absent");
            page.Paragraph(trainer.Presence().Missing!, indent: 2);
        }

        page.Line();
        WriteFeatures(page, trainers);
    }

    private static void WriteFeatures(TextPage page, ImmutableArray<ITrainer> trainers)
    {
        Table table = TextTable.Create(["kind", "feature", .. trainers.Select(trainer => trainer.Name)]);
        ImmutableArray<TrainerFeature>[] columns = [.. trainers.Select(TrainerFeatures.Of)];
        for (int row = 0; row < columns[0].Length; row++)
        {
            TrainerFeature feature = columns[0][row];
            string kind = row > 0 && columns[0][row - 1].Kind == feature.Kind ? string.Empty : feature.Kind;
            table.AddTexts([kind, feature.Name, .. columns.Select(column => column[row].IsSupported ? "yes" : "-")]);
        }

        page.Table(table);
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<ITrainer> trainers)
    {
        json.WriteStartArray();
        foreach (ITrainer trainer in trainers)
            Write(json, trainer);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ITrainer trainer)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("trainer", trainer.Name);
        json.WriteString("version", trainer.Version);
        json.WriteBoolean("present", trainer.Presence().IsSupported);
        json.WriteString("missing", trainer.Presence().Missing);
        json.WriteStartArray("devices");
        foreach (string device in Devices(trainer))
            json.WriteStringValue(device);
        json.WriteEndArray();
        json.WriteStartArray("features");
        foreach (TrainerFeature feature in TrainerFeatures.Of(trainer))
        {
            json.WriteStartObject();
            json.WriteString("kind", feature.Kind);
            json.WriteString("name", feature.Name);
            json.WriteBoolean("supported", feature.IsSupported);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IReadOnlyList<string> Devices(ITrainer trainer) => trainer is IDeviceTrainer chooser ? chooser.Devices : ["cpu"];
}
