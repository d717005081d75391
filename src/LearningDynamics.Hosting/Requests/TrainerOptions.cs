using System.CommandLine;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary>The options that choose a trainer.</summary>
internal sealed class TrainerOptions(string use)
{
    private readonly Option<string?> trainer = new("--trainer") { HelpName = "NAME", Description = $"The trainer {use}; 'list --trainers' shows them. Standard: managed." };
    private readonly Option<string?> device = new("--device") { HelpName = "NAME", Description = "Where the trainer computes, such as cuda, for trainers with a choice. Standard: cpu." };

    /// <summary>The options, in the order in which help shows them.</summary>
    public IReadOnlyList<Option<string?>> All => [trainer, device];

    /// <summary>The trainer that was chosen.</summary>
    /// <exception cref="Experiments.UsageException">There is no such trainer or device, or the software that the trainer needs is absent.</exception>
    public ITrainer Read(ParseResult parse, TrainerRegistry trainers) => trainers.FindPresent(parse.GetValue(trainer), parse.GetValue(device));
}
