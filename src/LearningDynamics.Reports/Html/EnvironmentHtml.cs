using LearningDynamics.Runs;

namespace LearningDynamics.Reports;

/// <summary>Where and how the results were made.</summary>
internal static class EnvironmentHtml
{
    public static void Write(HtmlWriter html, EnvironmentFingerprint environment)
    {
        html.Write($"""
            <section id="environment" aria-labelledby="environment-heading">
            <h2 id="environment-heading">Environment</h2>
            <div class="scroll"><table>
            <caption>Where and how these results were made</caption>
            <tbody>

            """);
        foreach ((string name, string value) in EnvironmentFacts.Of(environment))
            html.Write($"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n");
        html.Write($"</tbody>\n</table></div>\n</section>\n");
    }
}
