using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>
/// Example types made of orthogonal features: type j makes up the share p_j of the data and contains the features k with A_jk = 1, each as a vector of norm n_k
/// along an axis of its own. All types are of one class. This is the data of gradient starvation (arXiv:1809.06848).
/// </summary>
/// <remarks>The frequencies may add up to less than 1; the rest of the data then contains none of the features.</remarks>
public sealed class FeatureMixture
{
    private readonly bool[][] incidence;
    private readonly double[] typeFrequencies;
    private readonly double[] featureNorms;

    /// <summary>Describes a mixture.</summary>
    /// <param name="incidence">A, a row for each example type, all of one length: whether the type contains each feature. Every type contains a feature, and every feature is in a type.</param>
    /// <param name="typeFrequencies">p_j, in (0, 1], one for each type; together at most 1.</param>
    /// <param name="featureNorms">n_k, finite and above 0, one for each feature.</param>
    /// <exception cref="ArgumentException">The rows have different lengths, a row or a column has no feature, the numbers do not fit each other, or the frequencies add up to more than 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frequency or a norm is outside its domain.</exception>
    public FeatureMixture(IReadOnlyList<bool[]> incidence, IReadOnlyList<double> typeFrequencies, IReadOnlyList<double> featureNorms)
    {
        ArgumentNullException.ThrowIfNull(incidence);
        ArgumentNullException.ThrowIfNull(typeFrequencies);
        ArgumentNullException.ThrowIfNull(featureNorms);
        RequireIncidence(incidence);
        RequireFrequencies(typeFrequencies, incidence.Count);
        RequireNorms(featureNorms, incidence[0].Length);
        this.incidence = [.. incidence.Select(row => (bool[])row.Clone())];
        this.typeFrequencies = [.. typeFrequencies];
        this.featureNorms = [.. featureNorms];
    }

    /// <summary>The number of example types.</summary>
    public int TypeCount => incidence.Length;

    /// <summary>The number of features, which is that of an input's components.</summary>
    public int FeatureCount => featureNorms.Length;

    /// <summary>p_j, the share of the data that each type makes up.</summary>
    public IReadOnlyList<double> TypeFrequencies => typeFrequencies;

    /// <summary>n_k, the norm of each feature.</summary>
    public IReadOnlyList<double> FeatureNorms => featureNorms;

    /// <summary>Reads a mixture from texts, such as "11;10", "0.8;0.2" and "1;1".</summary>
    /// <param name="incidence">A row of the digits 0 and 1 for each example type, separated by semicolons.</param>
    /// <param name="typeFrequencies">The frequencies, separated by semicolons.</param>
    /// <param name="featureNorms">The norms, separated by semicolons.</param>
    /// <exception cref="ArgumentException">A text is no such list, or as for the constructor; the message names the text.</exception>
    public static FeatureMixture Parse(string incidence, string typeFrequencies, string featureNorms)
    {
        ArgumentNullException.ThrowIfNull(incidence);
        bool[][] rows = [.. incidence.Split(';', StringSplitOptions.TrimEntries).Select(row => Digits(row, incidence))];
        return new(rows, Numbers(typeFrequencies, nameof(typeFrequencies)), Numbers(featureNorms, nameof(featureNorms)));
    }

    /// <summary>A_jk: whether an example type contains a feature.</summary>
    /// <param name="type">The type, from 0.</param>
    /// <param name="feature">The feature, from 0.</param>
    public bool Contains(int type, int feature) => incidence[type][feature];

    /// <summary>The share of the data that contains a feature.</summary>
    /// <param name="feature">The feature, from 0.</param>
    public double FrequencyOf(int feature) => Math.Min(1, Enumerable.Range(0, TypeCount).Where(type => Contains(type, feature)).Sum(type => typeFrequencies[type]));

    /// <summary>The input of an example type.</summary>
    /// <param name="type">The type, from 0.</param>
    public double[] Example(int type) => [.. Enumerable.Range(0, FeatureCount).Select(feature => Contains(type, feature) ? featureNorms[feature] : 0)];

    /// <summary>An input that is one feature alone.</summary>
    /// <param name="feature">The feature, from 0.</param>
    public double[] Alone(int feature)
    {
        double[] input = new double[FeatureCount];
        input[feature] = featureNorms[feature];
        return input;
    }

    /// <summary>The data for the logistic loss, with a target of 1 for every type and its frequency as weight.</summary>
    public Dataset WithLogisticTargets() => Weighted(Enumerable.Range(0, TypeCount).Select(Example));

