using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using LearningDynamics.Experiments;

namespace LearningDynamics.Reports;

/// <summary>Writes the declared figures of a report as images, as the report's own page draws them.</summary>
public static partial class FigureImages
{
    /// <summary>
    /// Writes an image of each declared figure that the results fill, named after the experiment, the preset of the run, if it has one, and the figure's title: <c>tachet2018-depth-figure-4.png</c>. Colours are those of the light page. Tables are none.
    /// </summary>
    /// <param name="report">The directory of a report, with its <c>report.html</c>.</param>
    /// <param name="directory">Where the images go; created where it is missing. Images of the same names are replaced.</param>
    /// <param name="format">The format.</param>
    /// <param name="chromium">The browser that draws, Chromium or a relative of it; null for the one that is installed.</param>
    /// <returns>The paths of the images, in the order of the report.</returns>
    /// <exception cref="UsageException">There is no report, or no browser.</exception>
    /// <exception cref="IOException">The browser did not draw every figure, or an image cannot be written.</exception>
    public static ImmutableArray<string> Write(string report, string directory, ImageFormat format = ImageFormat.Png, string? chromium = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(report);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string page = Path.GetFullPath(ReportFiles.In(report).Html);
        if (!File.Exists(page))
            throw new UsageException($"There is no '{page}'. Name a directory that an earlier run wrote its report to.");
        string browser = chromium ?? Chromium.Installed()
            ?? throw new UsageException("Images are drawn by Chromium, and none was found. Install it, or name it with the environment variable CHROMIUM.");

        int expected = Place().Count(File.ReadAllText(page));
        if (expected == 0)
            return [];
        MatchCollection images = Image().Matches(Chromium.DumpOf(browser, $"{new Uri(page).AbsoluteUri}#images-{Extension(format)}"));
        if (images.Count != expected)
            throw new IOException($"'{browser}' drew {images.Count} of the {expected} figures of '{page}'.");
        Directory.CreateDirectory(directory);
        return [.. images.Select(image => Save(image, directory))];
    }

    private static string Save(Match image, string directory)
    {
        string path = Path.Combine(directory, Path.GetFileName(image.Groups["name"].Value));
        byte[] content = image.Groups["base64"].Success
            ? Convert.FromBase64String(image.Groups["data"].Value)
            : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(image.Groups["data"].Value));
        AtomicFile.Write(path, stream => stream.Write(content));
        return path;
    }

    private static string Extension(ImageFormat format) => format switch
    {
        ImageFormat.Png => "png",
        ImageFormat.Svg => "svg",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "An image is Png or Svg."),
    };

    /// <summary>The place of a declared figure, as the report's page has it.</summary>
    [GeneratedRegex("<div class=\"plot declared\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();

    /// <summary>An image, as the page's script adds it.</summary>
    [GeneratedRegex("<a download=\"(?<name>[a-z0-9-]+\\.(png|svg))\" href=\"data:image/[a-z+]+(?<base64>;base64)?,(?<data>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Image();
}
