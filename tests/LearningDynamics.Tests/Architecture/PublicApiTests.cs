using System.Reflection;
using LearningDynamics.Conformance;
using LearningDynamics.Hosting;
using LearningDynamics.PyTorch;
using LearningDynamics.Reports;
using LearningDynamics.Runs;
using LearningDynamics.Testing;

namespace LearningDynamics.Tests.Architecture;

/// <summary>The public types and members of every package, as accepted: a change of them is a decision, and shows in review.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Packages => [.. Assemblies.Select(assembly => assembly.GetName().Name!)];

    private static Assembly[] Assemblies { get; } =
    [
        typeof(ExperimentRunner).Assembly,
        typeof(ConformanceSuite).Assembly,
        typeof(ExperimentProgram).Assembly,
        typeof(PyTorchTrainer).Assembly,
        typeof(ReportWriter).Assembly,
        typeof(Snapshot).Assembly,
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_the_accepted_one(string package) =>
        Snapshot.MatchText(ApiText.Of(Assemblies.Single(assembly => assembly.GetName().Name == package)), settings: new() { Name = package });

    [Fact]
    public void No_snapshot_is_left_over() => Snapshot.RequireNoOrphans();
}
