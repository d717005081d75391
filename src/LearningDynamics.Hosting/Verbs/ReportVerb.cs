using System.CommandLine;
using LearningDynamics.Experiments;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary><c>report DIR</c>: writes the report again from the results that are there, and its declared figures as images where that is asked for.</summary>
internal static class ReportVerb
{
    public static Command Create(HostedProgram program)
    {
        var directory = new Argument<string>("DIR") { Description = "A folder with the results.json of an earlier check or run." };
        var images = new Option<string?>("--images") { HelpName = "FOLDER", Description = "Also writes each declared figure as an image into this folder. Needs Chromium." };
        var format = new Option<string?>("--image-format") { HelpName = "png|svg", Description = "The format of the images. Standard: png." };
        var command = new Command("report", "Writes the report again from DIR/results.json.") { directory, images, format };
        command.SetAction(parse =>
        {
            string name = parse.GetRequiredValue(directory);
            OptionNames.RequireNone([name], command);
            ImageFormat imageFormat = OptionText.ImageFormat(parse.GetValue(format));
            string? folder = OptionText.Directory(parse.GetValue(images), images.Name);
            if (folder is null && parse.GetValue(format) is not null)
                throw new UsageException("--image-format needs --images FOLDER, where the images go.");
            Write(program.Surroundings, name);
            if (folder is not null)
                WriteImages(program.Surroundings, name, folder, imageFormat);
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

    private static void WriteImages(Surroundings surroundings, string directory, string folder, ImageFormat format)
    {
        var page = new TextPage(surroundings);
        string? chromium = surroundings.Variable("CHROMIUM") is { Length: > 0 } named ? named : null;
        foreach (string image in FigureImages.Write(surroundings.Resolve(directory), surroundings.Resolve(folder), format, chromium))
            page.Line(Path.Combine(folder, Path.GetFileName(image)));
    }
}
