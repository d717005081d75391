using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LearningDynamics.Experiments;

/// <summary>Collects observables time by time. Emitted code calls <see cref="Add(string, double)"/> for each component of an observables struct.</summary>
public sealed class TrajectoryWriter
{
    private readonly double[] times;
    private readonly List<(string Name, double[] Values)> columns = [];
    private int row = -1;
    private int column;

    /// <summary>Starts a trajectory.</summary>
    /// <param name="times">The times, increasing.</param>
    public TrajectoryWriter(ReadOnlySpan<double> times)
    {
        this.times = times.ToArray();
    }

    /// <summary>Goes on to the next time.</summary>
    public void Next()
    {
        RequireFullRow();
        row++;
        column = 0;
    }

    /// <summary>Writes one observable at the current time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: finite.</param>
    /// <exception cref="ArithmeticException">The value is infinite or not a number.</exception>
    /// <exception cref="InvalidOperationException">The observable was not there at the first time.</exception>
    public void Add(string name, double value)
    {
        if (!double.IsFinite(value))
            throw new ArithmeticException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value} at t = {times[row]:R}."));
        if (row == 0)
            columns.Add((name, new double[times.Length]));
        if (column >= columns.Count || columns[column].Name != name)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name} at t = {times[row]:R} was not measured at the first time."));
        columns[column++].Values[row] = value;
    }

    /// <summary>Writes the components of a vector-valued observable at the current time as Name1, Name2, ...</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its components; as many at each time.</param>
    /// <exception cref="ArithmeticException">A value is infinite or not a number.</exception>
    /// <exception cref="InvalidOperationException">There are more components than at the first time.</exception>
    public void Add(string name, ReadOnlySpan<double> values)
    {
        for (int index = 0; index < values.Length; index++)
            Add(name + (index + 1).ToString(CultureInfo.InvariantCulture), values[index]);
    }

    /// <summary>The finished trajectory.</summary>
    /// <exception cref="InvalidOperationException">A time or an observable is missing.</exception>
    public Trajectory Finish()
    {
        RequireFullRow();
        if (row + 1 != times.Length)
            throw new InvalidOperationException($"Of {times.Length} times only {row + 1} were measured.");
        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(times),
            [.. columns.Select(series => new ObservableSeries(series.Name, ImmutableCollectionsMarshal.AsImmutableArray(series.Values)))]);
    }

    private void RequireFullRow()
    {
        if (row >= 0 && column != columns.Count)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"At t = {times[row]:R} {column} observables were measured, at the first time {columns.Count}."));
    }
}
