using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Numerics;

public class FunctionsTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-40, 4.248354255291589e-18)]
    [InlineData(-745, 5e-324)]
    [InlineData(800, 1)]
    [InlineData(1.5, 0.81757447619364366)]
    public void Logistic_keeps_relative_accuracy_in_both_tails(double x, double expected) =>
        Assert.Equal(expected, Functions.Logistic(x), 4e-16 * expected);

    [Theory]
    [InlineData(1e-20)]
    [InlineData(3e-7)]
    [InlineData(0.25)]
    [InlineData(0.999)]
    public void Logit_inverts_Logistic(double probability) =>
        Assert.Equal(probability, Functions.Logistic(Functions.Logit(probability)), 1e-14 * probability);

    [Theory]
    [InlineData(1e-300, 1e-300)]
    [InlineData(1e-9, 9.999999995e-10)]
    [InlineData(1e300, 690.7755278982137)]
    [InlineData(-0.5, -0.6931471805599453)]
    public void LogOnePlus_keeps_relative_accuracy(double x, double expected) =>
        Assert.Equal(expected, Functions.LogOnePlus(x), 4e-16 * Math.Abs(expected));

    [Theory]
    [InlineData(1e-300, 1e-300)]
    [InlineData(1e-9, 1.0000000005000000002e-9)]
    [InlineData(-1e-5, -9.9999500001666662e-6)]
    [InlineData(-50, -1)]
    [InlineData(2, 6.38905609893065)]
    public void ExpMinusOne_keeps_relative_accuracy(double x, double expected) =>
        Assert.Equal(expected, Functions.ExpMinusOne(x), 6e-16 * Math.Abs(expected));

    [Fact]
    public void Logit_refuses_what_is_no_probability() =>
        Assert.Equal("probability", Assert.Throws<ArgumentOutOfRangeException>(() => Functions.Logit(1.5)).ParamName);
}
