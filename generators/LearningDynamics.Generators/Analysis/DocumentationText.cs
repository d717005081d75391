using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the summary of a doc comment as plain text.</summary>
internal static class DocumentationText
{
    /// <summary>The summary of a declaration, or null where it has none.</summary>
    /// <param name="symbol">What is declared.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <remarks>It reads the source, because without a documentation file the compiler takes doc comments for ordinary ones.</remarks>
    public static string? Summary(ISymbol symbol, CancellationToken cancellation) => symbol.DeclaringSyntaxReferences
        .Select(reference => SummaryOf(Comment(reference.GetSyntax(cancellation))))
        .FirstOrDefault(summary => summary is not null);

    private static string Comment(SyntaxNode declaration)
    {
        var comment = new StringBuilder();
        foreach (string line in declaration.GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("///", StringComparison.Ordinal))
                comment.Append(line, 3, line.Length - 3).Append('\n');
        }

        return comment.ToString();
    }

    private static string? SummaryOf(string comment)
    {
        if (comment.Length == 0)
            return null;
        try
        {
            XElement? summary = XElement.Parse("<comment>" + comment + "</comment>", LoadOptions.PreserveWhitespace).Element("summary");
            string text = summary is null ? string.Empty : string.Join(" ", Text(summary).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return text.Length == 0 ? null : text;
        }
        catch (XmlException)
        {
            // The compiler warns of a malformed comment where it reads comments at all.
            return null;
        }
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement child => ElementText(child),
        _ => string.Empty,
    }));

    private static string ElementText(XElement element)
    {
        if (!element.IsEmpty)
            return element.Name.LocalName is "para" or "item" or "list" ? " " + Text(element) + " " : Text(element);
        string? reference = element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName is "cref" or "name" or "langword" or "href")?.Value;
        return reference is null ? " " : ShortName(reference);
    }

    /// <summary>The last part of a reference, without parameters: <c>Network</c> for <c>Training.Network</c>.</summary>
    private static string ShortName(string reference)
    {
        if (reference.Contains("://"))
            return reference;
        string name = reference.Split('(', '{')[0];
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
