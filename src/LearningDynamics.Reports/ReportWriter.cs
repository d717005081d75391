using System.Text;
using System.Text.Json;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Writes results into a directory, in every format, and reads them back.</summary>
public static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes <c>report.html</c>, <c>report.md</c>, <c>results.json</c>, <c>curves.csv</c> and <c>junit.xml</c>. The files depend on nothing but the results:
    /// no clock, no culture, no machine.
    /// </summary>
    /// <param name="results">The results.</param>
    /// <param name="directory">The directory; created where it is missing. Files of an earlier report are replaced, each at once.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="ArgumentException">The directory is empty text.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static ReportFiles Write(ResultSet results, string directory)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory.CreateDirectory(directory);
        ReportFiles files = ReportFiles.In(directory);
        AtomicFile.Write(files.Results, stream => WriteJson(stream, results));
        WriteText(files.Curves, output => CurvesCsv.Write(output, results));
        WriteText(files.Markdown, output => MarkdownReport.Write(output, results));
        WriteText(files.Html, output => HtmlReport.Write(output, results));
        AtomicFile.Write(files.JUnit, stream => JUnitReport.Write(stream, results));
        return files;
    }

    /// <summary>Reads the results that <see cref="Write"/> put into a directory.</summary>
    /// <param name="directory">The directory of a report.</param>
    /// <exception cref="UsageException">There is no <c>results.json</c>, or it is damaged or of another schema; the message says which.</exception>
    public static ResultSet Load(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        string path = ReportFiles.In(directory).Results;
        if (!File.Exists(path))
            throw new UsageException($"There is no '{path}'. Name a directory that an earlier run wrote its report to.");
        return RunJsonReader.ReadResults(File.ReadAllBytes(path));
    }

    private static void WriteJson(Stream stream, ResultSet results)
    {
        using (var json = new Utf8JsonWriter(stream, RunJsonWriter.Options))
            RunJsonWriter.Write(json, results);
        stream.WriteByte((byte)'\n');
    }

    private static void WriteText(string path, Action<TextWriter> write) => AtomicFile.Write(path, stream =>
    {
        using var output = new StreamWriter(stream, Utf8) { NewLine = "\n" };
        write(output);
    });
}
