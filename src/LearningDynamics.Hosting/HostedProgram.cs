using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary>What a verb works with.</summary>
/// <param name="Catalog">The experiments.</param>
/// <param name="FurtherTrainers">The trainers besides the managed one.</param>
/// <param name="Surroundings">Streams, terminal, working directory, environment variables.</param>
/// <param name="Cancellation">Interrupts a run.</param>
internal sealed record HostedProgram(
    ExperimentCatalog Catalog,
    IReadOnlyList<ITrainer> FurtherTrainers,
    Surroundings Surroundings,
    CancellationToken Cancellation);
