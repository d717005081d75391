using System.Globalization;
using LearningDynamics.Generators.Models;
using LearningDynamics.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Tests.Emission;

public class LiteralTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(20.0, "20")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-9, "1e-9")]
    [InlineData(1e-10, "1e-10")]
    [InlineData(-2.5e+20, "-2.5e20")]
    [InlineData(1e300, "1e300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void A_double_is_written_in_its_shortest_form(double value, string expected) => Assert.Equal(expected, Literal.Of(value));

    [Fact]
    public void Every_double_reads_back_to_the_same_bits()
    {
        var random = new Random(1);
        for (int count = 0; count < 10_000; count++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Read(Literal.Of(value))));
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_emitted_code_and_the_messages_are_the_same_under_any_culture(string culture)
    {
        string source = Samples.SingleMode + Samples.Decay("[Parameter(Above = 0.5), Sweep(-1.5)] public double INDEX { get; init; }", id: "\"Demo/I\"").Replace("namespace", "// namespace", StringComparison.Ordinal);
        string[] invariant = Texts(source, CultureInfo.InvariantCulture);
        Assert.Equal(invariant, Texts(source, new CultureInfo(culture)));
        Assert.Contains(invariant, text => text.Contains("(0.5, inf)", StringComparison.Ordinal));
    }

    private static string[] Texts(string source, CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            GeneratorRun run = GeneratorRun.Of(source);
            return [.. run.Result.GeneratedSources.Select(emitted => emitted.SourceText.ToString()), .. run.Diagnostics.Select(diagnostic => diagnostic.GetMessage(null))];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>The value that the compiler reads a literal as.</summary>
    private static double Read(string literal) => SyntaxFactory.ParseExpression(literal) switch
    {
        LiteralExpressionSyntax number => Convert.ToDouble(number.Token.Value, CultureInfo.InvariantCulture),
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax number } => -Convert.ToDouble(number.Token.Value, CultureInfo.InvariantCulture),
        var other => throw new InvalidOperationException($"{other} is no literal."),
    };
}
