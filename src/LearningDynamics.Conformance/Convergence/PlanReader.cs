using LearningDynamics.CrossChecks;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Conformance;

/// <summary>A trainer that does nothing but keep the plan that it is asked about.</summary>
internal sealed class PlanReader : ITrainer
{
    private TrainingPlan? plan;

    private PlanReader()
    {
    }

    public string Name => "reader";

    public string Version => "0";

    /// <summary>The plan that the trained route of an experiment asks for at its largest learning rate.</summary>
    public static TrainingPlan Read(BoundExperiment experiment)
    {
        var reader = new PlanReader();
        BoundRoute route = experiment.Trained!;
        double[] times = [0, experiment.Duration!.Value];
        try
        {
            route.Answer(new(TrainingSchedule.OnGrid([.. times], TrainingSchedule.StepsAnInterval([.. times], route.LargestLearningRate()!.Value)), reader));
        }
        catch (UsageException)
        {
            // The answer to the plan that it now has.
        }

        return reader.plan!;
    }

    public TrainerSupport Supports(TrainingPlan plan)
    {
        this.plan = plan;
        return TrainerSupport.Lacks("It reads plans and trains none.");
    }

    public TrainingResult Train(TrainingPlan plan, TrainingObserver? observer = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException(Supports(plan).Missing);
}
