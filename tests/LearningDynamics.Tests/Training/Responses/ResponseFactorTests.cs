using LearningDynamics.Data;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training.Responses;

/// <summary>The measured response against the product of its factors, from which it may differ by O(eta^2) and not by O(eta).</summary>
public class ResponseFactorTests
{
    private const int Seeds = 16;

    [Theory]
    [InlineData(Activation.Relu, false)]
    [InlineData(Activation.Elu, false)]
    [InlineData(Activation.Relu, true)]
    [InlineData(Activation.Elu, true)]
    public void The_factors_leave_an_error_of_order_2_where_no_gate_flips(Activation activation, bool squared)
    {
        (double[] logit, double[] output, double kept) = Errors(activation, squared ? Loss.SquaredProbability : Loss.Logistic);

        Assert.InRange(Order(logit, 0), 1.9, 2.1);
        Assert.InRange(Order(logit, 1), 1.9, 2.1);
        Assert.InRange(Order(output, 0), 1.9, 2.1);
        Assert.InRange(Order(output, 1), 1.9, 2.1);
        // An ELU has no gate. A ReLU network that kept only a few probes would show nothing.
        Assert.InRange(kept, activation == Activation.Elu ? 1 : 0.5, 1);
    }

    /// <summary>The 2-norms over probes and seeds of what the factors leave, at the rates eta, eta / 2 and eta / 4, and the share of the probes that no gate excludes.</summary>
    private static (double[] Logit, double[] Output, double Kept) Errors(Activation activation, Loss loss)
    {
        double[] logit = new double[3], output = new double[3];
        int kept = 0, probes = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            ResponseField[] fields = [.. Enumerable.Range(0, 3).Select(halvings => Measure(activation, loss, seed, Math.ScaleB(0.05, -halvings)))];
            for (int p = 0; p < fields[0].Count; p++)
            {
                probes++;
                if (fields[0].At(p).GateFlips > 0)
                    continue;
                kept++;
                for (int k = 0; k < 3; k++)
                {
                    PointResponse response = fields[k].At(p);
                    logit[k] += Math.Pow(response.LogitResponse - response.ReconstructedLogitResponse, 2);
                    output[k] += Math.Pow(response.OutputResponse - response.ReconstructedOutputResponse, 2);
                }
            }
        }

        return (logit, output, (double)kept / probes);
    }

    private static ResponseField Measure(Activation activation, Loss loss, ulong seed, double learningRate)
    {
        TrainingPlan plan = ResponsePlans.Wide(activation, seed, learningRate: learningRate) with { Loss = loss };
        ProbeSet probes = new TangentScaling(8, 128).Hypercube(HypercubeEncoding.Signed).Probes();
        var field = new ResponseField(probes);
        new TrainingResponse(plan, plan.Data.Input(0), 1, probes).Measure(plan.Network, field);
        return field;
    }

    /// <summary>The sums are of squares, so their logarithm counts twice.</summary>
    private static double Order(double[] squares, int finer) => Math.Log2(squares[finer] / squares[finer + 1]) / 2;
}
