using System.Collections.Concurrent;
using LearningDynamics.Runs;
using Microsoft.Playwright;

namespace LearningDynamics.Reports.Tests;

/// <summary>A report opened from disk in a headless browser, which keeps every message of the page and every request that it makes.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();

    private ReportPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Messages.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Messages.Add(error);
        page.Dialog += (_, dialog) => Messages.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What the page wrote to the console, its errors and its dialogs.</summary>
    public ConcurrentBag<string> Messages { get; } = [];

    /// <summary>What the page loaded, itself included.</summary>
    public ConcurrentBag<string> Requests { get; } = [];

    public static async Task<ReportPage> Open(BrowserFixture browser, ResultSet results, ColorScheme scheme = ColorScheme.Light, int width = 1200)
    {
        var report = new ReportPage(await browser.NewPage(scheme, width));
        string html = ReportWriter.Write(results, report.directory.Path).Html;
        await report.Page.GotoAsync(new Uri(html).AbsoluteUri);
        await report.WaitForPlots();
        return report;
    }

    public Task<int> Count(string selector) => Page.Locator(selector).CountAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        directory.Dispose();
    }

    private async Task WaitForPlots()
    {
        try
        {
            await Page.Locator(".plot:not(.js-plotly-plot):not(details:not([open]) *)").First.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 20_000 });
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"Not every plot drew. The page said: {string.Join("; ", Messages)}", timeout);
        }
    }
}
