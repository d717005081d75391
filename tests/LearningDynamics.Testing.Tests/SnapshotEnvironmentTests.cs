namespace LearningDynamics.Testing.Tests;

public sealed class SnapshotEnvironmentTests
{
    [Theory]
    [InlineData("CI", "true", true)]
    [InlineData("CI", "True", true)]
    [InlineData("CI", "1", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("CI", "false", false)]
    [InlineData("CI", "", false)]
    [InlineData("HOME", "true", false)]
    public void A_build_server_is_known_by_its_variable(string variable, string value, bool expected)
    {
        Assert.Equal(expected, SnapshotEnvironment.Read(name => name == variable ? value : null).IsContinuousIntegration);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    public void Snapshots_are_accepted_where_the_variable_says_so(string? value, bool expected)
    {
        Assert.Equal(expected, Read(value).Accepts);
        Assert.Equal(expected, Culture.Under("tr-TR", () => Read(value)).Accepts);
    }

    [Fact]
    public void A_value_that_is_neither_yes_nor_no_is_refused()
    {
        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(() => Read("yes please"));

        Assert.Contains("LEARNINGDYNAMICS_ACCEPT is 'yes please'", failure.Message, StringComparison.Ordinal);
    }

    private static SnapshotEnvironment Read(string? value) => SnapshotEnvironment.Read(name => name == "LEARNINGDYNAMICS_ACCEPT" ? value : null);
}
