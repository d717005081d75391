using LearningDynamics.PackageConsumer.Tests.Packages;
using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Consumers;

/// <summary>Snapshots in a project outside the tree that is built as a build server does it, so that the compiler hides where its sources are.</summary>
[Collection(SharedPacking.Name)]
public class SnapshotProgramTests(PackedPackages packages)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="LearningDynamics.Testing" Version="{Version}" />
          </ItemGroup>

        </Project>
        """;

    private const string Program = """
        using System.Runtime.CompilerServices;
        using LearningDynamics.Testing;

        try
        {
            Emission.MatchesItsSnapshot(args[0]);
            Console.WriteLine(Emission.SourceFile());
            return 0;
        }
        catch (SnapshotMismatchException mismatch)
        {
            Console.Error.WriteLine(mismatch.Message);
            return 1;
        }

        internal static class Emission
        {
            public static void MatchesItsSnapshot(string emitted) => Snapshot.MatchText(emitted, "cs");

            public static string SourceFile([CallerFilePath] string file = "") => file;
        }
        """;

    /// <summary>As the snapshot of emitted C# is: were it compiled, the build would fail.</summary>
    private const string Emitted = "partial class Emitted { this does not compile }";

    [Fact]
    public void A_snapshot_is_found_beside_its_source_in_a_deterministic_build()
    {
        ConsumerProject project = packages.NewProject("SnapshotsOutside", Project);
        project.Write("Program.cs", Program);
        project.Write("Program.MatchesItsSnapshot.verified.cs", Emitted + "\n");
        Commit(project.Folder);
        project.Dotnet("build", "-p:ContinuousIntegrationBuild=true").HasNoWarning();

        CommandResult match = project.Start("bin/Release", Emitted + "\n").Ends(0);
        Assert.Equal("/_/Program.cs", match.Output.Trim());

        CommandResult mismatch = project.Start("bin/Release", "another text").Ends(1);
        Assert.Contains("Program.MatchesItsSnapshot", mismatch.Error, StringComparison.Ordinal);
        Assert.Equal("another text", File.ReadAllText(project.PathOf("Program.MatchesItsSnapshot.received.cs")).Trim());
    }

    /// <summary>Sources have hidden paths only in a repository: the compiler writes /_/ for its root.</summary>
    private static void Commit(string folder)
    {
        Git("init", "--quiet");
        Git("add", "Program.cs");
        Git("-c", "user.name=Tester", "-c", "user.email=tester@localhost", "-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "--message", "Add a program");

        void Git(params string[] arguments) => Command.Run(folder, "git", arguments).Ends(0);
    }
}
