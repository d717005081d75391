namespace PaperFigures.Tachet2018;

/// <summary>Whether numbers keep the signs that they start with. A number that is not above 0 counts as negative, as an inactive gate does.</summary>
public sealed class KeptSigns(IEnumerable<double> start)
{
    private readonly bool[] positive = [.. start.Select(value => value > 0)];

    /// <summary>Whether every number that was looked at had the sign of the start.</summary>
    public bool Kept { get; private set; } = true;

    /// <summary>Looks at all numbers.</summary>
    public void Look(ReadOnlySpan<double> values)
    {
        for (int index = 0; index < positive.Length; index++)
            Kept &= values[index] > 0 == positive[index];
    }
}
