using System.Text;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Makes an id <c>group/name</c> out of what was written, or else out of the name of the class. A well-formed id stays as it is.</summary>
internal static class WellFormedId
{
    public static string From(string id, string className)
    {
        string[] words = [.. id.Split('/').Select(Words).Where(word => word.Length > 0)];
        return words.Length switch
        {
            0 => "experiments/" + Words(className),
            1 => "experiments/" + words[0],
            _ => words[0] + "/" + string.Join("-", words.Skip(1)),
        };
    }

    /// <summary>The letters and digits in lower case, with a hyphen wherever a word starts.</summary>
    /// <param name="text">What was written.</param>
    public static string Words(string text)
    {
        var words = new StringBuilder();
        char previous = '-';
        foreach (char character in text)
        {
            bool isPart = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            bool startsWord = !isPart || (character is >= 'A' and <= 'Z' && previous is (>= 'a' and <= 'z') or (>= '0' and <= '9'));
            if (startsWord && words.Length > 0 && words[words.Length - 1] != '-')
                words.Append('-');
            if (isPart)
                words.Append(char.ToLowerInvariant(character));
            previous = character;
        }

        return words.ToString().Trim('-');
    }
}
