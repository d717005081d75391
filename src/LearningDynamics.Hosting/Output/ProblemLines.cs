using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>Says on standard error what could not be finished, and how to repeat it.</summary>
internal static class ProblemLines
{
    /// <summary>Writes a line for each problem, and the command line that repeats it.</summary>
    /// <param name="error">Standard error.</param>
    /// <param name="outcome">What came of the run.</param>
    /// <param name="repeat">The command line that repeats a point of an experiment.</param>
    public static void Write(TextWriter error, SessionOutcome outcome, Func<string, RunPoint, string> repeat)
    {
        foreach (Refusal refusal in outcome.Refused)
            error.WriteLine($"error: {refusal.Message}");
        foreach (Refusal crash in outcome.Broken)
            error.WriteLine($"error: {crash.Experiment} failed in its own code: {crash.Message}");
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
        foreach (RunFailure failure in point.Failures)
            error.WriteLine($"numerical failure: {experiment}, {failure.What}: {failure.Message}");
        error.WriteLine("  " + Repetition.Prompt + repeat(experiment, point));
    }
}
