using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance.Tests;

/// <summary>Gradient descent for one linear layer under the logistic loss.</summary>
public sealed class LinearTrainer : ITrainer
{
    public string Name => "linear";

    public string Version => "1.0";

    public TrainerSupport Supports(TrainingPlan plan) => plan switch
    {
        { Loss: not LogisticLoss } => TrainerSupport.Lacks("The loss must be logistic."),
        { Optimizer: not GradientDescent } => TrainerSupport.Lacks("The optimiser must be gradient descent."),
        { Precision: not Precision.Double } => TrainerSupport.Lacks("Only double precision is supported."),
        { Network.Convolutions.Count: > 0 } => TrainerSupport.Lacks("Convolution layers are not supported."),
        _ when plan.Network.Layers is not [{ OutputSize: 1, HasBias: false, Activation: Activation.Identity, Mask.IsEmpty: true }] =>
            TrainerSupport.Lacks("The network must be one linear layer with one output, without a bias and without a mask."),
        _ => TrainerSupport.Full,
    };

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        plan.Validate();
        var shape = new ParameterVector(plan.Network);
        double[] weights = shape.ToArray();
        observer?.Invoke(0, plan.Network);

        using IEnumerator<int[]> batches = Batches(plan).GetEnumerator();
        StepLoop.Run(plan.Steps, plan.ObservationSteps, Take, step => observer?.Invoke(step, shape.ToNetwork(weights)), progress, cancellation);

        Network network = shape.ToNetwork(weights);
        return new(network, plan.Steps, plan.Loss.Mean(network, plan.Data), Name, Version);

        void Take(long step)
        {
            batches.MoveNext();
            Descend(plan, weights, batches.Current);
            if (!ParameterVector.IsFinite(weights))
                throw Divergence.OfWeights(plan, step);
        }
    }

    private static IEnumerable<int[]> Batches(TrainingPlan plan)
    {
        var order = new ExampleOrder(plan);
        while (true)
        {
            foreach (int[] batch in order.NextPass().ToArray().Chunk(order.BatchSize))
                yield return batch;
        }
    }

    private static void Descend(TrainingPlan plan, double[] weights, int[] batch)
    {
        double[] gradient = new double[weights.Length];
        foreach (int example in batch)
        {
            ReadOnlySpan<double> input = plan.Data.Input(example);
            double logit = 0;
            for (int i = 0; i < input.Length; i++)
                logit += weights[i] * input[i];
            double share = plan.Data.Weights[example] * plan.Data.Count / batch.Length;
            double error = Functions.Logistic(logit) - plan.Data.Target(example)[0];
            for (int i = 0; i < input.Length; i++)
                gradient[i] += share * error * input[i];
        }

        for (int i = 0; i < weights.Length; i++)
            weights[i] -= plan.LearningRate * gradient[i];
    }
}
