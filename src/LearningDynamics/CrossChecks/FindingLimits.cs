using LearningDynamics.Experiments;

namespace LearningDynamics.CrossChecks;

/// <summary>
/// Judges what whole runs at the rates eta, eta/2, eta/4 show against an exact solution: labels and flags must be equal, the limit of numbers must be the exact one.
/// </summary>
/// <param name="check">The comparison.</param>
/// <param name="exact">The reference.</param>
/// <param name="coarse">The run at the rate eta.</param>
/// <param name="middle">The run at the rate eta / 2.</param>
/// <param name="fine">The run at the rate eta / 4.</param>
/// <param name="learningRate">The rate eta.</param>
internal sealed class FindingLimits(CrossCheckDescriptor check, RouteResult exact, RouteResult coarse, RouteResult middle, RouteResult fine, double learningRate)
{
    /// <summary>The verdicts over every common finding and map.</summary>
    public IEnumerable<Verdict> Judge() =>
    [
        .. exact.Findings.Where(finding => fine.FindFinding(finding.Name) is not null).Select(JudgeFinding),
        .. exact.Maps.Where(map => FindMap(fine, map.Name) is not null).Select(JudgeMap),
    ];

    private Verdict JudgeFinding(Finding reference)
    {
        FindingValue[] runs = [.. new[] { coarse, middle, fine }.Select(run => run.FindFinding(reference.Name)!.Value)];
        if (NumberLimit.Of(reference.Value, runs[0], runs[1], runs[2]) is { } limit)
        {
            return FindingComparison.WithinBound(
                check, reference.Name, limit.Exact, limit.Value, limit.Deviation, limit.Bound, [new("learningRate", learningRate), new("finest", limit.Finest)]);
        }

        // A number that only some of the rates have, such as a time beyond the horizon of the others, has no limit to judge.
        FindingValue other = reference.Value.AsNumber is null ? runs[2] : runs.First(run => run.AsNumber is null);
        return FindingComparison.Equality(check, reference, new(reference.Name, other));
    }

    private Verdict JudgeMap(NamedMap reference)
    {
        NamedMap[] runs = [.. new[] { coarse, middle, fine }.Select(run => FindMap(run, reference.Name)!)];
        NamedMap finest = runs.FirstOrDefault(run => !FindingComparison.HasAxesOf(reference.Map, run.Map)) ?? runs[2];
        return FindingComparison.Compare(check, reference, finest, index => Agree(reference.Map.Values[index], [.. runs.Select(run => run.Map.Values[index])]));
    }

    private static bool Agree(FindingValue reference, FindingValue[] runs) =>
        NumberLimit.Of(reference, runs[0], runs[1], runs[2]) is { } limit ? limit.Deviation <= limit.Bound : reference == runs[2];

    private static NamedMap? FindMap(RouteResult run, string name) => run.Maps.FirstOrDefault(map => map.Name == name);
}
