namespace LearningDynamics.Reports.Tests;

/// <summary>The report with every kind of declared figure, opened once for tests that only look at it.</summary>
public sealed class DeclaredReportFixture : IAsyncLifetime
{
    private readonly BrowserFixture browser = new();
    private ReportPage? report;

    /// <summary>The open page.</summary>
    internal ReportPage Report => report ?? throw new InvalidOperationException("There is no browser.");

    public async Task InitializeAsync()
    {
        await browser.InitializeAsync();
        if (BrowserFactAttribute.Chromium is not null)
            report = await ReportPage.Open(browser, SampleResults.Declared);
    }

    public async Task DisposeAsync()
    {
        if (report is not null)
            await report.DisposeAsync();
        await browser.DisposeAsync();
    }
}
