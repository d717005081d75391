using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Training;

namespace LearningDynamics.Hosting;

/// <summary>The trainers of a program, by name. The managed one is always there, and is the standard one.</summary>
internal sealed class TrainerRegistry
{
    public TrainerRegistry(IEnumerable<ITrainer> further)
    {
        Trainers = [new ManagedTrainer(), .. further];
        if (Trainers.GroupBy(trainer => trainer.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two trainers have the name '{twice.Key}'; a name is unique in a program.", nameof(further));
    }

    /// <summary>The trainers, the standard one first.</summary>
    public ImmutableArray<ITrainer> Trainers { get; }

    /// <summary>The trainer of that name; the standard one for null.</summary>
    /// <exception cref="UsageException">There is none; the message offers the nearest one.</exception>
    public ITrainer Find(string? name) => name is null
        ? Trainers[0]
        : Trainers.FirstOrDefault(trainer => string.Equals(trainer.Name, name, StringComparison.Ordinal))
            ?? throw new UsageException(Nearest.Message("trainer", name, Trainers.Select(trainer => trainer.Name)));

    /// <summary>The trainer of that name, ready to train on a device.</summary>
    /// <param name="name">Its name, or null for the standard one.</param>
    /// <param name="device">The device, or null for the trainer's first.</param>
    /// <exception cref="UsageException">There is no such trainer or device, or the software that the trainer needs is absent.</exception>
    public ITrainer FindPresent(string? name, string? device)
    {
        ITrainer trainer = Find(name);
        if (trainer.Presence().Missing is { } missing)
            throw new UsageException($"The trainer '{trainer.Name}' is absent: {missing}");
        if (device is null)
            return trainer;
        if (trainer is not IDeviceTrainer chooser)
            throw new UsageException($"--device {device}: the trainer '{trainer.Name}' has no choice of devices.");
        return chooser.Devices.Contains(device, StringComparer.Ordinal)
            ? chooser.On(device)
            : throw new UsageException(Nearest.Message($"device of the trainer '{trainer.Name}' called", device, chooser.Devices));
    }
}
