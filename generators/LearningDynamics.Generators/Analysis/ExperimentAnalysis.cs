using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Turns a class with the experiment attribute into a model and a list of mistakes.</summary>
internal static class ExperimentAnalysis
{
    /// <summary>What is declared at an attribute, or null where the compiler itself reports what is wrong.</summary>
    /// <param name="syntax">The class and its attribute.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static ExperimentDeclaration? Analyse(GeneratorAttributeSyntaxContext syntax, CancellationToken cancellation)
    {
        AttributeData attribute = syntax.Attributes[0];
        if (syntax.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type
            || attribute.ConstructorArguments is not [{ Value: string id }]
            || !IsWrittenAt(syntax.TargetNode, attribute))
        {
            return null;
        }

        var context = new AnalysisContext(type, syntax.SemanticModel.Compilation, cancellation);
        ExperimentIdentity identity = ClassAnalysis.Identity(context, attribute, id);
        ClassModel @class = ClassAnalysis.Analyse(context);
        ParametersModel parameters = ParameterAnalysis.Analyse(context);
        EquatableArray<PresetModel> presets = PresetAnalysis.Analyse(context, parameters.Parameters);
        RoutesModel? routes = RouteAnalysis.Analyse(context);
        EquatableArray<CrossCheckModel> checks = CrossCheckAnalysis.Analyse(context, parameters.HasSeed);
        EquatableArray<FigureModel> figures = FigureAnalysis.Analyse(context, parameters, presets, routes);

        ExperimentModel? model = context.IsRejected || routes is null ? null : new()
        {
            Class = @class,
            Id = id,
            Summary = DocumentationText.Summary(type, cancellation),
            Source = attribute.NamedArgument("Source")?.Value as string,
            IsLong = attribute.NamedArgument("IsLong")?.Value is true,
            Parameters = parameters.Parameters,
            Presets = presets,
            Horizon = parameters.Horizon,
            Routes = routes,
            CrossChecks = checks,
            Figures = figures,
        };
        return new(identity, model, context.Diagnostics.ToEquatableArray());
    }

    /// <summary>
    /// Whether the attribute is written at this part of the class. The compiler names a class with the attribute on two parts twice, each time with
    /// all attributes; the mistake is its own to report.
    /// </summary>
    private static bool IsWrittenAt(SyntaxNode part, AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } written && written.SyntaxTree == part.SyntaxTree && part.Span.Contains(written.Span);
}
