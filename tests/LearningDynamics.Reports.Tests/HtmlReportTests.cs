using System.Text.Json;
using System.Text.RegularExpressions;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class HtmlReportTests
{
    private static readonly PlotLibrary Embedded = PlotLibrary.OfThisBuild with { Source = "const Plotly = {};" };

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public void Every_experiment_has_a_section_and_a_line_in_the_overview()
    {
        string html = Render(SampleResults.Rich);

        Assert.Equal(3, Matches(html, "<section class=\"experiment\"").Count);
        Assert.Equal(3, Matches(html, "<th scope=\"row\"><a href=\"#experiment-sample%2F").Count);
        Assert.Contains("Failed: 1 of 3 experiments and 6 of 7 cross-checks passed.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_has_its_place()
    {
        Assert.Equal(SampleFigures.OfRich, Matches(Render(SampleResults.Rich), "<div class=\"plot\"").Count);
    }

    [Fact]
    public void A_declared_figure_has_its_place_with_title_and_caption_and_says_what_is_missing()
    {
        string html = Render(SampleResults.Declared);

        Assert.Equal(DeclaredRuns.Plots, Matches(html, "<div class=\"plot declared\"").Count);
        Assert.Contains("<figcaption><b>Over time</b> <span>A family &lt;by&gt; its rate.</span></figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Over time. A family &lt;by&gt; its rate. (Logit over time)\" data-kind=\"declared\" data-figure=\"0\" data-image=\"declared-families-figure-3-over-time\"", html, StringComparison.Ordinal);
        Assert.Contains("<b>Of a preset</b> is not drawn. It belongs to the preset figure-3: add --preset figure-3.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<b>Nothing</b> is not drawn. No route gave Absent.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<b>Over one value</b> is not drawn. It is drawn over OutputWeight, which has one value in this run.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declared_table_has_a_row_for_each_point_and_spreads_behind_the_values()
    {
        string html = Render(SampleResults.Declared);

        Assert.Contains("<caption>Table of times. In numbers.</caption>\n<thead><tr><th scope=\"col\" class=\"number\">Loss</th><th scope=\"col\" class=\"number\">Rate</th><th scope=\"col\" class=\"number\">Time (closed-form)</th>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td class=\"number\">Hinge</td><td class=\"number\">2</td><td class=\"number\">0.75 ± 0.03</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_stands_with_its_symbol_and_its_meaning()
    {
        Assert.Contains("<tr><th scope=\"row\">InputNorm</th><td>||x||</td><td>0.5, 1, 2</td><td>Norm of the inputs.</td></tr>", Render(SampleResults.Rich), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_the_results_becomes_markup()
    {
        string page = PageWithoutScripts(SampleResults.Hostile);

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"quoted\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#x27;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_carries_the_results_and_no_text_ends_their_block()
    {
        Match block = Assert.Single(Matches(Render(SampleResults.Hostile), "<script type=\"application/json\" id=\"results\">([^<]*)</script>"));

        ResultSet read = RunJsonReader.ReadResults(System.Text.Encoding.UTF8.GetBytes(block.Groups[1].Value));

        Assert.Equal(SampleResults.Hostile.Runs[0].Id, read.Runs[0].Id);
        Assert.Equal(SampleResults.Hostile.VerdictCount, read.VerdictCount);
    }

    [EmbeddedLibraryFact]
    public void The_plotting_library_is_embedded_in_the_version_of_the_package_file()
    {
        using var package = JsonDocument.Parse(PageAssets.Read("package.json"));
        string version = package.RootElement.GetProperty("dependencies").GetProperty("plotly.js-cartesian-dist-min").GetString()!;

        Assert.Contains($"v{version}", PlotLibrary.OfThisBuild.Source!.AsSpan(0, 200).ToString(), StringComparison.Ordinal);
        Assert.Equal($"https://cdn.jsdelivr.net/npm/plotly.js-cartesian-dist-min@{version}/plotly-cartesian.min.js", PlotLibrary.OfThisBuild.Address);
    }

    [EmbeddedLibraryFact]
    public void No_script_could_end_its_own_block()
    {
        Assert.DoesNotContain("</script", PlotLibrary.OfThisBuild.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</script", PageAssets.Script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("</style", PageAssets.Style, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_embedded_library_leaves_nothing_to_load()
    {
        string html = Render(SampleResults.Rich);

        Assert.Empty(Matches(html, "<script[^>]* src="));
        Assert.DoesNotContain("http", Assert.Single(Matches(html, "Content-Security-Policy\" content=\"([^\"]*)\"")).Groups[1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_was_not_there_at_build_time_is_linked_and_allowed()
    {
        PlotLibrary linked = Embedded with { Source = null };

        string html = Render(SampleResults.Rich, linked);

        Assert.Contains($"<script src=\"{linked.Address}\"></script>", html, StringComparison.Ordinal);
        Assert.Contains($"script-src {PlotLibrary.Host} &#x27;sha256-", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_does_not_exist_is_a_dash()
    {
        string page = PageWithoutScripts(SampleResults.Passing);

        Assert.Contains("<tr><th scope=\"rowgroup\" colspan=\"4\">CollapseTime</th></tr>\n<tr><td class=\"number\">0.5</td><td class=\"number\">–</td>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>unknown</dt><dd>–</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_and_verdicts_that_failed_are_open_and_those_that_passed_are_folded()
    {
        Assert.DoesNotContain("<details class=\"point\" open>", Render(SampleResults.Passing), StringComparison.Ordinal);
        Assert.Equal(SampleResults.Hostile.Runs.Sum(run => run.Points.Length), Matches(Render(SampleResults.Hostile), "<details class=\"point\" open>").Count);
    }

    [Theory]
    [InlineData("table", "caption")]
    [InlineData("figure", "figcaption")]
    public void Every_table_and_figure_has_a_caption(string element, string caption)
    {
        string page = PageWithoutScripts(SampleResults.Rich);

        Assert.NotEmpty(Matches(page, $"<{element}[ >]"));
        Assert.Equal(Matches(page, $"<{element}[ >]").Count, Matches(page, $"<{caption}>").Count);
    }

    [Fact]
    public void An_experiment_without_declared_checks_has_a_badge_of_its_own()
    {
        string page = PageWithoutScripts(new(SampleResults.Environment, [SampleRuns.Shown]));

        Assert.Contains("<p class=\"headline shown\">Nothing to compare: 1 experiment shown.</p>", page, StringComparison.Ordinal);
        Assert.Equal(2, Matches(page, "<span class=\"badge\">not compared: only one route</span>").Count);
        Assert.DoesNotContain("✓", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_without_an_experiment_make_a_page_that_says_failed()
    {
        string page = PageWithoutScripts(SampleResults.Nothing);

        Assert.Contains("<title>Failed", page, StringComparison.Ordinal);
        Assert.Contains("Nothing was compared", page, StringComparison.Ordinal);
    }

    private static string Render(ResultSet results, PlotLibrary? library = null)
    {
        using var output = new StringWriter();
        HtmlReport.Write(output, results, library ?? Embedded);
        return output.ToString();
    }

    private static string PageWithoutScripts(ResultSet results)
    {
        string html = Render(results);
        return html[..html.IndexOf("<script", StringComparison.Ordinal)];
    }

    private static MatchCollection Matches(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.None, Limit);
}
