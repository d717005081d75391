using System.Text.RegularExpressions;
using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>
/// A page of the documentation, as far as its code and its links go. A snippet is left out after a comment
/// <c>&lt;!-- not compiled: reason --&gt;</c> and under the heading Wrong. A comment <c>&lt;!-- compiled with: file --&gt;</c> adds source files of the
/// repository to the page's snippets.
/// </summary>
internal sealed partial class MarkdownPage
{
    private readonly List<Snippet> snippets = [];
    private readonly List<string> prose = [];
    private string heading = string.Empty;
    private string previousLine = string.Empty;

    public MarkdownPage(string path, string text)
    {
        Path = path;
        Read(text.ReplaceLineEndings("\n").Split('\n'));
        string comments = string.Join('\n', prose);
        CompiledWith = [.. CompiledWithComment().Matches(comments).SelectMany(match => match.Groups["files"].Value.Split(',', StringSplitOptions.TrimEntries))];
    }

    /// <summary>The pages of the repository: those at its root, and those below docs.</summary>
    public static IEnumerable<string> Paths =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>The path below the root, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<Snippet> Snippets => snippets;

    /// <summary>The lines outside code blocks.</summary>
    public IReadOnlyList<string> Prose => prose;

    /// <summary>The paths of the source files that the page's snippets are compiled with.</summary>
    public IReadOnlyList<string> CompiledWith { get; }

    public static MarkdownPage Load(string path) => new(path, Repository.Read(path));

    private void Read(string[] lines)
    {
        for (int line = 0; line < lines.Length; line++)
        {
            Match fence = Fence().Match(lines[line]);
            if (fence.Success)
            {
                line = ReadBlock(lines, line, fence);
                continue;
            }

            prose.Add(lines[line]);
            if (lines[line].StartsWith('#'))
                heading = lines[line].TrimStart('#').Trim();
            if (!string.IsNullOrWhiteSpace(lines[line]))
                previousLine = lines[line].Trim();
        }
    }

    /// <summary>Reads a fenced block.</summary>
    /// <returns>The line of its closing fence.</returns>
    private int ReadBlock(string[] lines, int opening, Match fence)
    {
        string marks = fence.Groups["marks"].Value;
        int closing = Array.FindIndex(lines, opening + 1, line => line.Trim().StartsWith(marks, StringComparison.Ordinal));
        if (closing < 0)
            throw new InvalidDataException($"{Path}:{opening + 1}: the code block is not closed.");
        if (fence.Groups["language"].Value is "csharp" or "cs" or "c#")
        {
            int indentation = fence.Groups["indentation"].Length;
            string code = string.Join('\n', lines[(opening + 1)..closing].Select(line => line.Length > indentation ? line[indentation..] : line.TrimStart()));
            Match comment = NotCompiledComment().Match(previousLine);
            string? reason = comment.Success ? comment.Groups["reason"].Value : null;
            snippets.Add(new(Path, opening + 2, code, heading == "Wrong" ? "a wrong example" : reason));
        }

        previousLine = string.Empty;
        return closing;
    }

    [GeneratedRegex("^(?<indentation> *)(?<marks>```+|~~~+)(?<language>[^ `{]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^<!-- not compiled: (?<reason>.+?) -->$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotCompiledComment();

    [GeneratedRegex("<!-- compiled with: (?<files>.+?) -->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CompiledWithComment();
}
