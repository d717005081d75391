using System.Text;
using System.Xml;

namespace LearningDynamics.Reports;

/// <summary>Text that XML can carry.</summary>
internal static class XmlText
{
    /// <summary>The text, with every character that XML forbids replaced by the replacement character.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool allowed = !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
            clean.Append((allowed ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }
}
