namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>A fenced block of C# on a page.</summary>
/// <param name="Page">The page's path below the root, with slashes.</param>
/// <param name="Line">The line of the page, from 1, on which the code begins.</param>
/// <param name="Code">The code.</param>
/// <param name="LeftOut">Why it is not compiled; null where it is.</param>
internal sealed record Snippet(string Page, int Line, string Code, string? LeftOut)
{
    public override string ToString() => $"{Page}:{Line}";
}
