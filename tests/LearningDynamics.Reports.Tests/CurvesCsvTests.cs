using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Reports.Tests;

public sealed class CurvesCsvTests
{
    [Fact]
    public void A_row_holds_one_value_with_where_it_belongs()
    {
        List<List<string>> rows = Csv.Parse(Render(SampleResults.Rich));

        Assert.Equal(["experiment", "point", "InputNorm", "Duration", "Neurons", "Loss", "Balanced", "route", "observable", "time", "value"], rows[0]);
        Assert.Equal(["sample/sweep", "1", "0.5", "20", "", "", "", "closed-form", "Logit", "0", "-4"], rows[1]);
        Assert.Equal(["sample/maps", "1", "", "", "16", "CrossEntropy", "true", "flow", "Logit", "5", "2"], rows[^1]);
        Assert.Equal(1 + (3 * 3 * 2 * 201) + (2 * 2 * 4), rows.Count);
    }

    [Fact]
    public void A_parameter_named_like_a_fixed_column_keeps_apart_from_it()
    {
        ResultSet results = WithOneValue("Time", 1, 2);

        Assert.Equal("experiment,point,parameters.Time,route,observable,time,value", Render(results).Split("\r\n")[0]);
    }

    [Fact]
    public void Every_finite_number_reads_back_to_the_same_bits() => Prop.ForAll<double>(value =>
    {
        if (!double.IsFinite(value))
            return true;
        List<string> row = Csv.Parse(Render(WithOneValue("Name", value, -value)))[1];
        return Bits(row[^2]) == BitConverter.DoubleToInt64Bits(value) && Bits(row[^1]) == BitConverter.DoubleToInt64Bits(-value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_text_reads_back_to_itself() => Prop.ForAll<NonNull<string>>(text =>
    {
        List<List<string>> rows = Csv.Parse(Render(HostileResults.With(text.Get)));
        return rows[1][0] == text.Get && rows[1][2] == text.Get && rows.TrueForAll(row => row.Count == rows[0].Count);
    }).QuickCheckThrowOnFailure();

    private static long Bits(string number) => BitConverter.DoubleToInt64Bits(double.Parse(number, CultureInfo.InvariantCulture));

    private static ResultSet WithOneValue(string parameter, double time, double value) => new(SampleResults.Environment,
    [
        new()
        {
            Id = "one",
            DeclaredChecks = 0,
            Points =
            [
                new()
                {
                    Parameters = [new(parameter, ParameterValue.Number(1))],
                    Routes = [new() { Route = Route.Flow, Trajectory = new([time], [new("Value", [value])]) }],
                },
            ],
        },
    ]);

    private static string Render(ResultSet results)
    {
        using var output = new StringWriter();
        CurvesCsv.Write(output, results);
        return output.ToString();
    }
}
