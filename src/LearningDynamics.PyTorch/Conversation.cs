using System.Text.Json;
using LearningDynamics.Training;

namespace LearningDynamics.PyTorch;

/// <summary>One plan, or a stack of plans of one shape, carried out by an interpreter.</summary>
internal sealed class Conversation
{
    // Enough examples that asking for more costs next to nothing a step.
    private const int OrderedExamples = 4096;

    private readonly Interpreter interpreter;
    private readonly string device;
    private readonly IReadOnlyList<TrainingPlan> plans;
    private readonly IReadOnlyList<TrainingObserver?> observers;
    private readonly TrainingPlan plan;
    private readonly IProgress<double>? progress;
    private readonly ExampleOrder order;
    private readonly ParameterVector[] current;
    private readonly IEnumerator<long> observations;

    public Conversation(Interpreter interpreter, string device, IReadOnlyList<TrainingPlan> plans, IReadOnlyList<TrainingObserver?> observers, IProgress<double>? progress)
    {
        (this.interpreter, this.device, this.plans, this.observers, this.progress) = (interpreter, device, plans, observers, progress);
        plan = plans[0];
        order = new ExampleOrder(plan);
        current = [.. plans.Select(each => new ParameterVector(each.Network))];
        observations = plan.ObservationSteps.GetEnumerator();
    }

    /// <summary>Trains, and tells the observers.</summary>
    /// <returns>The trained networks.</returns>
    public Network[] Train(CancellationToken cancellation)
    {
        interpreter.Write(JsonSerializer.Serialize(Describe(), ProtocolJson.Default.PlanMessage), cancellation);
        for (int k = 0; k < plans.Count; k++)
            observers[k]?.Invoke(0, current[k].Start(plan.Precision));
        while (true)
        {
            Message message = interpreter.Read(cancellation);
            if (message.Need is "orders")
                interpreter.Write(JsonSerializer.Serialize(new OrdersMessage(NextOrders()), ProtocolJson.Default.OrdersMessage), cancellation);
            else if (message is { Step: { } step, Parameters: { } rows })
                Observe(step, Numbers(rows), message.Finite, cancellation);
            else if (message.Done is { } final)
                return Networks(Numbers(final));
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

    private PlanMessage Describe()
    {
        bool observed = observers.Any(observer => observer is not null);
        return plans.Count == 1 ? PlanMessage.Of(plan, device, observed) : PlanMessage.OfStack(plans, device, observed);
    }

    private void Observe(long step, double[] rows, bool finite, CancellationToken cancellation)
    {
        int width = plan.Network.ParameterCount;
        for (int first = 0; first + (width * plans.Count) <= rows.Length; first += width * plans.Count)
        {
            cancellation.ThrowIfCancellationRequested();
            observations.MoveNext();
            for (int k = 0; k < plans.Count; k++)
            {
                ReadOnlySpan<double> row = rows.AsSpan(first + (width * k), width);
                if (!ParameterVector.IsFinite(row))
                    throw Divergence.OfWeights(plans[k], observations.Current);
                observers[k]?.Invoke(observations.Current, current[k].ToNetwork(row));
            }
        }

        if (!finite)
            throw Divergence.OfWeights(plan, step);
        if (plan.Steps > 0)
            progress?.Report((double)step / plan.Steps);
    }

    private double[] Numbers(string text) => Doubles.Parse(text) ?? throw interpreter.Failure("sent numbers that cannot be read.");

    private Network[] Networks(double[] rows)
    {
        int width = plan.Network.ParameterCount;
        return rows.Length == width * plans.Count
            ? [.. current.Select((vector, k) => vector.ToNetwork(rows.AsSpan(k * width, width)))]
            : throw interpreter.Failure("sent a wrong number of weights.");
    }
}
