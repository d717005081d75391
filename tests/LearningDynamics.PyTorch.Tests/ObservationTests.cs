using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

public class ObservationTests
{
    [TorchFact]
    public void Every_step_is_observed_in_order() =>
        Assert.Equal(Enumerable.Range(0, 2501).Select(step => (long)step), Steps(ObservationSteps.EveryStep, 2500));

    [TorchFact]
    public void Only_the_asked_steps_are_observed()
    {
        Assert.Equal([0, 5, 17, 40], Steps([0, 5, 17, 40], 40));
        Assert.Equal([0, 30, 60, 90], Steps(ObservationSteps.Every(30), 100));
        Assert.Equal([0], Steps(ObservationSteps.None, 10));
    }

    [TorchFact]
    public void The_observed_weights_are_those_of_a_run_that_ends_there()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { LearningRate = 0.01, ObservationSteps = [3, 4] };
        var seen = new Dictionary<long, double[]>();
        TrainingResult result = Torch.Trainer.Train(plan, (step, network) => seen.Add(step, network.Parameters()));
        Assert.Equal(Torch.Trainer.Train(plan with { Steps = 4 }).Network.Parameters(), seen[4]);
        Assert.Equal(200, result.Steps);
        Assert.Equal(plan.Loss.Mean(result.Network, plan.Data), result.FinalLoss);
    }

    [TorchFact]
    public void Weights_cross_the_border_bit_by_bit()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { Steps = 0 };
        Assert.Equal(plan.Network.Parameters(), Torch.Trainer.Train(plan).Network.Parameters());
    }

    [TorchFact]
    public void In_single_precision_the_start_is_rounded_and_shown()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { Steps = 0, Precision = Precision.Single };
        double[] start = [];
        double[] end = Torch.Trainer.Train(plan, (_, network) => start = network.Parameters()).Network.Parameters();
        Assert.Equal([.. plan.Network.Parameters().Select(weight => (double)(float)weight)], end);
        Assert.Equal(end, start);
    }

    [TorchFact]
    public void Progress_rises_to_one()
    {
        var shares = new List<double>();
        Torch.Trainer.Train(Plans.Random(Loss.Squared) with { LearningRate = 0.01, Steps = 1500, ObservationSteps = ObservationSteps.EveryStep }, (_, _) => { }, new Recorder(shares));
        Assert.True(shares.Count > 1);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
    }

    [TorchFact]
    public void A_run_that_diverges_says_at_which_step_and_rate_and_shows_nothing_that_is_not_finite()
    {
        TrainingPlan plan = Plans.Random(Loss.Squared) with { LearningRate = 100, Steps = 100_000_000, ObservationSteps = ObservationSteps.EveryStep };
        string message = Assert.Throws<NumericalFailureException>(() => Torch.Trainer.Train(plan, (_, network) => Assert.All(network.Parameters(), weight => Assert.True(double.IsFinite(weight))))).Message;
        Assert.Contains("no longer finite after step", message, StringComparison.Ordinal);
        Assert.Contains("learning rate 100", message, StringComparison.Ordinal);
    }

    [TorchFact]
    public void The_record_names_torch_and_its_version()
    {
        TrainingResult result = Torch.Trainer.Train(Plans.Random(Loss.Squared) with { Steps = 1 });
        Assert.Equal("pytorch", result.TrainerName);
        Assert.Matches(@"^\d+\.\d+.* \(Python 3\.\d+", result.TrainerVersion);
    }

    private static List<long> Steps(ObservationSteps steps, long count)
    {
        var seen = new List<long>();
        Torch.Trainer.Train(Plans.Random(Loss.Logistic) with { Steps = count, ObservationSteps = steps }, (step, _) => seen.Add(step));
        return seen;
    }

    private sealed class Recorder(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
