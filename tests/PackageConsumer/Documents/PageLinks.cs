using System.Globalization;
using System.Text.RegularExpressions;
using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Documents;

/// <summary>The links of a page to other files of the repository, and to headings.</summary>
internal static partial class PageLinks
{
    /// <summary>What is wrong with a page's links; empty where each leads somewhere.</summary>
    /// <param name="page">The page.</param>
    public static IEnumerable<string> Broken(MarkdownPage page) => Targets(page).Where(IsInRepository).Distinct(StringComparer.Ordinal)
        .Where(target => !Resolves(page, target))
        .Select(target => $"{page.Path}: {target} leads nowhere.");

    private static IEnumerable<string> Targets(MarkdownPage page) => page.Prose
        .Select(line => CodeSpan().Replace(line, string.Empty))
        .SelectMany(line => Link().Matches(line))
        .Select(match => match.Groups["target"].Value);

    private static bool IsInRepository(string target) => !Uri.TryCreate(target, UriKind.Absolute, out Uri? uri) || uri.IsFile;

    private static bool Resolves(MarkdownPage page, string target)
    {
        string[] parts = target.Split('#', 2);
        string folder = Path.GetDirectoryName(page.Path)!;
        string path = parts[0].Length == 0 ? page.Path : Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
        string full = Repository.PathOf(path);
        bool isInside = full.StartsWith(Repository.Root, StringComparison.Ordinal);
        return parts[0].Length == 0
            ? Anchors(page).Contains(parts[1])
            : isInside && Path.Exists(full) && (parts.Length == 1 || (File.Exists(full) && Anchors(MarkdownPage.Load(path)).Contains(parts[1])));
    }

    /// <summary>The names of a page's headings, as GitHub makes them.</summary>
    private static HashSet<string> Anchors(MarkdownPage page)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in page.Prose.Where(line => line.StartsWith('#')))
        {
            string anchor = NotInAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');
            for (int number = 1; !anchors.Add(Numbered(anchor, number)); number++)
            {
                // The second heading of a name is called name-1, the third name-2.
            }
        }

        return anchors;
    }

    private static string Numbered(string anchor, int number) => number == 1 ? anchor : string.Create(CultureInfo.InvariantCulture, $"{anchor}-{number - 1}");

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan();

    /// <summary>A link or picture, its definition, or the same in HTML.</summary>
    [GeneratedRegex("""(\]\(|^\[[^\]]+\]: *|(src|srcset|href)=")(?<target>[^)\s">]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotInAnchor();
}
