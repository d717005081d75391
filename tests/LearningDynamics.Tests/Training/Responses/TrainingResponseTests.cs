using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training.Responses;

public class TrainingResponseTests
{
    // Logits of size 1 come from some hundred products; their difference keeps a few hundred roundings of 1.
    private const double Rounding = 1e-13;

    public static TheoryData<Activation> Activations => [Activation.Identity, Activation.Relu, Activation.Elu];

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_response_is_what_one_real_step_on_the_pair_changes(Activation activation)
    {
        TrainingPlan plan = ResponsePlans.Deep(activation);
        double[][] probes = [ResponsePlans.Input, [1, 0, 0, 0], [-1, 2, -3, 4], [0, 0, 0, 0], [0.1, 0.1, -2, 0.3]];
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs(probes));
        var field = new ResponseField(response.Probes!);
        Network moved = new ManagedTrainer().Train(plan.OnPair(ResponsePlans.Input, 1)).Network;

        response.Measure(plan.Network, field);

        for (int p = 0; p < probes.Length; p++)
        {
            double before = plan.Network.Logit(probes[p]), after = moved.Logit(probes[p]);
            Assert.Equal(before, field.Logits[p], Rounding);
            Assert.Equal(after - before, field.LogitResponse[p], Rounding);
            Assert.Equal(Functions.Logistic(after) - Functions.Logistic(before), field.OutputResponse[p], Rounding);
            Assert.Equal(Functions.Logistic(before) * Functions.Logistic(-before), field.OutputSlope[p], Rounding);
        }

