using FsCheck;
using FsCheck.Fluent;

namespace LearningDynamics.Testing.Tests;

public sealed class JsonComparisonTests
{
    private const string Verified = """{ "name": "mode", "logit": [0.1, 2.5, 1e6], "outcome": { "time": null, "kept": true } }""";

    [Fact]
    public void A_document_equals_itself_in_any_layout()
    {
        Assert.Empty(Snapshot.Compare(Verified, Verified.Replace(" ", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2.525", 9.9e-3)]
    [InlineData("2.500000025", 1e-8)]
    [InlineData("-2.5", 2)]
    public void A_number_that_moved_is_found_with_its_relative_difference(string moved, double relative)
    {
        SnapshotDifference difference = Assert.Single(Snapshot.Compare(Verified, Verified.Replace("2.5", moved, StringComparison.Ordinal)));

        Assert.Equal("$.logit[1]", difference.Path);
        Assert.Equal("2.5", difference.Expected);
        Assert.Equal(moved, difference.Actual);
        Assert.Equal(relative, difference.RelativeDifference!.Value, relative * 0.01);
    }

    [Theory]
    [InlineData("2.5", "2.5000000024")]
    [InlineData("2.5", "2.50")]
    [InlineData("1e6", "1000000.0009")]
    [InlineData("1e6", "1000000")]
    public void A_number_within_the_tolerance_is_equal(string expected, string actual)
    {
        Assert.Empty(Snapshot.Compare(Verified, Verified.Replace(expected, actual, StringComparison.Ordinal)));
    }

    [Fact]
    public void Rounding_across_a_digit_s_boundary_is_no_difference()
    {
        // Rounded to ten significant digits these are 1.000000000 and 0.9999999999, all digits of which differ.
        Assert.Empty(Snapshot.Compare("[1.0000000000001]", "[0.99999999994999]"));
    }

    [Fact]
    public void The_absolute_tolerance_is_what_makes_rounding_noise_equal_to_zero()
    {
        Assert.Empty(Snapshot.Compare("[0]", "[3e-13]"));
        Assert.Single(Snapshot.Compare("[0]", "[3e-13]", new() { Absolute = 0 }));
        Assert.Single(Snapshot.Compare("[0]", "[3e-12]"));
    }

    [Fact]
    public void The_tolerance_is_met_at_its_edge_and_missed_beyond_it()
    {
        // Halves and quarters are exact in binary, so that the edge is hit exactly.
        var settings = new SnapshotSettings { Relative = 0.25, Absolute = 0 };
        Assert.Empty(Snapshot.Compare("[0.75]", "[1]", settings));
        Assert.Single(Snapshot.Compare("[0.7499999999999999]", "[1]", settings));
    }

    [Fact]
    public void The_first_override_whose_path_matches_counts()
    {
        const string before = """{ "findings": { "Drift": 1e-3, "Time": 4 } }""";
        const string after = """{ "findings": { "Drift": 2e-3, "Time": 5 } }""";
        var settings = new SnapshotSettings { Overrides = [new("*.Drift", 0, Absolute: 1e-2), new("*.findings.*", 0)] };

        Assert.Equal("$.findings.Time", Assert.Single(Snapshot.Compare(before, after, settings)).Path);
    }

    [Fact]
    public void Brackets_in_an_override_stand_for_themselves()
    {
        var settings = new SnapshotSettings { Overrides = [new("$.error[*]", 0.5)] };
        Assert.Empty(Snapshot.Compare("""{ "error": [1, 2] }""", """{ "error": [1.1, 2.2] }""", settings));
        Assert.Single(Snapshot.Compare("""{ "error": 1 }""", """{ "error": 1.1 }""", settings));
    }

    [Theory]
    [InlineData("null", "1.5", "$.outcome.time", "null", "1.5")]
    [InlineData("true", "false", "$.outcome.kept", "true", "false")]
    [InlineData("true", "1", "$.outcome.kept", "true", "1")]
    [InlineData("\"mode\"", "\"Mode\"", "$.name", "\"mode\"", "\"Mode\"")]
    [InlineData(", \"kept\": true", "", "$.outcome.kept", "true", "(missing)")]
    [InlineData("\"kept\": true", "\"kept\": true, \"a b\": {}", "$.outcome['a b']", "(missing)", "(object with 0 members)")]
    [InlineData("[0.1, 2.5, 1e6]", "[0.1, 2.5]", "$.logit", "(list of 3)", "(list of 2)")]
    [InlineData("[0.1, 2.5, 1e6]", "0.1", "$.logit", "(list of 3)", "0.1")]
    [InlineData("\"time\": null, \"kept\": true", "\"kept\": true, \"time\": null", "$.outcome", "(order time, kept)", "(order kept, time)")]
    public void Everything_but_numbers_must_be_the_same(string before, string after, string path, string expected, string actual)
    {
        string received = Verified.Replace(before, after, StringComparison.Ordinal);

        Assert.Equal([new SnapshotDifference(path, expected, actual)], Snapshot.Compare(Verified, received));
    }

    [Fact]
    public void A_number_beyond_the_range_of_a_double_equals_only_itself()
    {
        Assert.Empty(Snapshot.Compare("[1e999]", "[1e999]"));
        Assert.Null(Assert.Single(Snapshot.Compare("[1e999]", "[1]")).RelativeDifference);
        Assert.Single(Snapshot.Compare("[1e999]", "[-1e999]"));
    }

    [Fact]
    public void Opposite_numbers_near_the_largest_double_differ()
    {
        Assert.Equal(2, Assert.Single(Snapshot.Compare("[1e308]", "[-1e308]")).RelativeDifference);
    }

    [Fact]
    public void A_long_text_is_shown_from_where_it_differs()
    {
        string long1 = new string('a', 200) + "X";
        string long2 = new string('a', 200) + "Y";

        SnapshotDifference difference = Assert.Single(Snapshot.Compare($"[\"{long1}\"]", $"[\"{long2}\"]"));

        Assert.Equal("...aaaaaaaaaaX\"", difference.Expected);
        Assert.Equal("...aaaaaaaaaaY\"", difference.Actual);
    }

    [Fact]
    public void Comparison_is_symmetric_and_keeps_to_the_rule() =>
        Prop.ForAll<NormalFloat, NormalFloat>((first, second) =>
        {
            // Numbers up to a fifth apart, so that both answers come up.
            double left = first.Get;
            double right = left * (1 + (0.2 * (second.Get % 1)));
            var settings = new SnapshotSettings { Relative = 0.1, Absolute = 0.5 };
            bool equal = Math.Abs(left - right) <= 0.5 + (0.1 * Math.Max(Math.Abs(left), Math.Abs(right)));
            return equal == (Snapshot.Compare(Json(left), Json(right), settings).Count == 0)
                && equal == (Snapshot.Compare(Json(right), Json(left), settings).Count == 0);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20240507, 20180619));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[NaN]")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    public void What_is_no_JSON_is_refused(string text)
    {
        Assert.Equal("received", Assert.Throws<ArgumentException>(() => Snapshot.Compare("[]", text)).ParamName);
        Assert.Equal("verified", Assert.Throws<ArgumentException>(() => Snapshot.Compare(text, "[]")).ParamName);
    }

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_relative_tolerance_outside_its_domain_is_refused(double relative)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnapshotSettings { Relative = relative });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PathTolerance("*", relative));
    }

    [Theory]
    [InlineData(-1e-12)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void An_absolute_tolerance_outside_its_domain_is_refused(double absolute)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnapshotSettings { Absolute = absolute });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PathTolerance("*", 0, absolute));
    }

    private static string Json(double number) => FormattableString.Invariant($"[{number:R}]");
}
