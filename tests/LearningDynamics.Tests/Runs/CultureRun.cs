using System.Globalization;

namespace LearningDynamics.Tests.Runs;

/// <summary>Runs code under cultures that write numbers and letters otherwise: de-DE has a decimal comma, tr-TR an i of its own.</summary>
internal static class CultureRun
{
    public static void UnderEach(Action action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { string.Empty, "de-DE", "tr-TR" })
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                action();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
