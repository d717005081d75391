using LearningDynamics.Training;

namespace LearningDynamics.PyTorch.Tests;

public class DeviceTests
{
    [ShellFact]
    public void The_devices_are_those_that_torch_names()
    {
        using var interpreter = new FakeInterpreter("read program", """echo '{"torch": "2.1.0", "python": "3.11.2", "devices": ["cpu", "cuda"]}'""", "cat > /dev/null");
        Assert.Equal(["cpu", "cuda"], interpreter.Trainer.Devices);
        Assert.Equal("2.1.0 (Python 3.11.2) on cuda", interpreter.Trainer.On("cuda").Version);
        Assert.Equal("2.1.0 (Python 3.11.2)", interpreter.Trainer.On("cpu").Version);
    }

    [ShellFact]
    public void A_device_that_is_not_there_is_refused_with_those_that_are()
    {
        using var interpreter = new FakeInterpreter(FakeInterpreter.Greeting, "cat > /dev/null");
        Assert.Contains("There is no device 'cuda' here; torch sees cpu", Assert.Throws<ArgumentException>(() => interpreter.Trainer.On("cuda")).Message, StringComparison.Ordinal);
    }

    [ShellFact]
    public void The_plan_says_where_to_compute()
    {
        using var interpreter = new FakeInterpreter("read program", """echo '{"torch": "2.1.0", "python": "3.11.2", "devices": ["cpu", "cuda"]}'""", "read plan", "echo \"$plan\" | grep -o '\"device\":\"[a-z]*\"' >&2", "exit 1");
        Assert.Contains("\"device\":\"cuda\"", Assert.Throws<TrainerException>(() => interpreter.Trainer.On("cuda").Train(Plans.Random(Loss.Squared))).Message, StringComparison.Ordinal);
    }

    [TorchFact]
    public void Every_device_agrees_with_the_processor()
    {
        TrainingPlan plan = Plans.Random(Loss.Logistic);
        double[] expected = Torch.Trainer.Train(plan).Network.Parameters();
        Assert.All(Torch.Trainer.Devices, device =>
        {
            double[] actual = Torch.Trainer.On(device).Train(plan).Network.Parameters();
            Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, AgreementTests.DoubleTolerance));
        });
    }
}
