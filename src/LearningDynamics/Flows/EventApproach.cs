namespace LearningDynamics.Flows;

/// <summary>
/// Chooses step sizes so that the flow walks up to an event and crosses it in one step of a few units in the last place of the time.
/// </summary>
/// <remarks>
/// The field may jump at the event. A step across the jump has stages on both sides, so neither its end nor its
/// interpolant can be trusted, except as a hint where the event may be. The step is therefore thrown away and ended before the
/// hint; the kept step lies on one side, and its polynomial, prolonged, tells the remaining distance to nearly full
/// accuracy. The last crossing step is so short that the jump changes the state by rounding errors only.
/// </remarks>
internal sealed class EventApproach
{
    /// <summary>How long the shortest crossing step is, in units in the last place of the time.</summary>
    public const double ShortestSteps = 4;

    private const double Epsilon = 2.220446049250313e-16;

    // How much of the way to a hint is kept in reserve, and how much of the way to a prolonged polynomial's zero.
    private const double HintReserve = 1.0 / 8, ZeroReserve = 1.0 / 1024;

    // An event function may change so slowly that its rounding errors hide the crossing from the finest steps. After so many
    // steps thrown away, where a handful is usual, crossing steps may be coarser.
    private const int Patience = 8;

    // How often the crossing step is prolonged if it ends on zero exactly.
    private const int TriesPastZero = 4;

    private double finest;
    private double hint;
    private double farthest;
    private int overshoots;
    private int stops;
    private int triesPastZero;

    /// <summary>Whether an event is known to be near.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether a step is short enough to cross an event.</summary>
    public bool MayCross(double size) => IsActive && Math.Abs(size) <= finest;

    /// <summary>Whether a step is about as short as one across an event can be: what the jump does to the state in it is the least error that times of this precision allow.</summary>
    public bool IsShortest(double time, double size) => MayCross(size) && Math.Abs(size) <= 2 * ShortestSteps * Epsilon * Math.Abs(time);

    /// <summary>The step to try instead of one that crosses.</summary>
    /// <param name="time">Where the crossing step starts.</param>
    /// <param name="size">Its signed size.</param>
    /// <param name="place">Where in it the crossing seems to be, in (0, 1].</param>
    public double StopShort(double time, double size, double place)
    {
        hint = time + (place * size);
        if (!IsActive)
        {
            (IsActive, overshoots, stops, triesPastZero) = (true, 0, 0, 0);
            finest = ShortestSteps * Epsilon * Math.Max(Math.Abs(time), Math.Abs(size));
            farthest = hint + size;
        }

        if (++stops > Patience)
            finest *= 4;
        double part = overshoots++ == 0 ? 1 - HintReserve : 0.5;
        return Math.CopySign(Math.Max(part * place * Math.Abs(size), finest), size);
    }

    /// <summary>
    /// The step to try instead of a crossing one that ends on zero exactly, or null if the flow seems to stay there. A gate
    /// 1[y > 0] that opens is still closed at zero; the flow should go on from the side behind the event.
    /// </summary>
    /// <param name="size">The crossing step's signed size.</param>
    public double? TryPastZero(double size)
    {
        if (triesPastZero++ == TriesPastZero)
            return null;
        finest *= 2;
        return Math.CopySign(finest, size);
    }

    /// <summary>How far the polynomial of a kept step should be prolonged in search of the zero; a place above 1.</summary>
    public double Horizon(double start, double size) => Math.Clamp(2 * (((hint - start) / size) - 1), 0.25, 1) + 1;

    /// <summary>The step to try after one that was kept without reaching the event, or null to go on as if there were none.</summary>
    /// <param name="time">Where the kept step ended.</param>
    /// <param name="size">Its signed size.</param>
    /// <param name="zero">Where its prolonged polynomial crosses, above 1, or null if it does not.</param>
    public double? After(double time, double size, double? zero)
    {
        overshoots = 0;
        if (Math.Abs(size) <= finest)
            finest *= 2;
        if (zero is { } place)
        {
            double distance = (place - 1) * Math.Abs(size);
            return Math.CopySign(Math.Max(distance - Math.Max(finest, ZeroReserve * distance), finest), size);
        }

        // A hint can be wrong, for instance if it came out of a step that was much too long.
        if ((time - farthest) * size > 0)
            End();
        return Math.Abs(size) <= 1024 * finest ? 2 * size : null;
    }

    /// <summary>Forgets the event.</summary>
    public void End() => IsActive = false;
}
