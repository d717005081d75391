namespace LearningDynamics.Experiments;

/// <summary>
/// Declares an experiment: a question about how a network learns. The class must be <c>partial</c>; its doc comment's summary
/// becomes the experiment's text in lists and reports. The source generator adds the descriptor and the runner.
/// </summary>
/// <param name="id">The name on the command line and in files, unique in the program: <c>group/name</c> in lower case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExperimentAttribute(string id) : Attribute
{
    /// <summary>The name on the command line and in files.</summary>
    public string Id { get; } = id;

    /// <summary>Where the result comes from: a paper and the theorem or figure in it.</summary>
    public string? Source { get; set; }

    /// <summary>Whether the experiment takes minutes and runs only when asked for by name or with <c>--include-long</c>.</summary>
    public bool IsLong { get; set; }
}
