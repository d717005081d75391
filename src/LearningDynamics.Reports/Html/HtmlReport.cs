using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>
/// The report as one HTML page that opens from disk: tables as markup, the results once as JSON of the schema <c>learning-dynamics/results/1</c>, and a script that plots them. A content security
/// policy lets no other script run and nothing be loaded.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="results">The results.</param>
    public static void Write(TextWriter output, ResultSet results) => Write(output, results, PlotLibrary.OfThisBuild);

    /// <summary>Writes the page with the plotting library embedded or linked.</summary>
    internal static void Write(TextWriter output, ResultSet results, PlotLibrary library)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(results);
        var html = new HtmlWriter(output);
        WriteHead(html, results, library);
        html.Write($"""
            <body>
            <header>
            <h1>Learning dynamics report</h1>
            <p class="headline {(!results.Passed ? "failed" : results.VerdictCount > 0 ? "passed" : "shown")}">{Headline.Of(results)}</p>
            </header>
            <main>

            """);
        OverviewHtml.Write(html, results);
        for (int index = 0; index < results.Runs.Length; index++)
            ExperimentHtml.Write(html, results.Runs[index], index);
        EnvironmentHtml.Write(html, results.Environment);
        html.Write($"</main>\n<noscript><p>The plots need JavaScript. The tables are complete without it, and curves.csv holds the curves.</p></noscript>\n");
        WriteScripts(html, results, library);
        html.Write($"</body>\n</html>\n");
    }

    private static void WriteHead(HtmlWriter html, ResultSet results, PlotLibrary library)
    {
        ImmutableArray<string> scripts = [library.Source is null ? PlotLibrary.Host : Hash(library.Source), Hash(PageAssets.Script)];
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src {string.Join(' ', scripts)}">
            <title>{Headline.Outcome(results)} – Learning dynamics report</title>
            <style>

            """);
        html.WriteVerbatim(PageAssets.Style);
        html.Write($"</style>\n</head>\n");
    }

    private static void WriteScripts(HtmlWriter html, ResultSet results, PlotLibrary library)
    {
        html.Write($"<script type=\"application/json\" id=\"results\">");
        html.WriteVerbatim(Json(results));
        html.Write($"</script>\n");
        if (library.Source is null)
            html.Write($"<script src=\"{library.Address}\"></script>\n");
        else
            WriteScript(html, library.Source);
        WriteScript(html, PageAssets.Script);
    }

    private static void WriteScript(HtmlWriter html, string source)
    {
        html.Write($"<script>");
        html.WriteVerbatim(source);
        html.Write($"</script>\n");
    }

    /// <summary>The results as JSON; the writer escapes &lt;, &gt; and &amp;, so that no text can end the script block.</summary>
    private static string Json(ResultSet results)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            RunJsonWriter.Write(json, results);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Hash(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
