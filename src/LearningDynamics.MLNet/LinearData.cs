using System.Globalization;
using LearningDynamics.Data;

namespace LearningDynamics.MLNet;

/// <summary>What ML.NET's learners of two classes ask of data.</summary>
internal static class LinearData
{
    public static void Require(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.TargetSize != 1)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The data have {data.TargetSize} targets; two classes are told apart by one."), nameof(data));
        if (data.Weights.ContainsAnyExcept(data.Weights[0]))
            throw new ArgumentException("The examples have several frequencies; this learner takes equally frequent examples.", nameof(data));
    }

    public static double Sign(Dataset data, int example) => data.Target(example)[0] > 0 ? 1 : -1;
}
