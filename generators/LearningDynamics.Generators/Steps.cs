namespace LearningDynamics.Generators;

/// <summary>The names of the pipeline's steps, by which tests see which of them ran again.</summary>
internal static class Steps
{
    /// <summary>Classes with the experiment attribute, read into models.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>The mistakes within classes.</summary>
    public const string Mistakes = nameof(Mistakes);

    /// <summary>The ids that classes claim.</summary>
    public const string Identities = nameof(Identities);

    /// <summary>The ids that several classes claim.</summary>
    public const string Duplicates = nameof(Duplicates);

    /// <summary>The models that are emitted.</summary>
    public const string Experiments = nameof(Experiments);

    /// <summary>The names of the classes that are emitted.</summary>
    public const string Names = nameof(Names);

    /// <summary>The same together.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>Every step.</summary>
    public static IReadOnlyList<string> All { get; } = [Declarations, Mistakes, Identities, Duplicates, Experiments, Names, Catalog];
}
