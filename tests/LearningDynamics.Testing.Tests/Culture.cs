using System.Globalization;

namespace LearningDynamics.Testing.Tests;

/// <summary>Runs code under another culture: de-DE writes a comma in numbers, tr-TR has an i of its own.</summary>
internal static class Culture
{
    public static T Under<T>(string name, Func<T> function)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
