using LearningDynamics.Data;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting.Tests.Synthetic;

/// <summary>An experiment that only says who trained it.</summary>
internal static class TrainedExperiment
{
    public static ExperimentDescriptor Descriptor { get; } = new()
    {
        Id = "toy/trained",
        Name = "Trained",
        Parameters = [],
        Routes = [Route.Trained],
        Findings = ["Trainer"],
        Bind = _ => new() { Duration = 1, Trained = new Implementation() },
    };

    private sealed class Implementation : BoundRoute
    {
        private static TrainingPlan Plan { get; } = new()
        {
            Network = Network.FromWeights([[1.0]], [1.0]),
            Data = Dataset.FromExamples([[1.0]], [1.0]),
            Loss = Loss.Logistic,
            LearningRate = 0.5,
        };

        public override RouteResult Answer(RouteRequest request) => new()
        {
            Route = Route.Trained,
            Trajectory = Trajectory.Empty,
            Findings = [new("Trainer", FindingValue.Of(request.Train(Plan).TrainerName))],
        };
    }
}
