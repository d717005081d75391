using System.Buffers.Binary;
using System.Xml.Linq;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class FigureImagesTests : IDisposable
{
    private readonly TemporaryDirectory report = new(), images = new();

    [BrowserFact]
    public void Every_figure_that_is_drawn_becomes_an_image_named_after_it()
    {
        ReportWriter.Write(SampleResults.Declared, report.Path);

        string[] written = [.. FigureImages.Write(report.Path, images.Path)];

        Assert.Equal(DeclaredRuns.Plots, written.Length);
        Assert.Equal(Path.Combine(images.Path, "declared-families-figure-3-over-time.png"), written[0]);
        Assert.All(written, path =>
        {
            byte[] content = File.ReadAllBytes(path);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], content[..4]);
            Assert.Contains(BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16)), new[] { 1520, 1680 });
        });
    }

    [BrowserFact]
    public void An_image_can_be_of_lines_and_text()
    {
        ReportWriter.Write(new(SampleResults.Environment, [DeclaredRuns.Single]), report.Path);

        string[] written = [.. FigureImages.Write(report.Path, images.Path, ImageFormat.Svg)];

        Assert.All(written, path => Assert.Equal("svg", XDocument.Load(path).Root!.Name.LocalName));
        Assert.Contains("Hyperbolas", File.ReadAllText(Path.Combine(images.Path, "declared-single-outcome.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_declared_figures_no_browser_is_started()
    {
        ReportWriter.Write(SampleResults.Passing, report.Path);

        Assert.Empty(FigureImages.Write(report.Path, images.Path, chromium: "no-such-browser"));
    }

    [Fact]
    public void A_browser_that_is_not_there_is_named()
    {
        ReportWriter.Write(SampleResults.Declared, report.Path);

        Assert.StartsWith("'no-such-browser' cannot be started", Assert.Throws<IOException>(() => FigureImages.Write(report.Path, images.Path, chromium: "no-such-browser")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_report_is_named() =>
        Assert.Contains("report.html", Assert.Throws<UsageException>(() => FigureImages.Write(report.Path, images.Path)).Message, StringComparison.Ordinal);

    public void Dispose()
    {
        report.Dispose();
        images.Dispose();
    }
}
