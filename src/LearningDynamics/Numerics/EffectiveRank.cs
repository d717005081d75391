using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace LearningDynamics.Numerics;

/// <summary>
/// How many directions a matrix really uses: the exponential of the entropy of its normalised singular values,
/// exp(-sum_k p_k ln p_k) with p_k = s_k / sum_l s_l (Roy and Vetterli, 2007).
/// </summary>
/// <remarks>It is r for r equal singular values and 1 for a matrix of rank 1; it never exceeds the rank. A matrix of zeros uses none: 0.</remarks>
public static class EffectiveRank
{
    /// <summary>The effective rank of a matrix, such as features (columns) at inputs (rows).</summary>
    /// <param name="values">The entries, row by row; all finite.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, at least 1.</param>
    /// <returns>0 for a matrix of zeros, else a number from 1 to the smaller of rows and columns.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    /// <exception cref="ArgumentException">There are not rows * columns entries, or one is not finite.</exception>
    public static double Of(ReadOnlySpan<double> values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length != (long)rows * columns)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {values.Length} entries; a matrix of {rows} rows and {columns} columns has {(long)rows * columns}."), nameof(values));
        double largest = 0;
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"An entry is {value}; all must be finite."), nameof(values));
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
            return 0;
        // The rank does not depend on the scale; on this one no square over- or underflows.
        double[] scaled = new double[values.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = values[i] / largest;
        // Column by column, this is the transpose, which has the same singular values.
        return FromSingularValues(Matrix<double>.Build.Dense(columns, rows, scaled).Svd(computeVectors: false).S);
    }

    private static double FromSingularValues(IEnumerable<double> singularValues)
    {
        double[] shares = [.. singularValues];
        double sum = shares.Sum();
        double entropy = 0;
        foreach (double value in shares)
        {
            double share = value / sum;
            entropy -= share > 0 ? share * Math.Log(share) : 0;
        }

        return Math.Exp(entropy);
    }
}
