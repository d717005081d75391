namespace LearningDynamics.Generators.Models;

/// <summary>What was found at one class with the experiment attribute.</summary>
/// <param name="Identity">The id that it claims.</param>
/// <param name="Model">What to emit; null where mistakes leave nothing sensible to emit.</param>
/// <param name="Diagnostics">The mistakes.</param>
internal sealed record ExperimentDeclaration(ExperimentIdentity Identity, ExperimentModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);

/// <summary>An id and the class that claims it.</summary>
/// <param name="Id">The id.</param>
/// <param name="ClassName">The class, qualified.</param>
/// <param name="Location">Where the id is written.</param>
internal sealed record ExperimentIdentity(string Id, string ClassName, LocationInfo? Location);
