using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds the property that is the largest learning rate of an answered trained route.</summary>
internal static class LearningRateAnalysis
{
    /// <summary>Whether a property of the class is marked as the learning rate.</summary>
    public static bool IsDeclared(AnalysisContext context) => Marked(context).Any();

    /// <summary>The property as code, or null where there is none.</summary>
    public static string? Analyse(AnalysisContext context)
    {
        IPropertySymbol? rate = null;
        foreach (IPropertySymbol property in Marked(context))
        {
            if (Problem(context, property, rate) is { } problem)
                context.Reject(RouteDiagnostics.StrayLearningRate, property.OfName(), property.Name, problem);
            else
                rate = property;
        }

        return rate is null ? null : $"{(rate.IsStatic ? context.Names.Of(context.Type) : "experiment")}.{TypeNames.Identifier(rate.Name)}";
    }

    private static IEnumerable<IPropertySymbol> Marked(AnalysisContext context) =>
        context.Type.GetMembers().OfType<IPropertySymbol>().Where(property => property.FindAttribute("LearningRate") is not null);

    private static string? Problem(AnalysisContext context, IPropertySymbol property, IPropertySymbol? first)
    {
        if (first is not null)
            return $"'{first.Name}' is the learning rate already";
        if (!property.Type.IsDouble() || property is { GetMethod: null } or { IsIndexer: true })
            return "it is no double property that can be read";
        return context.Type.GetMembers().Any(member => AnswerAnalysis.Route(member) == RouteName.Trained)
            ? null
            : "no method is marked [Answer(Route.Trained)]; a TrainingPlan says its learning rate itself";
    }
}
