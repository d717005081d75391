using Microsoft.Playwright;

namespace LearningDynamics.Reports.Tests;

public sealed class DeclaredFiguresInBrowserTests(DeclaredReportFixture opened) : IClassFixture<DeclaredReportFixture>
{
    private const string LegendTexts = "[class^=legend][class$=text]";

    private ReportPage Report => opened.Report;

    [BrowserFact]
    public async Task Every_declared_figure_draws_something_and_the_console_is_clean()
    {
        await Assertions.Expect(Report.Page.Locator(".declared:has(.scatterlayer .trace path, .heatmaplayer image)")).ToHaveCountAsync(DeclaredRuns.Plots);
        Assert.Empty(Report.Messages);
    }

    [BrowserFact]
    public async Task A_family_has_a_colour_for_each_point_and_a_line_for_each_route()
    {
        string[] colours = await Traces("Over time", "traces.filter(trace => trace.mode === 'lines' && trace.y.length > 1).map(trace => trace.line.color)");
        string[] dashes = await Traces("Over time", "traces.filter(trace => trace.mode === 'lines' && trace.y.length > 1).map(trace => trace.line.dash)");

        Assert.Equal(12, colours.Length);
        Assert.Equal(6, colours.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2, dashes.Distinct(StringComparer.Ordinal).Count());
    }

    [BrowserFact]
    public async Task A_panel_of_each_value_has_its_title_and_the_legend_names_the_rest_by_symbol()
    {
        ILocator plot = Plot("Panels");

        Assert.Equal(["Loss = Hinge", "Loss = CrossEntropy"], await plot.EvaluateAsync<string[]>("plot => plot.layout.annotations.map(one => one.text)"));
        Assert.Equal(["η = 0.5", "η = 1", "η = 2", "closed-form", "flow", "trained"], await plot.Locator(LegendTexts).AllTextContentsAsync());
    }

    [BrowserFact]
    public async Task A_logarithmic_axis_leaves_out_what_is_not_above_zero()
    {
        double[] range = await Plot("Over time").EvaluateAsync<double[]>("plot => plot.layout.yaxis.range");

        Assert.True(range[0] > -3, $"At time 0 the values of the flow are 1e-12: no part of a picture over logarithmic time. The axis reaches down to 1e{range[0]}.");
    }

    [BrowserFact]
    public async Task Planes_have_a_panel_for_each_route_with_borders_on_them_and_the_same_colours()
    {
        Assert.Equal(["heatmap", "scatter", "scatter", "scatter", "heatmap", "scatter", "scatter", "scatter"], (await Traces("Outcome", "traces.filter(trace => !trace.showlegend).map(trace => trace.type)")));
        Assert.Equal(["Inactive", "Collapsed", "Learned", "Separatrix", "Hyperbolas"], await Plot("Outcome").Locator(LegendTexts).AllTextContentsAsync());
        Assert.Single((await Traces("Outcome", "traces.filter(trace => trace.type === 'heatmap').map(trace => JSON.stringify(trace.colorscale))")).Distinct(StringComparer.Ordinal));
    }

    [BrowserFact]
    public async Task Planes_of_numbers_of_two_names_have_a_bar_each_and_missing_cells_stay_blank()
    {
        Assert.Equal(2, await Plot("Numbers").Locator(".colorbar").CountAsync());
        Assert.Equal(["true", "true"], await Traces("Numbers", "traces.slice(0, 2).map(trace => String(trace.z[0].every(value => value === null)))"));
    }

    [BrowserFact]
    public async Task A_map_over_two_axes_can_be_curves_with_a_band_each()
    {
        Assert.Equal(["Epoch = 0", "Epoch = 10", "Epoch = 100"], await Plot("Kernel by epoch").Locator(LegendTexts).AllTextContentsAsync());
        Assert.Equal(3, (await Traces("Kernel by epoch", "traces.filter(trace => trace.fill === 'toself').map(trace => trace.fillcolor)")).Distinct(StringComparer.Ordinal).Count());
    }

    [BrowserFact]
    public async Task A_finding_over_choices_is_drawn_without_lines()
    {
        Assert.All(await Traces("Over the loss", "traces.filter(trace => !trace.showlegend).map(trace => trace.mode)"), mode => Assert.Equal("markers", mode));
    }

    [BrowserFact]
    public async Task An_inset_has_the_colours_of_the_figure()
    {
        const string Errors = "traces.filter(trace => trace.name?.startsWith('Error') && trace.mode === 'lines' && trace.y.length > 1).map(trace => trace.xaxis + ' ' + trace.line.color)";

        string[] lines = await Traces("With an inset", Errors);

        Assert.Equal(["x", "x9"], lines.Select(line => line.Split(' ')[0]));
        Assert.Single(lines.Select(line => line.Split(' ', 2)[1]).Distinct(StringComparer.Ordinal));
    }

    private ILocator Plot(string title) => Report.Page.Locator($"figure:has(figcaption b:text-is('{title}')) .plot");

    private Task<string[]> Traces(string title, string select) => Plot(title).EvaluateAsync<string[]>($"plot => {{ const traces = plot.data; return {select}; }}");
}
