namespace LearningDynamics.Training;

/// <summary>A trainer that can compute on more than one device.</summary>
public interface IDeviceTrainer : ITrainer
{
    /// <summary>The devices that are there: <c>cpu</c> first. The software that does the training may have to be started for the answer.</summary>
    IReadOnlyList<string> Devices { get; }

    /// <summary>The same trainer on another device.</summary>
    /// <param name="device">One of <see cref="Devices"/>.</param>
    /// <exception cref="ArgumentException">There is no such device; the message names those that are there.</exception>
    ITrainer On(string device);
}
