namespace LearningDynamics.Testing;

/// <summary>What the environment variables say about snapshots.</summary>
/// <param name="IsContinuousIntegration">Whether this is a build server, where nothing is accepted.</param>
/// <param name="Accepts">Whether what is received becomes what is verified.</param>
internal sealed record SnapshotEnvironment(bool IsContinuousIntegration, bool Accepts)
{
    /// <summary>Set to 1 to accept.</summary>
    public const string AcceptVariable = "LEARNINGDYNAMICS_ACCEPT";

    /// <summary>GitHub, GitLab and most others set the first, Azure Pipelines the second.</summary>
    private static readonly string[] ContinuousIntegrationVariables = ["CI", "TF_BUILD"];

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Returns a variable's value, or null.</param>
    /// <exception cref="InvalidOperationException">The accepting variable is neither yes nor no.</exception>
    public static SnapshotEnvironment Read(Func<string, string?> variable) => new(
        Array.Exists(ContinuousIntegrationVariables, name => IsYes(variable(name))),
        ReadAccept(variable(AcceptVariable)));

    private static bool ReadAccept(string? value)
    {
        bool isNo = string.IsNullOrEmpty(value) || value == "0" || string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
        return isNo || IsYes(value) ? !isNo : throw new InvalidOperationException($"The environment variable {AcceptVariable} is '{value}'; set it to 1 to accept snapshots, or to 0.");
    }

    private static bool IsYes(string? value) => value == "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
