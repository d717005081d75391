using System.Globalization;

namespace LearningDynamics.Hosting.Tests;

public class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Nothing_that_is_written_depends_on_the_culture(string name)
    {
        string[][] commands =
        [
            ["list"], ["list", "--format", "json"], ["describe", "toy/seeded"], ["check", "--help"],
            ["run", "toy/swept", "toy/wrong"], ["run", "toy/decay", "--format", "csv", "--set", "Rate=1.5"],
            ["check", "toy/swept", "toy/wrong", "toy/diverging", "--set", "rate=1.5", "--at", "0,0.5"], ["check", "toy/wrong", "--format", "csv"],
            ["run", "toy/decay", "--set", "Rate=1,5"], ["chekc"], ["run"], ["run", "TOY/DECAY", "--points", "2"],
        ];
        foreach (string[] command in commands)
            Assert.Equal(In(CultureInfo.InvariantCulture, command), In(new(name), command));
    }

    [Fact]
    public void The_callers_culture_is_given_back()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo german = new("de-DE");
        try
        {
            CultureInfo.CurrentCulture = german;
            using Invocation list = Invocation.Of("list");
            Assert.Same(german, CultureInfo.CurrentCulture);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (int Code, string Output, string Error) In(CultureInfo culture, string[] command)
    {
        (CultureInfo before, CultureInfo interfaceBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            using Invocation invocation = Invocation.Of(command);
            return (invocation.ExitCode, invocation.Output, invocation.Error);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, interfaceBefore);
        }
    }
}
