using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Says on standard error what could not be finished, and how to repeat it.</summary>
internal static class ProblemLines
{
    /// <summary>Writes a line for each problem, and the command line that repeats a numerical failure.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="outcome">What came of the run.</param>
    /// <param name="repeat">Says how to repeat a point of an experiment.</param>
    public static void Write(TextWriter error, SessionOutcome outcome, Func<string, RunPoint, string> repeat)
    {
        foreach (BrokenExperiment broken in outcome.Broken)
            error.WriteLine($"error: {broken.Experiment} failed in its own code: {broken.Exception}");
        foreach (ExperimentRun run in outcome.Results.Runs)
        {
            foreach (RunPoint point in run.Points.Where(point => !point.Failures.IsEmpty))
                WriteFailures(error, run.Id, point, repeat);
        }

        if (outcome.WasInterrupted)
            error.WriteLine("Interrupted. Everything that was finished is kept.");
    }

    private static void WriteFailures(TextWriter error, string experiment, RunPoint point, Func<string, RunPoint, string> repeat)
    {
        // Routes that refuse a point mostly do so for the same reason; it is said once.
        foreach (string reason in point.Failures.Where(failure => failure.IsRefusal).Select(failure => failure.Message).Distinct(StringComparer.Ordinal))
            error.WriteLine($"error: {experiment} at {Reproduction.Settings(point)}: {reason}");
        foreach (RunFailure failure in point.Failures.Where(failure => !failure.IsRefusal))
            error.WriteLine($"numerical failure: {experiment}, {failure.What}: {failure.Message}");
        if (point.Failures.Any(failure => !failure.IsRefusal))
            error.WriteLine("  " + repeat(experiment, point));
    }
}
