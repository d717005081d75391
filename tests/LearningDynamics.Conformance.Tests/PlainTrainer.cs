using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance.Tests;

/// <summary>What can be wrong with a trainer.</summary>
public enum Fault
{
    None,
    RateOffByOnePercent,
    SumInsteadOfMean,
    StaleGradient,
    MomentumAppliedTwice,
    MomentumForgotten,
    OrderOfItsOwn,
    LastBatchLeftOut,
    BiasForgotten,
    SeedIgnored,
    ShowsTheStepBefore,
    ReturnsWhenCancelled,
    AcceptsEverything,
    TurnsBlindToInfinity,
    NoProgress,
    RemembersTheLastRun,
    NoisyStart,
}

/// <summary>Gradient descent and momentum as they are written down, loop by loop, with a fault on request. It does double precision, identity and ReLU, logistic and squared losses.</summary>
internal sealed class PlainTrainer(Fault fault = Fault.None) : ITrainer
{
    private int runs;

    public string Name => "plain";

    public string Version => "1.0";

    public TrainerSupport Supports(TrainingPlan plan) => plan switch
    {
        { Precision: not Precision.Double } => TrainerSupport.Lacks("Only double precision is supported."),
        { Loss: not (LogisticLoss or SquaredLoss) } => TrainerSupport.Lacks("The loss must be logistic or squared."),
        { Optimizer: not (GradientDescent or Momentum) } => TrainerSupport.Lacks("The optimiser must be gradient descent or momentum."),
        _ when plan.Network.Layers.Any(layer => layer.Activation == Activation.Elu || !layer.Mask.IsEmpty) => TrainerSupport.Lacks("Layers are linear or ReLU, without a mask."),
        _ => TrainerSupport.Full,
    };

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (fault != Fault.AcceptsEverything)
            plan.Validate();
        plan = Spoiled(plan);
        var shape = new ParameterVector(plan.Network);
        double[] weights = shape.ToArray();
        weights[0] += fault == Fault.NoisyStart || (fault == Fault.RemembersTheLastRun && runs++ > 0) ? 1e-15 : 0;
        double[] velocity = new double[weights.Length];
        double[] previous = weights;
        var order = new ExampleOrder(plan);
        Queue<int[]> batches = [];
        HashSet<long> observed = [.. plan.ObservationSteps.TakeWhile(step => step <= plan.Steps)];
        observer?.Invoke(0, shape.ToNetwork(weights));
        for (long step = 1; step <= plan.Steps; step++)
        {
            if (fault == Fault.ReturnsWhenCancelled && cancellation.IsCancellationRequested)
                break;
            cancellation.ThrowIfCancellationRequested();
            if (batches.Count == 0)
                Array.ForEach(Pass(order), batches.Enqueue);
            double[] before = weights;
            double[] gradient = Gradients.Of(plan, shape.ToNetwork(fault == Fault.StaleGradient ? previous : weights), batches.Dequeue(), withBias: fault != Fault.BiasForgotten);
            weights = Step(plan, weights, velocity, gradient);
            previous = before;
            if (!ParameterVector.IsFinite(weights))
            {
                if (fault == Fault.TurnsBlindToInfinity)
                    return new(plan.Network, plan.Steps, 0, Name, Version);
                throw Divergence.OfWeights(plan, step);
            }

            if (observed.Contains(step))
                observer?.Invoke(step, shape.ToNetwork(fault == Fault.ShowsTheStepBefore ? before : weights));
        }

        if (fault != Fault.NoProgress)
            progress?.Report(1);
        Network end = shape.ToNetwork(weights);
        return new(end, plan.Steps, plan.Loss.Mean(end, plan.Data), Name, Version);
    }

    private TrainingPlan Spoiled(TrainingPlan plan) => fault switch
    {
        Fault.RateOffByOnePercent => plan with { LearningRate = 1.01 * plan.LearningRate },
        Fault.SumInsteadOfMean => plan with { LearningRate = plan.LearningRate * plan.Data.Count },
        Fault.MomentumForgotten => plan with { Optimizer = Optimizer.GradientDescent },
        Fault.OrderOfItsOwn => plan with { Seed = plan.Seed + 1 },
        Fault.SeedIgnored => plan with { Seed = 0 },
        _ => plan,
    };

    private int[][] Pass(ExampleOrder order)
    {
        int[][] batches = [.. order.NextPass().ToArray().Chunk(order.BatchSize)];
        return fault == Fault.LastBatchLeftOut && batches.Length > 1 ? batches[..^1] : batches;
    }

    private double[] Step(TrainingPlan plan, double[] weights, double[] velocity, double[] gradient)
    {
        double beta = (plan.Optimizer as Momentum)?.Beta ?? 0;
        for (int times = 0; times < (fault == Fault.MomentumAppliedTwice ? 2 : 1); times++)
        {
            for (int i = 0; i < velocity.Length; i++)
                velocity[i] = (beta * velocity[i]) + (times == 0 ? gradient[i] : 0);
        }

        return [.. weights.Select((weight, i) => weight - (plan.LearningRate * velocity[i]))];
    }
}
