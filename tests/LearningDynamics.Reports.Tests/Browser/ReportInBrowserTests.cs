using Microsoft.Playwright;

namespace LearningDynamics.Reports.Tests;

public sealed class ReportInBrowserTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Every_plot_draws_and_the_console_is_clean()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich);

        Assert.Equal(SampleFigures.OfRich, await report.Count(".plot.js-plotly-plot"));
        Assert.Empty(report.Messages);
    }

    [BrowserFact]
    public async Task Every_plot_shows_a_line_or_a_map()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich);

        await Assertions.Expect(report.Page.Locator(".plot:has(.scatterlayer .trace path, .heatmaplayer image)")).ToHaveCountAsync(SampleFigures.OfRich);
    }

    [BrowserFact]
    public async Task Nothing_is_requested_but_the_page_itself()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich);

        string only = Assert.Single(report.Requests, request => !request.StartsWith("data:", StringComparison.Ordinal) && !request.StartsWith("blob:", StringComparison.Ordinal));
        Assert.StartsWith("file://", only, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task No_button_of_a_plot_sends_data_anywhere()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Passing);

        string[] titles = await report.Page.Locator(".modebar-btn").EvaluateAllAsync<string[]>("buttons => [...new Set(buttons.map(button => button.dataset.title))]");

        Assert.Equal(["Download plot", "Zoom", "Pan", "Zoom in", "Zoom out", "Autoscale"], titles);
    }

    [BrowserFact]
    public async Task A_hostile_name_is_shown_and_not_run()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Hostile);

        Assert.Empty(report.Messages);
        Assert.Equal(0, await report.Count("img"));
        Assert.Contains("</script><img src=x", await report.Page.InnerTextAsync("h2 >> nth=1"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Choosing_a_point_a_route_and_a_time_axis_redraws_without_a_message()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich);
        ILocator plot = report.Page.Locator(".plot[data-name=Logit]").First;
        int ofAllPoints = await plot.Locator(".scatterlayer .trace").CountAsync();

        await report.Page.SelectOptionAsync("select", "1");
        int ofOnePoint = await plot.Locator(".scatterlayer .trace").CountAsync();
        await report.Page.Locator("label:has-text('trained') input").First.UncheckAsync();
        int ofTwoRoutes = await plot.Locator(".scatterlayer .trace").CountAsync();
        await report.Page.Locator("label:has-text('logarithmic time') input").First.CheckAsync();

        Assert.Equal((18, 6, 3), (ofAllPoints, ofOnePoint, ofTwoRoutes));
        Assert.Equal("log", await plot.EvaluateAsync<string>("plot => plot.layout.xaxis.type"));
        Assert.Empty(report.Messages);
    }

    [BrowserFact]
    public async Task A_narrow_window_does_not_scroll_sideways()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich, width: 360);

        Assert.True(await report.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
    }

    [BrowserFact]
    public async Task Plots_fit_their_place_when_the_window_becomes_narrow_and_on_paper()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich);
        const string Wider = "() => [...document.querySelectorAll('.plot')].filter(plot => plot.querySelector('.main-svg').clientWidth > plot.clientWidth).length";

        await report.Page.SetViewportSizeAsync(700, 900);
        await Assertions.Expect(report.Page.Locator(".plot .main-svg").First).ToHaveAttributeAsync("width", new System.Text.RegularExpressions.Regex("^6[0-9]{2}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        int widerInWindow = await report.Page.EvaluateAsync<int>(Wider);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        int widerOnPaper = await report.Page.EvaluateAsync<int>(Wider);

        Assert.Equal((0, 0), (widerInWindow, widerOnPaper));
    }

    [BrowserFact]
    public async Task Plots_follow_the_colour_scheme_and_print_in_light_colours()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Rich, ColorScheme.Dark);
        ILocator plot = report.Page.Locator(".plot").First;
        const string Colour = "plot => plot.layout.font.color";

        string dark = await plot.EvaluateAsync<string>(Colour);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        string printed = await plot.EvaluateAsync<string>(Colour);

        Assert.NotEqual(dark, printed);
        Assert.Equal("#1b1f24", printed);
        Assert.Empty(report.Messages);
    }

    [BrowserFact]
    public async Task Beside_declared_figures_the_others_are_folded_away_and_draw_when_they_are_unfolded()
    {
        await using ReportPage report = await ReportPage.Open(browser, SampleResults.Declared, width: 360);
        const string Drawn = ".every .plot.js-plotly-plot";
        int before = await report.Count(Drawn);

        await report.Page.Locator(".every > summary").First.ClickAsync();

        await Assertions.Expect(report.Page.Locator(Drawn)).ToHaveCountAsync(await report.Page.Locator(".every").First.Locator(".plot").CountAsync());
        Assert.Equal(0, before);
        Assert.True(await report.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(report.Messages);
    }
}
