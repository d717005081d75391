using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>
/// Physical time against intrinsic time, in which the dynamics is linear: rate t = integral from 0 to theta of e^(tilt s) (1 + e^(u(s) - halfway)) ds.
/// The integral is tabulated over panels, so that each evaluation costs a search and two or three quadratures of 16 points.
/// </summary>
/// <remarks>
/// The table grows with the largest time asked for. A panel depends on the one before it alone, so that a race between threads can
/// only compute the same panels twice; results do not depend on the order of calls.
/// </remarks>
internal sealed class IntrinsicClock
{
    // Below this |u| e^u rounds to 1.
    private const double Negligible = 1e-18;

    private readonly LogitArc[] arcs;
    private readonly double rate;
    private readonly Pace pace;
    private volatile Panel[] panels;

    /// <summary>Starts a clock.</summary>
    /// <param name="rate">Intrinsic time per physical time while the error is 1, above 0.</param>
    /// <param name="arcs">The logit between deaths, in order. Where the last arc ends, all motion stops and the logit is 0.</param>
    /// <param name="tilt">The exponent of the pace, 0 for two layers and negative for more.</param>
    /// <param name="halfway">The logit at which the confidence is 1/2: 0 for two classes, ln(K - 1) for K.</param>
    public IntrinsicClock(double rate, LogitArc[] arcs, double tilt = 0, double halfway = 0)
    {
        this.arcs = arcs;
        this.rate = rate;
        pace = new Pace(tilt, halfway, arcs.Length == 0 ? 0 : Math.Max(0, arcs[0].Offset - halfway));
        panels = [PanelAt(0, 0, default)];
    }

    /// <summary>True if the logit grows without bound.</summary>
    public bool IsUnbounded => !Stops && arcs[^1].GrowthRoot > 0;

    /// <summary>The intrinsic time at a physical time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not a number, or so large that rate times t overflows.</exception>
    public double Position(double t) => Locate(t, out _);

    /// <summary>The logit at a physical time.</summary>
    public double Logit(double t)
    {
        double position = Locate(t, out int arc);
        return arc < arcs.Length ? arcs[arc].Logit(position) : 0;
    }

    /// <summary>The logit's derivative with respect to physical time; at a death, the derivative from the right.</summary>
    public double LogitSpeed(double t)
    {
        double position = Locate(t, out int arc);
        if (arc == arcs.Length || double.IsInfinity(position))
            return 0;
        double logit = arcs[arc].Logit(position);
        return rate * (arcs[arc].Growth(position) - logit) * Math.Exp(-pace.Tilt * position) * Functions.Logistic(pace.Halfway - logit);
    }

    /// <summary>The physical time at an intrinsic time; infinity if it is beyond the range of a double.</summary>
    public double Time(double position)
    {
        Panel panel = Find(static (in panel) => panel.Start, position);
        return Unscale(panel, panel.Duration(pace, position - panel.Start));
    }

    /// <summary>The first physical time at which the logit has reached the value; null if it never does, infinity beyond the range of a double.</summary>
    public double? TimeToLogit(double logit)
    {
        if (logit <= panels[0].Logit)
            return 0;
        if (logit > 0 ? !IsUnbounded || double.IsPositiveInfinity(logit) : IsNeverReached(logit))
            return null;
        Panel panel = Find(static (in panel) => panel.Logit, logit);
        return Unscale(panel, panel.Duration(pace, panel.DistanceToLogit(logit)));
    }

    // A separatrix stays below 0; every other moving logit passes through 0, or ends there.
    private bool IsNeverReached(double logit) => logit == 0 && !Stops && arcs[^1].GrowthRoot == 0;

    private bool Stops => arcs.Length == 0 || !double.IsPositiveInfinity(arcs[^1].End);

    private double Unscale(in Panel panel, double duration)
    {
        double elapsed = panel.Elapsed.Value + duration;
        return elapsed == 0 ? 0 : elapsed / pace.Floor / rate;
    }

    private double Locate(double t, out int arc)
    {
        double elapsed = Requires.Duration(t, rate) * pace.Floor;
        if (double.IsPositiveInfinity(t))
            return LocateEnd(out arc);
        Panel panel = Find(static (in panel) => panel.Elapsed.Value, elapsed, out double end);
        arc = panel.Arc;
        return panel.Start + panel.Distance(pace, panel.Elapsed.Below(elapsed), panel.Elapsed.Below(end));
    }

    private double LocateEnd(out int arc)
    {
        arc = Stops ? arcs.Length : arcs.Length - 1;
        return Stops ? (arcs.Length == 0 ? 0 : arcs[^1].End) : double.PositiveInfinity;
    }

    private delegate double Key(in Panel panel);

    private Panel Find(Key key, double target) => Find(key, target, out _);

    // The last panel whose key is at most the target, after the table has grown past it, and the scaled physical time at its end.
    private Panel Find(Key key, double target, out double end)
    {
        Panel[] table = panels;
        if (key(table[^1]) <= target && !IsEnd(table[^1]))
            table = Extend(table, key, target);
        int low = 0, high = table.Length;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (key(table[middle]) <= target)
                low = middle;
            else
                high = middle;
        }

        end = high < table.Length ? table[high].Elapsed.Value : double.PositiveInfinity;
        return table[low];
    }

    private Panel[] Extend(Panel[] table, Key key, double target)
    {
        List<Panel> longer = [.. table];
        while (key(longer[^1]) <= target && !IsEnd(longer[^1]))
            longer.Add(PanelAfter(longer[^1]));
        return panels = [.. longer];
    }

    private static bool IsEnd(in Panel panel) => panel.IsLast || double.IsPositiveInfinity(panel.Elapsed.Value);

    private Panel PanelAfter(in Panel panel)
    {
        double end = Math.Min(panel.Start + panel.Width, arcs[panel.Arc].End);
        CompensatedSum elapsed = panel.Elapsed;
        elapsed.Add(panel.Duration(pace, panel.Width));
        return PanelAt(end == arcs[panel.Arc].End ? panel.Arc + 1 : panel.Arc, end, elapsed);
    }

    private Panel PanelAt(int arc, double start, CompensatedSum elapsed)
    {
        if (arc == arcs.Length)
            return new Panel(arc, start, 0, elapsed, 0, 0);
        double logit = arcs[arc].Logit(start);
        double growth = arcs[arc].Growth(start);
        if (arcs[arc].GrowthRoot == 0 && Math.Abs(logit) < Negligible)
            return new Panel(arc, start, double.PositiveInfinity, elapsed, logit, growth);
        // The end is rounded first, so that the panels meet exactly; it always moves on.
        double end = Math.Max(start + Panel.SafeWidth(logit, growth - logit, pace), Math.BitIncrement(start));
        return new Panel(arc, start, Math.Min(end, arcs[arc].End) - start, elapsed, logit, growth);
    }
}
