using LearningDynamics.Conformance;
using LearningDynamics.Reports;

namespace LearningDynamics.Hosting;

/// <summary>Shows each verdict of the acid test as it falls, with what it rests on, and at the end how many there are.</summary>
internal sealed class ConformancePage(TextPage page) : IProgress<ConformanceVerdict>
{
    public void Report(ConformanceVerdict value)
    {
        page.Line($"{Word(value.Status),-12} {value.Id}");
        page.Paragraph(value.Evidence.Explanation, indent: 13);
    }

    public void WriteTotal(ConformanceRun run)
    {
        page.Line();
        IEnumerable<string> counts = Enum.GetValues<ConformanceStatus>().Where(status => run.Count(status) > 0).Select(status => $"{NumberText.Of(run.Count(status))} {Word(status)}");
        page.Heading($"{run.TrainerName} {run.TrainerVersion}, {NumberText.Count(run.Verdicts.Length, "case")}: {string.Join(", ", counts)}");
    }

    private static string Word(ConformanceStatus status) => status switch
    {
        ConformanceStatus.Passed => "passed",
        ConformanceStatus.Failed => "FAILED",
        _ => "unsupported",
    };
}
