using System.CommandLine;
using LearningDynamics.Reports;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>What <c>run</c> and <c>check</c> do alike: select, plan, run, write the report and say what went wrong.</summary>
internal sealed class Execution
{
    private readonly Surroundings surroundings;

    private Execution(Surroundings surroundings, RunRequest request, SessionOutcome outcome)
    {
        this.surroundings = surroundings;
        (Request, Outcome) = (request, outcome);
    }

    /// <summary>What was asked for.</summary>
    public RunRequest Request { get; }

    /// <summary>What came of it.</summary>
    public SessionOutcome Outcome { get; }

    /// <summary>Runs what a request means.</summary>
    /// <exception cref="Experiments.UsageException">The request cannot be carried out; nothing was run.</exception>
    public static Execution Of(HostedProgram program, RunRequest request, ParseResult parse)
    {
        Surroundings outside = program.Surroundings;
        ExperimentSelection selection = ExperimentSelection.Of(program.Catalog, request);
        var plan = RunPlan.Of(selection.Chosen, request);
        // A folder that cannot be written is better known before the work than after it.
        if (request.Directory is { } directory)
            Directory.CreateDirectory(outside.Resolve(directory));
        selection.WriteLeftOut(outside.Error, request);

        string commandLine = ShellText.Join(parse.Tokens.Select(token => token.Value));
        var environment = EnvironmentFingerprint.Capture(new() { Trainer = request.Trainer, Seed = request.Seed }, commandLine);
        SessionOutcome outcome = Session.Run(plan, environment, new ProgressDisplay(outside), program.Cancellation);
        return new(outside, request, outcome);
    }

    /// <summary>Says how to repeat one point of an experiment.</summary>
    public string Repeat(string experiment, RunPoint point) => "repeat it with: " + Reproduction.CommandLine(experiment, point, Request.RepeatedOptions);

    /// <summary>Writes the report where the request wants one, and says where it is.</summary>
    public void WriteReport()
    {
        if (Request.Directory is not { } directory)
            return;
        ReportWriter.Write(Outcome.Results, surroundings.Resolve(directory));
        TextWriter messages = Request.Format == OutputFormat.Table ? surroundings.Output : surroundings.Error;
        messages.WriteLine(Path.Combine(directory, "report.html"));
    }

    /// <summary>Says what could not be finished.</summary>
    /// <param name="requireComparison">Whether having compared nothing is a failure.</param>
    /// <returns>The exit code.</returns>
    public int Finish(bool requireComparison)
    {
        ProblemLines.Write(surroundings.Error, Outcome, Repeat);
        if (Request.NamesRoutes)
            AbsenceLines.Write(surroundings.Error, Outcome.Results);
        return Outcome.ExitCode(requireComparison);
    }
}
