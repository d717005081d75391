using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Numerics;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using PaperFigures.Nakazato2024;

namespace PaperFigures.Tests.Nakazato2024;

/// <summary>Figures 1, 2 and 4: the response of one pair, and what it is made of.</summary>
public class ResponseTests
{
    [Theory]
    [InlineData(FeatureActivation.Relu)]
    [InlineData(FeatureActivation.Elu)]
    public void The_answer_is_the_accepted_one(FeatureActivation activation)
    {
        ExperimentRun run = ExperimentRunner.Run(new Response { Activation = activation }, Answers.Few(2000));

        CrossCheckAssert.Passes(run);
        Snapshot.Match(run, Answers.Settings with { Name = activation.ToString() });
    }

    [Fact]
    public void The_answer_for_binary_inputs_is_the_accepted_one() =>
        Snapshot.Match(ExperimentRunner.Run(new Response { Encoding = HypercubeEncoding.Binary, InputSize = 5, Seeds = 4, Epochs = 100 }, Answers.Few(100)), Answers.Settings);

    [Theory]
    [InlineData(0, ResponseLoss.Squared)]
    [InlineData(0.25, ResponseLoss.Squared)]
    [InlineData(1, ResponseLoss.CrossEntropy)]
    public void The_answer_for_regression_is_the_accepted_one(double target, ResponseLoss loss)
    {
        ExperimentRun run = ExperimentRunner.Run(new ResponseRegression { Target = target, Loss = loss, Seeds = 4 }, Answers.Few(2000));

        CrossCheckAssert.Passes(run);
        Snapshot.Match(run, Answers.Settings with { Name = FormattableString.Invariant($"{loss}-{target}") });
    }

    [Theory]
    [InlineData(FeatureActivation.Relu)]
    [InlineData(FeatureActivation.Elu)]
    public void The_response_ages_as_one_over_the_epoch_in_the_limit_and_nearly_so_at_finite_width(FeatureActivation activation)
    {
        ExperimentRun run = ExperimentRunner.Run(new Response { Activation = activation, Epochs = 20000, Seeds = 8 }, Answers.Few(20000));

        // At t = 2e4 the logarithmic correction to the exponent is below 1%; a kernel that grows by a share k over the decade takes about k / ln 10 from it.
        Assert.Equal(-1, run.Answer(Route.ClosedForm).Number("LimitAgingExponent"), 0.01);
        Assert.Equal(-1, run.Answer(Route.Trained).Number("AgingExponent"), 0.1);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.6)]
    public void Towards_a_target_in_between_the_response_decays_at_the_rate_of_the_linearised_step(double target)
    {
        var experiment = new ResponseRegression { Target = target, Loss = ResponseLoss.CrossEntropy, Seeds = 1 };

        RouteResult answer = ExperimentRunner.Run(experiment, Answers.Few(2000)).Answer(Route.Trained);

        // Near its end a step multiplies what is left by 1 - eta Theta f (1 - f). Over the fitted quarter of the time e^(-rate t) is below 1e-5.
        double factor = 1 - (experiment.LearningRate * answer.Series("TangentKernel")[^1] * target * (1 - target));
        Assert.Equal(-Math.Log(factor), answer.Number("RelaxationRate"), 1e-4 * -Math.Log(factor));
    }

    [Fact]
    public void The_limit_s_response_starts_at_the_mean_over_its_normal_start()
    {
        RouteResult answer = ExperimentRunner.Run(new Response { LearningRate = 0.01 }, Answers.Few(2000)).Answer(Route.ClosedForm);

        // By symmetry the mean of 1 - sigma(u) is 1/2; the kernel of two halves is 1.
        Assert.Equal(0.01 * 0.5, answer.Series("LimitResponse")[0], 1e-15);
        Assert.Equal(1, answer.Series("LimitTangentKernel")[0], 1e-14);
    }

    [Fact]
    public void The_factors_multiply_to_the_response_of_each_seed()
    {
        RouteResult answer = ExperimentRunner.Run(new Response { Seeds = 1 }, Answers.Few(2000)).Answer(Route.Trained);

        double[] product = [.. answer.Series("LossFactor").Zip(answer.Series("TangentKernel"), (loss, kernel) => 0.05 * loss * kernel)];
        for (int k = 0; k < product.Length; k++)
            Assert.Equal(product[k], answer.Series("ReconstructedResponse")[k], 1e-13);
    }

    [Fact]
    public void The_kernel_drifts_less_in_wider_networks()
    {
        double[] drifts = [.. new[] { 32, 128, 512 }.Select(features =>
            ExperimentRunner.Run(new Response { Features = features, InputSize = 6 }, Answers.Few(2000)).Answer(Route.Trained).Number("KernelDrift"))];

        // Lazy training: the drift falls as m^(-1/2). Its logarithm has a standard error of about 0.25 / sqrt(16) at each width.
        Assert.Equal(-0.5, PowerLaw.Exponent([32, 128, 512], drifts)!.Value, 0.2);
    }

    [Fact]
    public void Epochs_and_answers_do_not_depend_on_what_else_is_asked_for()
    {
        var experiment = new Response { Seeds = 2, InputSize = 4, Epochs = 300 };
        RouteResult few = ExperimentRunner.Run(experiment, Answers.Few(300)).Answer(Route.Trained);
        RouteResult many = ExperimentRunner.Run(experiment).Answer(Route.Trained);

        Assert.Equal(few.Series("Response")[^1], many.Series("Response")[^1]);
        Assert.Equal(few.Number("AgingExponent"), many.Number("AgingExponent"));
        Assert.Equal(few.Map("Kernel"), many.Map("Kernel"));
    }
}
