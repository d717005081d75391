namespace LearningDynamics.Experiments;

/// <summary>The names that kinds of comparison have in files.</summary>
public static class CrossCheckKindNames
{
    /// <summary>The name in files: <c>pointwise</c>, <c>order</c> or <c>interval</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind.</exception>
    public static string Name(this CrossCheckKind kind) => kind switch
    {
        CrossCheckKind.Pointwise => "pointwise",
        CrossCheckKind.Order => "order",
        CrossCheckKind.Interval => "interval",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A comparison is Pointwise, Order or Interval."),
    };

    /// <summary>The kind of that name.</summary>
    /// <param name="name">A name as <see cref="Name"/> gives it.</param>
    /// <exception cref="UsageException">No kind has that name; the message offers the nearest one.</exception>
    public static CrossCheckKind Parse(string name)
    {
        foreach (CrossCheckKind kind in Enum.GetValues<CrossCheckKind>())
        {
            if (string.Equals(kind.Name(), name, StringComparison.Ordinal))
                return kind;
        }

        throw new UsageException(Nearest.Message("kind of comparison", name, Enum.GetValues<CrossCheckKind>().Select(kind => kind.Name())));
    }
}
