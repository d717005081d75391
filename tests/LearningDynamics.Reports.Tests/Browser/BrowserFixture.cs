using Microsoft.Playwright;

namespace LearningDynamics.Reports.Tests;

/// <summary>One headless browser for all tests of a class; none where there is no Chromium.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? driver;
    private IBrowser? browser;

    /// <summary>Opens an empty page.</summary>
    internal Task<IPage> NewPage(ColorScheme scheme, int width) =>
        browser!.NewPageAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not { } chromium)
            return;
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = chromium });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        driver?.Dispose();
    }
}
