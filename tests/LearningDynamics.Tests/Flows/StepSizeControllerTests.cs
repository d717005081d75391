using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class StepSizeControllerTests
{
    [Fact]
    public void A_steady_error_is_steered_to_the_tolerance()
    {
        // Where the error is exactly c h^q the step settles at error = 0.9^(q / 0.3), the fixed point of the formula.
        StepSizeController controller = new(estimateOrder: 8);
        double size = 1e-3;
        for (int i = 0; i < 200; i++)
            size = controller.AfterAccepted(size, Math.Min(1, Math.Pow(size, 8)));
        Assert.Equal(Math.Pow(0.9, 1 / 0.3), size, 1e-9);
    }

    [Fact]
    public void A_rejected_step_shrinks_and_the_next_one_does_not_grow()
    {
        StepSizeController controller = new(estimateOrder: 5);
        Assert.Equal(-0.9 * Math.Pow(32, -0.2), controller.AfterRejected(-1, 32), 1e-15);
        Assert.Equal(-1, controller.AfterAccepted(-1, 1e-9));
        Assert.True(controller.AfterAccepted(-1, 1e-9) < -1);
    }

    [Fact]
    public void Reset_forgets_the_errors_before()
    {
        StepSizeController used = new(estimateOrder: 8);
        _ = used.AfterAccepted(1, 0.5);
        _ = used.AfterRejected(1, 7);
        used.Reset();
        Assert.Equal(new StepSizeController(estimateOrder: 8).AfterAccepted(1, 1e-3), used.AfterAccepted(1, 1e-3));
    }

    [Fact]
    public void Growth_and_cuts_are_limited()
    {
        StepSizeController controller = new(estimateOrder: 5);
        Assert.Equal(8, controller.AfterAccepted(1, 0));
        Assert.Equal(0.2, controller.AfterRejected(1, 1e300));
    }
}
