using System.Collections.Immutable;
using System.Text;
using System.Xml;
using LearningDynamics.CrossChecks;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>
/// The cross-checks as JUnit XML: a suite for each experiment, a test case for each cross-check at each point. What could not be finished is an error, what compared nothing is a failure, a cross-check without an
/// answer to compare at a point is skipped,
/// so that a file without failures and errors means that the results pass.
/// </summary>
public static class JUnitReport
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the document.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="results">The results.</param>
    public static void Write(Stream stream, ResultSet results)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(results);
        ImmutableArray<Suite> suites =
        [
            .. results.Runs.Select(run => new Suite(run.Id, [.. Cases(run)])),
            .. Problem.Of(results).Select(problem => new Suite(problem.What, [Case.Of(problem.What, problem, "Name experiments that declare cross-checks.")])),
        ];
        using var xml = XmlWriter.Create(stream, new() { Encoding = Utf8, Indent = true, NewLineChars = "\n" });
        xml.WriteStartElement("testsuites");
        WriteCounts(xml, "learning-dynamics", [.. suites.SelectMany(suite => suite.Cases)]);
        foreach (Suite suite in suites)
            Write(xml, suite, results.Environment);
        xml.WriteEndElement();
    }

    private static IEnumerable<Case> Cases(ExperimentRun run)
    {
        PointLabels labels = PointLabels.Of(run);
        foreach (Problem problem in Problem.Of(run))
            yield return Case.Of(problem.What, problem, $"Check again: {ShellText.Join("check", run.Id)}");
        if (ResultSet.ShownBecause(run) is { } reason)
            yield return new("cross-checks", Problem: null, $"{Headline.NotCompared}: {reason}");
        foreach (RunPoint point in run.Points)
        {
            string advice = $"Repeat this point alone: {Reproduction.CommandLine(run.Id, point)}";
            foreach (CheckOutcome check in CheckOutcome.Of(point))
                yield return Case.Of(labels.Append(check.Name, point), check, advice);
            foreach (NotCompared skipped in point.NotCompared)
                yield return new(labels.Append(skipped.Check.ToString(), point), Problem: null, skipped.Reason);
            foreach (Problem problem in Problem.Of(run, point))
                yield return Case.Of(labels.Append(problem.What, point), problem, advice);
        }
    }

    private static void Write(XmlWriter xml, Suite suite, EnvironmentFingerprint environment)
    {
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, suite.Name, suite.Cases);
        xml.WriteStartElement("properties");
        foreach ((string name, string value) in EnvironmentFacts.Of(environment))
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", XmlText.Clean(name));
            xml.WriteAttributeString("value", XmlText.Clean(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (Case test in suite.Cases)
            Write(xml, suite.Name, test);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string suite, Case test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", XmlText.Clean(suite));
        xml.WriteAttributeString("name", XmlText.Clean(test.Name));
        if (test.Problem is { } problem)
        {
            xml.WriteStartElement(problem.IsError ? "error" : "failure");
            xml.WriteAttributeString("message", XmlText.Clean(problem.Message));
            xml.WriteString(XmlText.Clean(problem.Text));
            xml.WriteEndElement();
        }

        if (test.SkippedBecause is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", XmlText.Clean(reason));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, ImmutableArray<Case> cases)
    {
        xml.WriteAttributeString("name", XmlText.Clean(name));
        xml.WriteAttributeString("tests", NumberText.Of(cases.Length));
        xml.WriteAttributeString("failures", NumberText.Of(cases.Count(test => test.Problem is { IsError: false })));
        xml.WriteAttributeString("errors", NumberText.Of(cases.Count(test => test.Problem is { IsError: true })));
        if (cases.Any(test => test.SkippedBecause is not null))
            xml.WriteAttributeString("skipped", NumberText.Of(cases.Count(test => test.SkippedBecause is not null)));
    }

    private sealed record Suite(string Name, ImmutableArray<Case> Cases);

    private sealed record CaseProblem(bool IsError, string Message, string Text);

    private sealed record Case(string Name, CaseProblem? Problem, string? SkippedBecause = null)
    {
        public static Case Of(string name, Problem problem, string advice) =>
            new(name, new(problem.IsUnfinished, problem.Message, string.Join('\n', problem.Message, advice)));

        public static Case Of(string name, CheckOutcome check, string advice)
        {
            ImmutableArray<Verdict> failed = check.Failed;
            return new(name, failed.IsEmpty ? null : new(
                IsError: false,
                $"{NumberText.Of(failed.Length)} of {NumberText.Count(check.Verdicts.Length, "quantity", "quantities")} failed: {string.Join(", ", failed.Select(QuantityText.Of))}",
                string.Join('\n', [.. failed.Select(verdict => verdict.Explanation), advice])));
        }
    }
}
