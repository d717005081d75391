using LearningDynamics.Numerics;

namespace LearningDynamics.Theory;

/// <summary>Cuts the logit of a class at its neurons' deaths.</summary>
internal static class LogitArcs
{
    /// <summary>The arcs in order of time; none if no neuron is active.</summary>
    public static LogitArc[] Between(ReadOnlySpan<HiddenNeuron> neurons, double inputNorm)
    {
        HiddenNeuron[] alive = Array.FindAll(neurons.ToArray(), static neuron => neuron.IsActive);
        // From the last death backwards, every neuron joins the sums once.
        Array.Sort(alive, static (left, right) => right.DeathPosition.CompareTo(left.DeathPosition));
        double scale = 0;
        foreach (HiddenNeuron neuron in alive)
            scale = Math.Max(scale, Math.Abs(neuron.Growing));

        List<LogitArc> arcs = [];
        CompensatedSum offset = default;
        CompensatedSum squares = default;
        for (int i = 0; i < alive.Length; i++)
        {
            offset.AddProduct(alive[i].InitialPreactivation, alive[i].InitialOutputWeight);
            double growing = scale == 0 ? 0 : alive[i].Growing / scale;
            squares.AddProduct(growing, growing);
            if (i + 1 < alive.Length && alive[i + 1].DeathPosition == alive[i].DeathPosition)
                continue;
            double growthRoot = scale * Math.Sqrt(squares.Value) / (Math.Sqrt(2) * Math.Sqrt(inputNorm));
            arcs.Add(new LogitArc(alive[i].DeathPosition, offset.Value, growthRoot));
        }
        arcs.Reverse();
        return [.. arcs];
    }
}
