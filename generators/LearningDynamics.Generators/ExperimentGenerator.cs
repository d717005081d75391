using LearningDynamics.Generators.Analysis;
using LearningDynamics.Generators.Emission;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators;

/// <summary>
/// Adds to every class with <c>[Experiment]</c> its descriptor and runner, and to the program a catalog of them. This is the pipeline only:
/// what a class declares is read under Analysis, what is added is written under Emission.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExperimentGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                LibraryTypes.ExperimentAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (syntax, cancellation) => ExperimentAnalysis.Analyse(syntax, cancellation))
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!)
            .WithTrackingName(Steps.Declarations);

        // Mistakes within one class, and ids that several classes claim.
        var mistakes = declarations
            .SelectMany(static (declaration, _) => declaration.Diagnostics)
            .WithTrackingName(Steps.Mistakes);
        context.RegisterSourceOutput(mistakes, static (output, mistake) => output.ReportDiagnostic(mistake.ToDiagnostic()));

        var duplicates = declarations
            .Select(static (declaration, _) => declaration.Identity)
            .WithTrackingName(Steps.Identities)
            .Collect()
            .SelectMany(static (identities, _) => DuplicateIds.Among(identities))
            .WithTrackingName(Steps.Duplicates);
        context.RegisterSourceOutput(duplicates, static (output, duplicate) => output.ReportDiagnostic(duplicate.ToDiagnostic()));

        // One file for each class, and the catalog, which depends on nothing but the classes' names.
        var experiments = declarations
            .Where(static declaration => declaration.Model is not null)
            .Select(static (declaration, _) => declaration.Model!)
            .WithTrackingName(Steps.Experiments);
        context.RegisterSourceOutput(experiments, static (output, experiment) => output.AddSource(experiment.Class.HintName, ExperimentEmitter.Emit(experiment)));

        var catalog = declarations
            .Select(static (declaration, _) => declaration.Model?.Class.QualifiedName)
            .WithTrackingName(Steps.Names)
            .Collect()
            .Select(static (names, _) => CatalogModel.Of(names))
            .WithTrackingName(Steps.Catalog);
        context.RegisterSourceOutput(catalog, static (output, catalog) => output.AddCatalog(catalog));
    }
}
