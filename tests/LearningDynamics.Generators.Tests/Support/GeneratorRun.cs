using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Generators.Tests.Support;

/// <summary>One run of the generator. Every run is repeated on a clone of the compilation, where nothing may be computed anew.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation input, GeneratorDriver driver)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Output = output;
        Diagnostics = diagnostics;
    }

    public Compilation Input { get; }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    /// <summary>Runs the generator and asserts that a second run on a clone finds every step cached.</summary>
    /// <param name="compilation">The program.</param>
    public static GeneratorRun Of(Compilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ExperimentGenerator().AsSourceGenerator()],
            parseOptions: Sources.ParseOptions,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var run = new GeneratorRun(compilation, driver);
        run.Again(compilation.Clone()).AssertNothingComputed();
        return run;
    }

    public static GeneratorRun Of(params string[] sources) => Of(Sources.Compile(sources));

    /// <summary>Runs the generator, asserts that it finds no mistake and that what it emits compiles without a warning.</summary>
    /// <param name="sources">The sources.</param>
    public static GeneratorRun Clean(params string[] sources)
    {
        GeneratorRun run = Of(sources);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        return run;
    }

    /// <summary>Runs the same driver on another state of the program.</summary>
    /// <param name="compilation">The program after an edit.</param>
    public GeneratorRun Again(Compilation compilation) => new(compilation, Driver);

    /// <summary>The emitted file of that name.</summary>
    /// <param name="hintName">The name.</param>
    public string Emitted(string hintName)
    {
        GeneratedSourceResult[] matches = [.. Result.GeneratedSources.Where(source => source.HintName == hintName)];
        Assert.True(matches.Length == 1, $"There is no {hintName} among {string.Join(", ", Result.GeneratedSources.Select(source => source.HintName))}.");
        return matches[0].SourceText.ToString();
    }

    /// <summary>Asserts that no error is anywhere and no warning in what was emitted.</summary>
    public void AssertCompiles()
    {
        HashSet<SyntaxTree> emitted = [.. Driver.GetRunResult().GeneratedTrees];
        Assert.Empty(Output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Location.SourceTree is { } tree && emitted.Contains(tree))));
    }

    /// <summary>Why the outputs of a step are as they are, over all its runs.</summary>
    /// <param name="step">The step.</param>
    public IncrementalStepRunReason[] Reasons(string step) => Result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
        ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
        : [];

    /// <summary>Why the emitted files and reported diagnostics are as they are.</summary>
    public IncrementalStepRunReason[] OutputReasons() =>
        [.. Result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private void AssertNothingComputed()
    {
        foreach (string step in Steps.All)
            Assert.All(Reasons(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        Assert.All(OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
