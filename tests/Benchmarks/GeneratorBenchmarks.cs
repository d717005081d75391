using BenchmarkDotNet.Attributes;
using LearningDynamics.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LearningDynamics.Benchmarks;

/// <summary>
/// The source generator on a program with many experiments: from nothing, and after an edit that concerns none of them, which is what happens at each key press: then
/// the experiments are read again, because any edit could change what their names mean, and nothing is written again. It is not the time of a build, and the editor's own work on the edit comes on top.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation program = null!;
    private CSharpCompilation edited = null!;
    private GeneratorDriver warm = null!;

    [Params(10, 1000)]
    public int Experiments { get; set; }

    [GlobalSetup]
    public void Compile()
    {
        MetadataReference[] references = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
        SyntaxTree unrelated = CSharpSyntaxTree.ParseText("internal static class Unrelated;");
        program = CSharpCompilation.Create(
            "Measured",
            [.. Enumerable.Range(0, Experiments).Select(index => CSharpSyntaxTree.ParseText(Source(index))), unrelated],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Diagnostic[] errors = [.. program.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS0311")];
        warm = Driver().RunGenerators(program);
        if (errors.Length > 0 || warm.GetRunResult().GeneratedTrees.Length != Experiments + 1)
            throw new InvalidOperationException($"The measured program is not right: {string.Join("; ", errors.Take(3))}");
        edited = program.ReplaceSyntaxTree(unrelated, CSharpSyntaxTree.ParseText("internal static class Unrelated { }"));
    }

    [Benchmark]
    public GeneratorDriver FromNothing() => Driver().RunGenerators(program);

    [Benchmark]
    public GeneratorDriver AfterUnrelatedEdit() => warm.RunGenerators(edited);

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(new ExperimentGenerator());

    private static string Source(int index) => $$"""
        using LearningDynamics.Experiments;
        using LearningDynamics.Numerics;

        namespace Measured;

        /// <summary>How fast does a weight decay?</summary>
        [Experiment("measured/decay-{{index}}")]
        [CrossCheck(Route.ClosedForm, Route.Flow, Relative = 1e-9)]
        public sealed partial class Decay{{index}}
        {
            [Parameter(Above = 0), Sweep(0.5, 1.0, 2.0)] public double Rate { get; init; } = 1;
            [Horizon] public double Duration { get; init; } = 10;

            [Observables] public readonly record struct Curve(double Weight);
            [State] public readonly record struct State<T>(T Weight) where T : struct;

            [ClosedForm] public double[] Exact() => [Rate];
            [Observe] public Curve Observe(double[] rate, double t) => new(System.Math.Exp(-rate[0] * t));
            [InitialState] public State<double> Start() => new(1);
            [Flow] public State<T> Flow<T>(State<T> s) where T : struct, IScalar<T> => new(-(s.Weight * Rate));
            [Observe] public Curve Observe(State<double> s) => new(s.Weight);
        }
        """;
}
