using LearningDynamics.Flows;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Flows;

public class StepSizeControllerTests
{
    // Powers are taken to five digits; an exponent at the fixed point divides their error by a - b.
    private const double Rough = 2 * RoughPower.Error / 0.3;

    [Theory]
    [InlineData(5, 0.85, 0.2)]
    [InlineData(8, 0.7, 0.4)]
    public void A_steady_error_is_steered_to_the_tolerance(int order, double present, double previous)
    {
        // Where the error is exactly c h^q the step settles at error = 0.9^(q / (a - b)), the fixed point of the formula.
        StepSizeController controller = new(Tableau(order));
        double size = 1e-3;
        for (int i = 0; i < 200; i++)
            size = controller.AfterAccepted(size, Math.Min(1, Math.Pow(size, order)));
        Assert.Equal(Math.Pow(0.9, 1 / (present - previous)), size, Rough);
    }

    [Fact]
    public void A_rejected_step_shrinks_and_the_next_one_does_not_grow()
    {
        StepSizeController controller = new(Tableau(5));
        Assert.Equal(-0.9 * Math.Pow(32, -0.2), controller.AfterRejected(-1, 32), Rough);
        Assert.Equal(-1, controller.AfterAccepted(-1, 1e-9));
        Assert.True(controller.AfterAccepted(-1, 1e-9) < -1);
    }

    [Fact]
    public void Reset_forgets_the_errors_before()
    {
        StepSizeController used = new(Tableau(8));
        _ = used.AfterAccepted(1, 0.5);
        _ = used.AfterRejected(1, 7);
        used.Reset();
        Assert.Equal(new StepSizeController(Tableau(8)).AfterAccepted(1, 1e-3), used.AfterAccepted(1, 1e-3));
    }

    [Fact]
    public void Growth_and_cuts_are_limited()
    {
        StepSizeController controller = new(Tableau(5));
        Assert.Equal(8, controller.AfterAccepted(1, 0));
        Assert.Equal(0.2, controller.AfterRejected(1, 1e300));
    }

    [Fact]
    public void Powers_are_right_to_five_digits()
    {
        for (int i = -3000; i <= 3000; i++)
        {
            double x = Math.ScaleB(1 + (0.37 * Math.Abs(i % 271) / 100), i / 10), y = i / 111.0;
            Assert.Equal(Math.Log2(x), RoughPower.Log2<SingleLane>(x).Value, RoughPower.Error);
            Assert.Equal(1, RoughPower.Exp2<SingleLane>(y).Value / Math.Pow(2, y), RoughPower.Error);
        }
    }

    private static ButcherTableau Tableau(int order) => (order == 5 ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853).Tableau;
}
