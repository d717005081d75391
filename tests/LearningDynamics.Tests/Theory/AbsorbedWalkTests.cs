using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Theory;

namespace LearningDynamics.Tests.Theory;

public class AbsorbedWalkTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void The_survival_is_exact_far_into_its_tails()
    {
        foreach (ReferenceTable.Row row in ReferenceTable.Read("absorbed-walks.csv"))
        {
            AbsorbedWalk walk = row["half_normal"] == 1
                ? AbsorbedWalk.FromHalfNormal(row["start"], row["drift"], row["diffusion"])
                : AbsorbedWalk.From(row["start"], row["drift"], row["diffusion"]);
            double expected = row["survival"], actual = walk.Survival(row["time"]);
            double bound = (1e-11 * expected) + (4 * Epsilon * row["sensitivity"]);
            Assert.True(Math.Abs(actual - expected) <= bound, $"{expected:R} expected, {actual:R} found, bound {bound:R}, at {row}");
        }
    }

    [Fact]
    public void Without_drift_half_normal_starts_survive_as_an_arctangent_and_in_the_end_as_the_inverse_root_of_time()
    {
        AbsorbedWalk walk = AbsorbedWalk.FromHalfNormal(1.5, 0, 0.2);
        Assert.Equal(2 / Math.PI * Math.Atan(1.5 / Math.Sqrt(0.4 * 7)), walk.Survival(7), 1e-15);
        // arctan x = x (1 - x^2 / 3 + ...).
        const double Late = 1e12;
        Assert.Equal(0.5, Math.Log(walk.Survival(Late) / walk.Survival(4 * Late)) / Math.Log(4), 1e-11);
    }

    [Fact]
    public void The_mean_over_the_starts_goes_over_into_the_arctangent_as_the_drift_vanishes()
    {
        // To first order a drift changes the survival by its sensitivity, at most mu sqrt(t / 2 D).
        foreach (double drift in (double[])[1e-12, -1e-12])
            Assert.Equal(AbsorbedWalk.FromHalfNormal(1, 0, 0.1).Survival(30), AbsorbedWalk.FromHalfNormal(1, drift, 0.1).Survival(30), 1.3e-11 + 1e-12);
    }

    [Fact]
    public void A_drift_away_from_0_saves_a_share_for_ever_and_one_towards_it_none()
    {
        Assert.Equal(1 - Math.Exp(-0.5 * 0.3 / 0.2), AbsorbedWalk.From(0.3, 0.5, 0.2).Survival(1e9), 1e-14);
        Assert.Equal(0, AbsorbedWalk.From(0.3, -0.5, 0.2).Survival(1e9));
        Assert.Equal(0, AbsorbedWalk.FromHalfNormal(0.3, -0.5, 0.2).Survival(1e9));
    }

    [Fact]
    public void Nothing_is_lost_at_time_zero_and_less_and_less_is_left() => Prop.ForAll(Walks(), walk =>
    {
        AbsorbedWalk solved = walk.HalfNormal ? AbsorbedWalk.FromHalfNormal(walk.Start, walk.Drift, walk.Diffusion) : AbsorbedWalk.From(walk.Start, walk.Drift, walk.Diffusion);
        double before = solved.Survival(walk.Time), after = solved.Survival(1.5 * walk.Time);
        return solved.Survival(0) == 1 && before is >= 0 and <= 1 + (4 * Epsilon) && after <= before * (1 + 1e-11) && after >= 0;
    }).Check(Config.QuickThrowOnFailure.WithReplay(20240507, 20180619));

    [Fact]
    public void Time_may_be_measured_in_any_unit_and_so_may_places()
    {
        AbsorbedWalk walk = AbsorbedWalk.FromHalfNormal(1, -0.1, 0.3);
        Assert.Equal(walk.Survival(20), AbsorbedWalk.FromHalfNormal(1, -0.2, 0.6).Survival(10), 1e-13);
        Assert.Equal(walk.Survival(20), AbsorbedWalk.FromHalfNormal(3, -0.3, 2.7).Survival(20), 1e-13);
    }

    [Fact]
    public void Without_diffusion_all_walks_move_alike()
    {
        Assert.Equal(1, AbsorbedWalk.From(1, -0.1, 0).Survival(9.9));
        Assert.Equal(0, AbsorbedWalk.From(1, -0.1, 0).Survival(10.1));
        Assert.Equal(1, AbsorbedWalk.FromHalfNormal(1, 0.1, 0).Survival(100));
        // Two standard deviations.
        Assert.Equal(0.04550026389635842, AbsorbedWalk.FromHalfNormal(1, -0.1, 0).Survival(20), 1e-15);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("start", () => AbsorbedWalk.From(0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("initialScale", () => AbsorbedWalk.FromHalfNormal(-1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("drift", () => AbsorbedWalk.From(1, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("diffusion", () => AbsorbedWalk.FromHalfNormal(1, 0, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => AbsorbedWalk.From(1, 0, 1).Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>("t", () => AbsorbedWalk.From(1, 0, 1).Survival(double.PositiveInfinity));
    }

    private static Arbitrary<(bool HalfNormal, double Start, double Drift, double Diffusion, double Time)> Walks()
    {
        Gen<double> unit = Gen.Choose(0, 1000).Select(k => k / 1000.0);
        return (
            from halfNormal in Gen.Elements(false, true)
            from start in unit.Select(k => Math.Pow(10, (3 * k) - 2))
            from drift in unit.Select(k => (2 * k) - 1)
            from diffusion in unit.Select(k => Math.Pow(10, (4 * k) - 3))
            from time in unit.Select(k => Math.Pow(10, (6 * k) - 3))
            select (halfNormal, start, drift, diffusion, time)).ToArbitrary();
    }
}
