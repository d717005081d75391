using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training;

/// <summary>
/// One step of gradient descent at learning rate 1 changes both networks by minus the gradients of their losses, which are compared with finite differences of the losses as the plan
/// defines them.
/// </summary>
public class AdversarialTrainingTests
{
    // A difference of fourth order with spacing h errs by h^4 f^(5) / 30 + 1.5 u f / h: about u^(4/5) at the best h, u^(1/5).
    private const double Spacing = 7e-4;
    private const double DifferenceAccuracy = 1000 * 3e-13;
    private const int BatchSize = 7;
    private const ulong Seed = 4;

    public static TheoryData<Loss, int, int> Cases() => new()
    {
        { Loss.Logistic, 2, 5 },
        { Loss.Hinge(), 2, 5 },
        { Loss.Hinge(0.3), 3, 9 },
        { Loss.Logistic, 11, 3 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_step_follows_the_finite_difference_gradients_of_both_losses(Loss loss, int components, int width)
    {
        for (ulong seed = 1; ; seed++)
        {
            AdversarialPlan plan = Plan(loss, components, width) with { Seed = seed };
            AdversarialResult after = AdversarialTraining.Train(plan);
            // The batches, in the order in which they are drawn.
            var random = new RandomStream(seed);
            double[][] data = Draw(components, sample => plan.Data(random, sample)), first = Latents(plan, random), second = Latents(plan, random);
            double[][] generated = [.. first.Select(z => plan.Generator.Evaluate(z))], generatedThen = [.. second.Select(z => plan.Generator.Evaluate(z))];
            if (!IsSmooth(plan.Discriminator, loss, [.. data, .. generated]) || !IsSmooth(plan.Generator, null, second) || !IsSmooth(after.Discriminator, null, generatedThen))
                continue;

            AssertGradient(plan.Discriminator, after.Discriminator, discriminator => DiscriminatorLoss(loss, discriminator, plan.Generator, data, first));
            AssertGradient(plan.Generator, after.Generator, generator => GeneratorLoss(loss, after.Discriminator, generator, second));
            return;
        }
    }

    [Fact]
    public void Both_precisions_learn_alike()
    {
        AdversarialPlan plan = Plan(Loss.Logistic, 2, 5) with { LearningRate = 0.01, Steps = 20 };
        AdversarialResult exact = AdversarialTraining.Train(plan), rounded = AdversarialTraining.Train(plan with { Precision = Precision.Single });
        TestPlans.AssertClose(exact.Generator.Parameters(), rounded.Generator.Parameters(), 1e-4);
        Assert.NotEqual(exact.Generator.Parameters(), rounded.Generator.Parameters());
    }

    [Fact]
    public void Equal_plans_give_equal_bits_and_another_seed_others()
    {
        AdversarialPlan plan = Plan(Loss.Hinge(), 2, 5) with { Optimizer = Optimizer.Adam(0.5), LearningRate = 1e-3, Steps = 50 };
        double[] first = AdversarialTraining.Train(plan).Generator.Parameters();
        Assert.Equal(first, AdversarialTraining.Train(plan).Generator.Parameters());
        Assert.NotEqual(first, AdversarialTraining.Train(plan with { Seed = 5 }).Generator.Parameters());
    }

    [Fact]
    public void The_observer_sees_the_start_and_the_steps_asked_for()
    {
        AdversarialPlan plan = Plan(Loss.Logistic, 2, 5) with { LearningRate = 0.01, Steps = 6, ObservationSteps = [2, 6] };
        var seen = new List<(long Step, double[] Weights)>();
        AdversarialResult result = AdversarialTraining.Train(plan, (step, generator, _) => seen.Add((step, generator.Parameters())));
        Assert.Equal([0, 2, 6], seen.Select(entry => entry.Step));
        Assert.Equal(plan.Generator.Parameters(), seen[0].Weights);
        Assert.Equal(result.Generator.Parameters(), seen[2].Weights);
        Assert.Equal(AdversarialTraining.Train(plan with { Steps = 2, ObservationSteps = [] }).Generator.Parameters(), seen[1].Weights);
    }

    [Fact]
    public void A_generator_learns_the_mean_of_its_data()
    {
        // A shift alone, against a linear discriminator with a bias: the data lie at 3, and the generator starts at 0.
        AdversarialPlan plan = new()
        {
            Generator = Network.FromWeights(new DenseLayer(1, 1, [0.1], bias: [0])),
            Discriminator = Network.FromWeights(new DenseLayer(1, 8, [.. Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? 1.0 : -1)], Activation.Relu, [-4, 4, -3, 3, -2, 2, -1, 1]), new DenseLayer(8, 1, new double[8], bias: [0])),
            Data = (random, sample) => sample[0] = 3 + (0.1 * random.NextNormal()),
            DiscriminatorLoss = Loss.Logistic,
            LearningRate = 0.01,
            BatchSize = 64,
            Steps = 2000,
            Seed = 1,
        };
        Assert.Equal(3, AdversarialTraining.Train(plan).Generator.Layers[0].Bias[0], 0.2);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        AdversarialPlan plan = Plan(Loss.Logistic, 2, 5) with { LearningRate = 0.01, Steps = 1000 };
        Assert.Throws<OperationCanceledException>(() => AdversarialTraining.Train(plan, cancellation: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Divergence_is_a_numerical_failure_with_its_step_and_rate()
    {
        AdversarialPlan plan = Plan(Loss.Hinge(), 2, 5) with { LearningRate = 1e200, Steps = 1000 };
        Assert.Contains("1E+200", Assert.Throws<NumericalFailureException>(() => AdversarialTraining.Train(plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_that_cannot_be_trained_are_refused_by_name()
    {
        AdversarialPlan plan = Plan(Loss.Logistic, 2, 5);
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => (plan with { LearningRate = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>("BatchSize", () => (plan with { BatchSize = 0 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>("Steps", () => (plan with { Steps = -1 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>("Precision", () => (plan with { Precision = (Precision)7 }).Validate());
        Assert.Throws<ArgumentOutOfRangeException>("ObservationSteps", () => (plan with { ObservationSteps = [2] }).Validate());
        Assert.Throws<ArgumentException>("DiscriminatorLoss", () => (plan with { DiscriminatorLoss = Loss.Squared }).Validate());
        Assert.Throws<ArgumentException>("Discriminator", () => (plan with { Discriminator = Network.FromWeights(new DenseLayer(3, 1, [1, 1, 1])) }).Validate());
        Assert.Throws<ArgumentException>("Discriminator", () => (plan with { Discriminator = Network.FromWeights(new DenseLayer(2, 2, [1, 1, 1, 1])) }).Validate());
    }

    private static AdversarialPlan Plan(Loss loss, int components, int width) => new()
    {
        Generator = Network.Create([3, width, components], Activation.Elu, Initialization.FanIn(), seed: 1, biased: true),
        Discriminator = Network.Create([components, width, width, 1], Activation.Elu, Initialization.FanIn(), seed: 2, biased: true),
        Data = (random, sample) =>
        {
            for (int i = 0; i < sample.Length; i++)
                sample[i] = 1 + (0.5 * random.NextNormal());
        },
        DiscriminatorLoss = loss,
        LearningRate = 1,
        BatchSize = BatchSize,
        Steps = 1,
        Optimizer = Optimizer.GradientDescent,
        Seed = Seed,
    };

    private static double DiscriminatorLoss(Loss loss, Network discriminator, Network generator, double[][] data, double[][] latents)
    {
        double generated = loss is HingeLoss ? -1 : 0;
        return (data.Sum(x => loss.Value(discriminator.Evaluate(x), [1])) + latents.Sum(z => loss.Value(discriminator.Evaluate(generator.Evaluate(z)), [generated]))) / BatchSize;
    }

    private static double GeneratorLoss(Loss loss, Network discriminator, Network generator, double[][] latents) => latents.Average(z =>
    {
        double logit = discriminator.Logit(generator.Evaluate(z));
        return loss is HingeLoss ? -logit : Functions.Softplus(-logit);
    });

    /// <summary>Whether no kink, of an activation or of the hinge, lies within reach of the differences.</summary>
    private static bool IsSmooth(Network network, Loss? loss, double[][] inputs)
    {
        const double Reach = 10 * Spacing;
        foreach (double[] input in inputs)
        {
            for (int k = 0; k < network.Layers.Count - 1; k++)
            {
                for (int i = 0; i < network.Layers[k].OutputSize; i++)
                {
                    if (Math.Abs(network.Preactivation(k, i, input)) < Reach)
                        return false;
                }
            }

            if (loss is HingeLoss hinge && Math.Abs(hinge.Margin - Math.Abs(network.Logit(input))) < Reach)
                return false;
        }

        return true;
    }

    private static double[][] Latents(AdversarialPlan plan, RandomStream random) => Draw(plan.Generator.InputSize, latent =>
    {
        for (int i = 0; i < latent.Length; i++)
            latent[i] = random.NextNormal();
    });

    private static double[][] Draw(int components, Action<double[]> draw)
    {
        double[][] samples = new double[BatchSize][];
        for (int j = 0; j < BatchSize; j++)
            draw(samples[j] = new double[components]);
        return samples;
    }

    private static void AssertGradient(Network before, Network after, Func<Network, double> loss)
    {
        double[] parameters = before.Parameters(), then = after.Parameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            double LossAt(double shift)
            {
                double[] moved = [.. parameters];
                moved[i] += shift;
                return loss(before.WithParameters(moved));
            }

            double slope = ((8 * (LossAt(Spacing) - LossAt(-Spacing))) - (LossAt(2 * Spacing) - LossAt(-2 * Spacing))) / (12 * Spacing);
            Assert.True(Math.Abs(parameters[i] - then[i] - slope) <= DifferenceAccuracy * (1 + Math.Abs(slope)), FormattableString.Invariant($"parameter {i} has slope {slope} and the step says {parameters[i] - then[i]}"));
        }
    }
}
