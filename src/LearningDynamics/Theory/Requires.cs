using System.Runtime.CompilerServices;

namespace LearningDynamics.Theory;

/// <summary>The domains of the solved systems' arguments.</summary>
internal static class Requires
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");

    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is a share of the data: above 0 and at most 1.");

    public static double Time(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A time is at least 0.");

    /// <summary>The time in units of the learning speed. Infinity is allowed, for the limit; a product that overflows is not.</summary>
    public static double Duration(double t, double rate)
    {
        double duration = Time(t) * rate;
        if (double.IsPositiveInfinity(duration) && double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, $"The time, times {rate:R}, overflows. Take a smaller time, or infinity for the limit.");
        return duration;
    }

    public static double Number(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        !double.IsNaN(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a number.");

    public static void Room(int length, int times, [CallerArgumentExpression(nameof(length))] string name = "")
    {
        if (length == times)
            return;
        name = name.Split('.')[0];
        throw new ArgumentException($"There are {times} times and room for {length} {name}; they must be as many.", name);
    }
}
