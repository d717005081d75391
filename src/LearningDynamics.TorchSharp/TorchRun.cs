using LearningDynamics.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LearningDynamics.TorchSharp;

/// <summary>One plan on libtorch: the weights, the optimiser with its memory, and the examples. Tensors of a step end with the step.</summary>
internal sealed class TorchRun : IDisposable
{
    private readonly TrainingPlan plan;
    private readonly ParameterVector shape;
    private readonly TorchNetwork network;
    private readonly TorchExamples examples;
    private readonly TorchLoss loss;
    private readonly OptimizerHelper optimizer;

    public TorchRun(TrainingPlan plan, Device device)
    {
        this.plan = plan;
        ScalarType type = plan.Precision == Precision.Single ? float32 : float64;
        shape = new ParameterVector(plan.Network);
        network = new TorchNetwork(plan.Network, type, device);
        examples = new TorchExamples(plan, type, device);
        loss = TorchLoss.For(plan);
        optimizer = Optimizer(plan, network.Parameters);
    }

    /// <summary>Takes one step on the next batch.</summary>
    public void Step()
    {
        using IDisposable scope = NewDisposeScope();
        Batch batch = examples.Next();
        optimizer.zero_grad();
        loss.Of(network.Outputs(batch.Inputs), batch).backward();
        optimizer.step();
    }

    /// <summary>The network as it is now.</summary>
    /// <param name="step">How many steps were taken, for the error.</param>
    /// <exception cref="Numerics.NumericalFailureException">A weight is not finite.</exception>
    public Network Network(long step)
    {
        double[] parameters = network.ToArray();
        return ParameterVector.IsFinite(parameters) ? shape.ToNetwork(parameters) : throw Divergence.OfWeights(plan, step);
    }

    /// <summary>Lets the optimiser's memory go; the other tensors end with the scope in which this was created.</summary>
    public void Dispose() => optimizer.Dispose();

    private static OptimizerHelper Optimizer(TrainingPlan plan, IReadOnlyList<Parameter> parameters) => plan.Optimizer switch
    {
        Momentum momentum => optim.SGD(parameters, plan.LearningRate, momentum.Beta),
        Training.Adam adam => optim.Adam(parameters, plan.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon),
        _ => optim.SGD(parameters, plan.LearningRate),
    };
}