    /// <summary>The same data with every other feature removed: types that do not contain the feature are left with an input of 0.</summary>
    /// <param name="feature">The feature that stays, from 0.</param>
    public Dataset WithLogisticTargets(int feature) => Weighted(Enumerable.Range(0, TypeCount).Select(type => Contains(type, feature) ? Alone(feature) : new double[FeatureCount]));

    /// <summary>
    /// The features in groups that always occur together, where every example type contains exactly one group, so that the groups learn independently of each other; null where
    /// a type contains features that also occur apart.
    /// </summary>
    public IReadOnlyList<int[]>? IndependentGroups()
    {
        int[][] groups = [.. Enumerable.Range(0, FeatureCount)
            .GroupBy(feature => string.Concat(incidence.Select(row => row[feature] ? '1' : '0')), StringComparer.Ordinal)
            .Select(group => group.ToArray())];
        return incidence.All(row => groups.Count(group => row[group[0]]) == 1) ? groups : null;
    }

    private Dataset Weighted(IEnumerable<double[]> inputs) =>
        Dataset.FromExamples([.. inputs], [.. Enumerable.Repeat(1.0, TypeCount)]).WithFrequencies(typeFrequencies);

    private static void RequireIncidence(IReadOnlyList<bool[]> incidence)
    {
        if (incidence.Count == 0 || incidence[0].Length == 0)
            throw new ArgumentException("There is at least one example type with one feature.", nameof(incidence));
        for (int type = 0; type < incidence.Count; type++)
        {
            if (incidence[type].Length != incidence[0].Length)
                throw Fault(incidence, $"row {type + 1} has {incidence[type].Length} digits and row 1 has {incidence[0].Length}; all rows have as many, one for each feature");
            if (!incidence[type].Contains(value: true))
                throw Fault(incidence, $"row {type + 1} contains no feature; every example type contains one at least");
        }

        for (int feature = 0; feature < incidence[0].Length; feature++)
        {
            if (!incidence.Any(row => row[feature]))
                throw Fault(incidence, $"feature {feature + 1} is in no row; every feature is in one at least");
        }
    }

    private static void RequireFrequencies(IReadOnlyList<double> typeFrequencies, int types)
    {
        if (typeFrequencies.Count != types)
            throw new ArgumentException(Text($"TypeFrequencies has {typeFrequencies.Count} numbers for {types} rows of Incidence; each row needs one."), nameof(typeFrequencies));
        foreach (double frequency in typeFrequencies)
        {
            if (!(frequency is > 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(typeFrequencies), frequency, Text($"A number of TypeFrequencies is {frequency}; it must lie in (0, 1]."));
        }

        // Adding up numbers that are together at most 1 rounds by at most half a unit in the last place of 1 each.
        if (!(typeFrequencies.Sum() <= 1 + (types * 2.220446049250313e-16)))
            throw new ArgumentException(Text($"TypeFrequencies = \"{string.Join(';', typeFrequencies.Select(frequency => Text($"{frequency}")))}\" adds up to {typeFrequencies.Sum()}; the sum must lie in (0, 1]."), nameof(typeFrequencies));
    }

    private static void RequireNorms(IReadOnlyList<double> featureNorms, int features)
    {
        if (featureNorms.Count != features)
            throw new ArgumentException(Text($"FeatureNorms has {featureNorms.Count} numbers for {features} columns of Incidence; each feature needs one."), nameof(featureNorms));
        foreach (double norm in featureNorms)
        {
            if (!(norm > 0 && double.IsFinite(norm)))
                throw new ArgumentOutOfRangeException(nameof(featureNorms), norm, Text($"A number of FeatureNorms is {norm}; it must be finite and above 0."));
        }
    }

    private static bool[] Digits(string row, string incidence) => row.All(digit => digit is '0' or '1')
        ? [.. row.Select(digit => digit == '1')]
        : throw new ArgumentException($"Incidence = \"{incidence}\": the row \"{row}\" must consist of the digits 0 and 1.", nameof(incidence));

    private static double[] Numbers(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        return [.. text.Split(';').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new ArgumentException($"{char.ToUpperInvariant(name[0])}{name[1..]} = \"{text}\": \"{part}\" is no number; numbers are separated by semicolons.", name))];
    }

    private static ArgumentException Fault(IReadOnlyList<bool[]> incidence, FormattableString fault)
    {
        string value = string.Join(';', incidence.Select(row => string.Concat(row.Select(contains => contains ? '1' : '0'))));
        return new($"Incidence = \"{value}\": {Text(fault)}.", nameof(incidence));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
