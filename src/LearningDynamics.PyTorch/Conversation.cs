using System.Text.Json;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>One plan carried out by an interpreter.</summary>
internal sealed class Conversation
{
    // Enough examples that asking for more costs next to nothing a step.
    private const int OrderedExamples = 4096;

    private readonly Interpreter interpreter;
    private readonly string device;
    private readonly TrainingPlan plan;
    private readonly TrainingObserver? observer;
    private readonly IProgress<double>? progress;
    private readonly ExampleOrder order;
    private readonly ParameterVector current;
    private readonly IEnumerator<long> observations;

    public Conversation(Interpreter interpreter, string device, TrainingPlan plan, TrainingObserver? observer, IProgress<double>? progress)
    {
        (this.interpreter, this.device, this.plan, this.observer, this.progress) = (interpreter, device, plan, observer, progress);
        order = new ExampleOrder(plan);
        current = new ParameterVector(plan.Network);
        observations = plan.ObservationSteps.GetEnumerator();
    }

    /// <summary>Trains, and tells the observer.</summary>
    /// <returns>The trained network.</returns>
    public Network Train(CancellationToken cancellation)
    {
        interpreter.Write(JsonSerializer.Serialize(PlanMessage.Of(plan, device, observer is not null), ProtocolJson.Default.PlanMessage), cancellation);
        observer?.Invoke(0, current.Start(plan.Precision));
        while (true)
        {
            Message message = interpreter.Read(cancellation);
            if (message.Need is "orders")
                interpreter.Write(JsonSerializer.Serialize(new OrdersMessage(NextOrders()), ProtocolJson.Default.OrdersMessage), cancellation);
            else if (message is { Step: { } step, Parameters: { } rows })
                Observe(step, Numbers(rows), message.Finite);
            else if (message.Done is { } final)
                return current.ToNetwork(One(Numbers(final)));
            else if (message.Failed is { } problem)
                throw interpreter.Failure($"could not train the plan: {problem}");
            else
                throw interpreter.Failure("wrote a message that means nothing here.");
        }
    }

    private int[] NextOrders()
    {
        int passes = Math.Max(1, OrderedExamples / plan.Data.Count);
        int[] examples = new int[checked(passes * plan.Data.Count)];
        for (int pass = 0; pass < passes; pass++)
            order.NextPass().CopyTo(examples.AsSpan(pass * plan.Data.Count));
        return examples;
    }

    private void Observe(long step, double[] rows, bool finite)
    {
        int width = plan.Network.ParameterCount;
        for (int first = 0; first + width <= rows.Length; first += width)
        {
            observations.MoveNext();
            ReadOnlySpan<double> row = rows.AsSpan(first, width);
            if (!ParameterVector.IsFinite(row))
                throw Divergence.OfWeights(plan, observations.Current);
            observer?.Invoke(observations.Current, current.ToNetwork(row));
        }

        if (!finite)
            throw Divergence.OfWeights(plan, step);
        if (plan.Steps > 0)
            progress?.Report((double)step / plan.Steps);
    }

    private double[] Numbers(string text) => Doubles.Parse(text) ?? throw interpreter.Failure("sent numbers that cannot be read.");

    private double[] One(double[] row) => row.Length == plan.Network.ParameterCount ? row : throw interpreter.Failure("sent a wrong number of weights.");
}
