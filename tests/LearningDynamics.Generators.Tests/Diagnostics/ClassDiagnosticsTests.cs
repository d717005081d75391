using LearningDynamics.Generators.Tests.Support;

namespace LearningDynamics.Generators.Tests.Diagnostics;

public class ClassDiagnosticsTests
{
    [Fact]
    public void LD1001_a_class_that_is_not_partial() => Expect.Diagnostic(
        Samples.Decay().Replace("partial class Decay", "class {|LD1001:Decay|}", StringComparison.Ordinal),
        "'Decay' must be partial, because the generator adds a part to the experiment 'Decay'");

    [Fact]
    public void LD1001_a_containing_type_that_is_not_partial() =>
        Expect.Diagnostics("public static class {|LD1001:Outer|}\n{\n" + Samples.Decay() + "\n}");

    [Fact]
    public void LD1002_two_classes_of_one_id_are_both_marked_and_both_emitted()
    {
        GeneratorRun run = Expect.Diagnostics(
            Samples.Decay(id: "{|LD1002:\"demo/decay\"|}") + Samples.Decay(id: "{|LD1002:\"demo/decay\"|}", name: "Other"));
        Assert.Equal(3, run.Result.GeneratedSources.Length);
        run.AssertCompiles();
    }

    [Fact]
    public void LD1002_across_files()
    {
        GeneratorRun run = GeneratorRun.Of(Samples.Decay(), Samples.Decay(name: "Other"));
        Assert.Equal(["Source0.cs", "Source1.cs"], run.Diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan().Path).Order());
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.GetMessage(null) == "The id 'demo/decay' is also that of 'Other'; every experiment needs its own");
    }

    [Theory]
    [InlineData("decay", "experiments/decay")]
    [InlineData("Demo/Decay", "demo/decay")]
    [InlineData("demo/DecayOfTwo", "demo/decay-of-two")]
    [InlineData("demo/decay of_two", "demo/decay-of-two")]
    [InlineData("demo//decay", "demo/decay")]
    [InlineData("demo/decay/2", "demo/decay-2")]
    [InlineData("demo/-decay-", "demo/decay")]
    [InlineData("", "experiments/decay")]
    [InlineData("déjà/vu", "d-j/vu")]
    public void LD1003_a_malformed_id_and_the_id_that_is_suggested(string id, string suggestion) => Expect.Diagnostic(
        Samples.Decay(id: "{|LD1003:\"" + id + "\"|}"),
        $"'{id}' is no id; write group/name with lower-case letters, digits and single hyphens, such as '{suggestion}'");

    [Theory]
    [InlineData("partial class {|LD1004:Decay|}<T>")]
    [InlineData("abstract partial class {|LD1004:Decay|}")]
    [InlineData("partial class {|LD1004:Decay|}(int size)")]
    [InlineData("partial record {|LD1004:Decay|}(int Size)")]
    public void LD1004_a_class_that_cannot_be_created(string head) => Expect.Diagnostics(
        Samples.Decay(members: head.Contains("(int size)", StringComparison.Ordinal) ? "int Size => size;" : string.Empty)
            .Replace("public sealed partial class Decay", "public " + head, StringComparison.Ordinal));

    [Fact]
    public void LD1004_a_class_that_is_local_to_its_file() => Expect.Diagnostics(
        Samples.Decay().Replace("public sealed partial class Decay", "file sealed partial class {|LD1004:Decay|}", StringComparison.Ordinal));

    [Fact]
    public void LD1004_a_class_that_is_private() => Expect.Diagnostics("public static partial class Outer\n{\n"
        + Samples.Decay().Replace("public sealed partial class Decay", "private sealed partial class {|LD1004:Decay|}", StringComparison.Ordinal) + "\n}");

    [Fact]
    public void LD1004_a_required_member() => Expect.Diagnostic(
        Samples.Decay("[Parameter] public required double Rate { get; init; }").Replace("class Decay", "class {|LD1004:Decay|}", StringComparison.Ordinal),
        "'Decay' cannot be an experiment: it has the required member 'Rate'; give it a default instead");

    [Fact]
    public void LD1004_a_class_that_derives_from_an_experiment() => Expect.Diagnostics(
        Samples.Decay().Replace("sealed ", string.Empty, StringComparison.Ordinal).Replace("class Decay", "class Base", StringComparison.Ordinal)
        + Samples.Decay(id: "\"demo/derived\"").Replace("class Decay", "class {|LD1004:Decay|} : Base", StringComparison.Ordinal).Replace("public double", "public new double", StringComparison.Ordinal));

    [Fact]
    public void LD1005_a_member_with_an_emitted_name() => Expect.Diagnostic(
        Samples.Decay("public string {|LD1005:Descriptor|} => \"\";"),
        "'Decay' already has a member 'Descriptor', which the generator adds; give it another name");

    [Fact]
    public void A_private_constructor_and_optional_parameters_are_allowed() => GeneratorRun.Clean(Samples.Decay("private Decay(double rate = 1) => Rate = rate; public double Rate { get; }"));

    [Fact]
    public void A_mistake_in_one_class_leaves_the_others_and_the_catalog()
    {
        GeneratorRun run = GeneratorRun.Of(Samples.Decay().Replace("partial ", string.Empty, StringComparison.Ordinal), Samples.Decay(name: "Other", id: "\"demo/other\""));
        Assert.Equal(["LD1001"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(["DeclaredExperiments.g.cs", "Other.g.cs"], run.Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        run.AssertCompiles();
    }

    [Fact]
    public void A_program_whose_only_experiment_has_a_mistake_still_has_a_catalog() =>
        Assert.Equal(["DeclaredExperiments.g.cs"], GeneratorRun.Of(Samples.Decay().Replace("partial ", string.Empty, StringComparison.Ordinal)).Result.GeneratedSources.Select(source => source.HintName));

    [Fact]
    public void The_attribute_on_two_parts_is_left_to_the_compiler() =>
        Assert.Empty(GeneratorRun.Of(Samples.Decay() + "[Experiment(\"demo/second\")] partial class Decay;").Diagnostics);
}
