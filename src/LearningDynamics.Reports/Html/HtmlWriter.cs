using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LearningDynamics.Reports;

/// <summary>
/// Writes markup from interpolated strings: the literal parts are markup, every value is text and is escaped. So a name cannot become markup by forgetting something.
/// </summary>
/// <param name="output">Where to write.</param>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes markup with escaped values.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Markup markup) => markup.Finish();

    /// <summary>Writes text as it is. For the page's own style and scripts only.</summary>
    public void WriteVerbatim(string trusted) => output.Write(trusted);

    /// <summary>Writes the parts of an interpolated string as they come.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly HtmlWriter html;

        public Markup(int literalLength, int formattedCount, HtmlWriter html)
        {
            _ = literalLength + formattedCount;
            this.html = html;
        }

        public void AppendLiteral(string markup) => html.WriteVerbatim(markup);

        public void AppendFormatted(string? text) => html.WriteVerbatim(Encoder.Encode(text ?? NumberText.Missing));

        public void AppendFormatted(int number) => html.WriteVerbatim(NumberText.Of(number));

        /// <summary>Nothing is held back: the parts are written already.</summary>
        public void Finish()
        {
        }
    }
}