        Assert.Equal(field.At(0), field.AtPair);
        Assert.Equal(1 - Functions.Logistic(plan.Network.Logit(ResponsePlans.Input)), field.AtPair.LossFactor, Rounding);
    }

    [Fact]
    public void Connections_that_a_mask_takes_away_do_not_respond()
    {
        var hidden = new DenseLayer(4, 2, [0.5, 0, 0.3, 0, 0, 1.1, 0, -0.4], Activation.Elu, mask: [true, false, true, false, false, true, false, true]);
        TrainingPlan plan = ResponsePlans.Deep(Activation.Elu) with { Network = Network.FromWeights(hidden, new DenseLayer(2, 1, [0.7, -1.2])) };
        double[] probe = [0.1, 0.9, -2, 0.3];
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs(probe));
        var field = new ResponseField(response.Probes!);

        response.Measure(plan.Network, field);

        Network moved = new ManagedTrainer().Train(plan.OnPair(ResponsePlans.Input, 1)).Network;
        Assert.Equal(moved.Logit(probe) - plan.Network.Logit(probe), field.LogitResponse[0], Rounding);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_tangent_kernel_is_the_product_of_two_gradients(Activation activation)
    {
        TrainingPlan plan = ResponsePlans.Deep(activation);
        double[] probe = [0.2, 0.5, -0.4, 1.1];
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs(probe));
        var field = new ResponseField(response.Probes!);
        response.Measure(plan.Network, field);

        // Under the squared loss with a target 1 above the output, a step at rate 1 is the gradient of the output.
        double[] Gradient(double[] input)
        {
            double[] before = plan.Network.Parameters();
            TrainingPlan step = (plan with { Loss = Loss.Squared, LearningRate = 1 }).OnPair(input, plan.Network.Logit(input) + 1);
            return [.. step.Train().Zip(before, (after, start) => after - start)];
        }

        double kernel = Gradient(probe).Zip(Gradient(ResponsePlans.Input), (left, right) => left * right).Sum();
        Assert.Equal(kernel, field.TangentKernel[0], 1e-12);
    }

    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Elu)]
    public void A_run_that_is_measured_ends_with_the_bits_of_one_that_is_not(Activation activation)
    {
        TrainingPlan plan = ResponsePlans.Deep(activation) with { Optimizer = Optimizer.Adam(), Batches = BatchScheme.SingleExample(), Seed = 4 };
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ResponsePlans.Probes());
        var steps = new List<long>();

        TrainingResult measured = response.Train(new ManagedTrainer(), field => steps.Add(field.Step));

        TrainingResult unmeasured = new ManagedTrainer().Train(plan);
        Assert.Equal([0, 10, 20, 30], steps);
        Assert.Equal(unmeasured.Network.Parameters(), measured.Network.Parameters());
        Assert.Equal(unmeasured.FinalLoss, measured.FinalLoss);
    }

    [Fact]
    public void A_probe_s_response_does_not_depend_on_which_others_there_are()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Elu);
        var random = new RandomStream(8);
        double[][] inputs = [.. Enumerable.Range(0, 131).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextNormal()).ToArray())];
        var all = new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs(inputs));
        var field = new ResponseField(all.Probes!);
        all.Measure(plan.Network, field);

        for (int p = 0; p < inputs.Length; p++)
        {
            var alone = new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs(inputs[p]));
            var single = new ResponseField(alone.Probes!);
            alone.Measure(plan.Network, single);
            Assert.Equal(single.At(0), field.At(p));
        }
    }

    [Fact]
    public void Measuring_allocates_nothing()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Elu);
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ResponsePlans.Probes());
        var field = new ResponseField(response.Probes!);
        response.Measure(plan.Network, field);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repetition = 0; repetition < 20; repetition++)
            response.Measure(plan.Network, field);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_output_is_the_logit_itself_where_the_loss_makes_no_probability_of_it()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Relu, Loss.Squared);
        PointResponse response = new TrainingResponse(plan, ResponsePlans.Input, 2.5).Measure(plan.Network);
        Assert.Equal(2.5 - response.Logit, response.LossFactor, Rounding);
        Assert.Equal(1, response.OutputSlope);
        Assert.Equal(response.LogitResponse, response.OutputResponse);
    }

    [Fact]
    public void A_pair_that_is_already_learned_does_not_respond_and_has_no_normalised_kernel()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Relu, Loss.Squared);
        double learned = new TrainingResponse(plan, ResponsePlans.Input, 0).Measure(plan.Network).Logit;
        var response = new TrainingResponse(plan, ResponsePlans.Input, learned, ResponsePlans.Probes());
        var field = new ResponseField(response.Probes!);
        response.Measure(plan.Network, field);

        double[] kernel = new double[field.Count];
        Assert.Equal(0, field.AtPair.LogitResponse);
        Assert.False(field.TryNormalizedKernel(kernel));
        Assert.True(field.TryNormalizedTangentKernel(kernel));
        Assert.Equal(field.TangentKernel[5] / field.AtPair.TangentKernel, kernel[5]);
    }

    [Fact]
    public void A_clone_keeps_what_the_field_is_filled_over_with()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Relu);
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ResponsePlans.Probes());
        var field = new ResponseField(response.Probes!);
        response.Measure(plan.Network, field);
        ResponseField kept = field.Clone();
        PointResponse[] before = [.. Enumerable.Range(0, kept.Count).Select(field.At)];

        response.Measure(new ManagedTrainer().Train(plan).Network, field);

        Assert.Equal(before, Enumerable.Range(0, kept.Count).Select(kept.At));
        Assert.NotEqual(field.AtPair, kept.AtPair);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        TrainingPlan plan = ResponsePlans.Deep(Activation.Relu);
        Assert.Throws<ArgumentException>("plan", () => new TrainingResponse(TestPlans.ThreeClasses(), [1, 2, 3, 4], 1));
        Assert.Throws<ArgumentException>("input", () => new TrainingResponse(plan, [1, 2], 1));
        Assert.Throws<ArgumentException>("probes", () => new TrainingResponse(plan, ResponsePlans.Input, 1, ProbeSet.FromInputs([1, 2])));
        Assert.Throws<ArgumentException>("target", () => new TrainingResponse(plan, ResponsePlans.Input, 1.5));
        var response = new TrainingResponse(plan, ResponsePlans.Input, 1, ResponsePlans.Probes());
        Assert.Throws<ArgumentException>("field", () => response.Measure(plan.Network, new ResponseField(ProbeSet.FromInputs(ResponsePlans.Input))));
        Assert.Throws<InvalidOperationException>(() => new TrainingResponse(plan, ResponsePlans.Input, 1).Train(new ManagedTrainer(), _ => { }));
        Assert.Throws<ArgumentOutOfRangeException>("probe", () => new ResponseField(ResponsePlans.Probes()).At(1000));
    }
}
