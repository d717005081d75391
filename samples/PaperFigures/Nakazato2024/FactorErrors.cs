using LearningDynamics.Training;

namespace PaperFigures.Nakazato2024;

/// <summary>
/// What the product of the factors leaves of the measured response, at the learning rates eta, eta / 2 and eta / 4: the sum of squares over all inputs at which no
/// gate flips at the largest rate, for no expansion in eta holds across a gate.
/// </summary>
internal sealed class FactorErrors
{
    private readonly double[] squares = new double[3];

    /// <summary>The order in eta, log2 of the ratio of the 2-norms at eta / 2 and eta / 4; null if the product leaves nothing, or no input is without a flip.</summary>
    public double? Order => squares[1] > 0 && squares[2] > 0 ? Math.Log2(squares[1] / squares[2]) / 2 : null;

    /// <summary>Measures one network.</summary>
    /// <param name="plan">The plan with the largest rate, whose network is measured.</param>
    /// <param name="setting">The pair.</param>
    /// <param name="probes">The inputs.</param>
    public static FactorErrors Of(TrainingPlan plan, ResponseSetting setting, ResponseProbes probes)
    {
        var errors = new FactorErrors();
        var field = new ResponseField(probes.All);
        bool[] flips = new bool[field.Count];
        for (int halvings = 0; halvings < errors.squares.Length; halvings++)
        {
            TrainingPlan slower = plan with { LearningRate = Math.ScaleB(plan.LearningRate, -halvings) };
            new TrainingResponse(slower, probes.Cube.Vertex(setting.TrainedVertex), setting.Target, probes.All).Measure(plan.Network, field);
            for (int probe = 0; probe < flips.Length; probe++)
            {
                PointResponse response = field.At(probe);
                flips[probe] |= halvings == 0 && response.GateFlips > 0;
                errors.squares[halvings] += flips[probe] ? 0 : Math.Pow(response.LogitResponse - response.ReconstructedLogitResponse, 2);
            }
        }

        return errors;
    }

    /// <summary>Adds another network's.</summary>
    public void Add(FactorErrors other)
    {
        for (int k = 0; k < squares.Length; k++)
            squares[k] += other.squares[k];
    }
}
