using LearningDynamics.Data;

namespace LearningDynamics.Tests.Data;

public class FeatureMixtureTests
{
    [Fact]
    public void A_mixture_is_read_from_its_texts()
    {
        FeatureMixture mixture = FeatureMixture.Parse("11; 10", "0.8;0.15", "1;0.5");
        Assert.Equal((2, 2), (mixture.TypeCount, mixture.FeatureCount));
        Assert.Equal([1, 0.5], mixture.Example(0));
        Assert.Equal([1, 0], mixture.Example(1));
        Assert.Equal([0, 0.5], mixture.Alone(1));
        Assert.Equal(0.95, mixture.FrequencyOf(0), 1e-15);
        Assert.Equal(0.8, mixture.FrequencyOf(1));
    }

    [Fact]
    public void The_data_carry_the_frequencies_and_lose_the_other_columns()
    {
        FeatureMixture mixture = FeatureMixture.Parse("11;10", "0.8;0.15", "1;0.5");
        Dataset data = mixture.WithLogisticTargets(), alone = mixture.WithLogisticTargets(1);
        Assert.Equal([1, 0.5, 1, 0], data.Inputs);
        Assert.Equal([1, 1], data.Targets);
        Assert.Equal([0.8, 0.15], data.Weights);
        Assert.Equal([0, 0.5, 0, 0], alone.Inputs);
        Assert.Equal([0.8, 0.15], alone.Weights);
    }

    [Theory]
    [InlineData("11", "0 1")]
    [InlineData("111;111", "0 1 2")]
    [InlineData("101;010", "0 2|1")]
    [InlineData("10;01", "0|1")]
    [InlineData("11;10", null)]
    [InlineData("110;101;011", null)]
    public void Features_that_always_occur_together_form_groups(string incidence, string? expected)
    {
        int types = incidence.Split(';').Length, features = incidence.Split(';')[0].Length;
        string frequencies = string.Join(';', Enumerable.Repeat("0.25", types)), norms = string.Join(';', Enumerable.Repeat("1", features));
        IReadOnlyList<int[]>? groups = FeatureMixture.Parse(incidence, frequencies, norms).IndependentGroups();
        Assert.Equal(expected, groups is null ? null : string.Join('|', groups.Select(group => string.Join(' ', group))));
    }

    [Theory]
    [InlineData("11;1", "0.5;0.5", "1;1", "incidence", "Incidence = \"11;1\": row 2 has 1 digits and row 1 has 2")]
    [InlineData("11;1x", "0.5;0.5", "1;1", "incidence", "the digits 0 and 1")]
    [InlineData("", "1", "1", "incidence", "at least one")]
    [InlineData("11;00", "0.5;0.5", "1;1", "incidence", "row 2 contains no feature")]
    [InlineData("10;10", "0.5;0.5", "1;1", "incidence", "feature 2 is in no row")]
    [InlineData("11;10", "0.8;0.3", "1;1", "typeFrequencies", "TypeFrequencies = \"0.8;0.3\" adds up to 1.1; the sum must lie in (0, 1]")]
    [InlineData("11;10", "0.8;0", "1;1", "typeFrequencies", "(0, 1]")]
    [InlineData("11;10", "0.8", "1;1", "typeFrequencies", "1 numbers for 2 rows")]
    [InlineData("11;10", "0.8;x", "1;1", "typeFrequencies", "\"x\" is no number")]
    [InlineData("11;10", "0.8;0.2", "1", "featureNorms", "1 numbers for 2 columns")]
    [InlineData("11;10", "0.8;0.2", "1;-1", "featureNorms", "-1; it must be finite and above 0")]
    [InlineData("11;10", "0.8;0.2", "1;NaN", "featureNorms", "NaN")]
    public void Texts_that_are_no_mixture_are_refused_by_name_value_and_domain(string incidence, string frequencies, string norms, string parameter, string says)
    {
        ArgumentException fault = Assert.ThrowsAny<ArgumentException>(() => FeatureMixture.Parse(incidence, frequencies, norms));
        Assert.Equal(parameter, fault.ParamName);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frequencies_that_add_up_to_1_only_after_rounding_are_accepted()
    {
        string tenths = string.Join(';', Enumerable.Repeat("0.1", 10)), rows = string.Join(';', Enumerable.Repeat("1", 10));
        Assert.Equal(1, FeatureMixture.Parse(rows, tenths, "1").FrequencyOf(0), 1e-15);
    }
}
