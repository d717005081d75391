using System.Reflection;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Architecture;

/// <summary>Dependencies point one way, and the three routes share no code but numerics.</summary>
public class DependencyTests
{
    private static readonly Assembly Library = typeof(ExperimentRunner).Assembly;

    /// <summary>For each area of the library, the areas that it may use.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Numerics"] = [],
        ["Theory"] = ["Numerics"],
        ["Flows"] = ["Numerics"],
        ["Data"] = ["Numerics"],
        ["Training"] = ["Numerics", "Data"],
        ["Experiments"] = ["Numerics", "Flows", "Data", "Training"],
        ["CrossChecks"] = ["Numerics", "Training", "Experiments"],
        ["Runs"] = ["Numerics", "Training", "Experiments", "CrossChecks"],
    };

    public static TheoryData<string> Areas => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Areas))]
    public void An_area_uses_only_the_areas_below_it(string area)
    {
        string[] violations =
        [
            .. from type in Library.GetTypes()
               where AreaOf(type) == area
               from used in TypeReferences.Of(type)
               where AreaOf(used) is { } other && other != area && !Allowed[area].Contains(other)
               select $"{type} uses {used}",
        ];

        Assert.Empty(violations);
    }

    [Fact]
    public void Every_type_of_the_library_is_in_an_area()
    {
        string[] homeless = [.. Library.GetExportedTypes().Where(type => AreaOf(type) is not { } area || !Allowed.ContainsKey(area)).Select(type => type.ToString())];

        Assert.Empty(homeless);
    }

    [Fact]
    public void The_areas_are_ordered()
    {
        string[] order = [.. Allowed.Keys];

        Assert.All(Allowed, area => Assert.All(area.Value, used => Assert.True(Array.IndexOf(order, used) < Array.IndexOf(order, area.Key))));
    }

    [Fact]
    public void A_use_inside_a_lambda_of_a_generic_method_is_seen()
    {
        IEnumerable<Type> used = typeof(Planted).Assembly.GetTypes()
            .Where(type => type == typeof(Planted) || type.DeclaringType == typeof(Planted))
            .SelectMany(TypeReferences.Of);

        Assert.Contains(typeof(LinedUpMode), used);
    }

    [Fact]
    public void The_library_uses_none_of_the_packages_above_it_and_neither_trainers_nor_testing_use_command_line_or_reports()
    {
        Assert.DoesNotContain(Library.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("LearningDynamics", StringComparison.Ordinal));
        Assert.Equal(["LearningDynamics"], Own(typeof(Snapshot).Assembly));
        Assert.Equal(["LearningDynamics"], Own(typeof(Reports.ReportWriter).Assembly));
        Assert.Equal(["LearningDynamics"], Own(typeof(Conformance.ConformanceSuite).Assembly));
        Assert.Equal(["LearningDynamics"], Own(typeof(PyTorch.PyTorchTrainer).Assembly));
    }

    private static IEnumerable<string> Own(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("LearningDynamics", StringComparison.Ordinal));

    /// <summary>The part of the namespace behind the library's own name, or null for types of other assemblies and of the compiler.</summary>
    private static string? AreaOf(Type type) =>
        type.Assembly == Library && type.Namespace is { } name && name.Split('.') is [_, var area, ..] ? area : null;

    /// <summary>Uses the theory where it is hardest to see.</summary>
    private static class Planted
    {
        public static Func<T, object> Make<T>() => value => new object[] { value!, new LinedUpMode(1, 1, 1, 1) };
    }
}
