using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Consumers;

/// <summary>
/// The quick start as a user has it: a console project outside the tree that names the hosting package and nothing else, built once and published
/// trimmed once.
/// </summary>
public sealed class ConsoleProgram
{
    public const string Built = "bin/Release";
    public const string Published = "published";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
            <SelfContained>true</SelfContained>
            <PublishTrimmed>true</PublishTrimmed>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
            <AppendRuntimeIdentifierToOutputPath>false</AppendRuntimeIdentifierToOutputPath>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="LearningDynamics.Hosting" Version="{Version}" />
          </ItemGroup>

        </Project>
        """;

    private readonly ConsumerProject project;

    public ConsoleProgram(PackedPackages packages)
    {
        project = packages.NewProject("QuickStartOutside", Project);
        project.Write("Program.cs", Repository.Read("samples/QuickStart/Program.cs"));
        Building = project.Dotnet("build");
        Publishing = project.Dotnet("publish", "--no-build", "-o", Published);
    }

    public CommandResult Building { get; }

    public CommandResult Publishing { get; }

    /// <summary>Runs the program.</summary>
    /// <param name="folder"><see cref="Built"/> or <see cref="Published"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    public CommandResult Start(string folder, params IEnumerable<string> arguments) => project.Start(folder, arguments);

    public string PathOf(string path) => project.PathOf(path);
}
