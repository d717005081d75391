using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the bounds of a parameter and checks its default against them.</summary>
internal static class BoundsAnalysis
{
    private static readonly string[] Bounds = ["Above", "AtLeast", "Below", "AtMost"];

    public static BoundsModel Analyse(AnalysisContext context, IPropertySymbol property, ParameterType type, ParameterMarkers markers)
    {
        string? firstBound = markers.Parameter is null ? null : Bounds.FirstOrDefault(name => markers.Parameter.NamedArgument(name) is not null);
        if (!ParameterTypes.IsNumber(type))
        {
            if (firstBound is not null)
                context.Report(ParameterDiagnostics.BoundsWithoutNumber, markers.Parameter!.OfArgument(firstBound, context.Cancellation), property.Name, TypeNames.Plain(property.Type));
            return BoundsModel.None;
        }

        BoundsModel bounds = Read(markers);
        bool wholeNumbers = type != ParameterType.Double;
        if (bounds.IsEmpty(wholeNumbers))
        {
            context.Report(
                ParameterDiagnostics.EmptyRange,
                markers.Parameter!.OfArgument(firstBound!, context.Cancellation),
                property.Name,
                bounds.ToString(),
                wholeNumbers ? "whole number" : "number");
        }
        else
        {
            CheckDefault(context, property, type, bounds);
        }

        return bounds;
    }

    private static BoundsModel Read(ParameterMarkers markers)
    {
        double Bound(string name, double otherwise) => markers.Parameter?.NamedArgument(name)?.Value is double bound ? bound : otherwise;
        double above = Bound("Above", double.NegativeInfinity);
        return new(
            markers.Horizon is null ? above : Math.Max(above, 0),
            Bound("AtLeast", double.NegativeInfinity),
            Bound("Below", double.PositiveInfinity),
            Bound("AtMost", double.PositiveInfinity));
    }

    private static void CheckDefault(AnalysisContext context, IPropertySymbol property, ParameterType type, BoundsModel bounds)
    {
        ExpressionSyntax? initializer = Initializer(context, property);
        if (Default(context, initializer) is not { } value || bounds.Contains(value))
            return;

        string? replacement = initializer is not null && bounds.NearestEnd(value) is { } end
            ? type == ParameterType.Double ? Literal.Of(end) : Literal.Of((long)end)
            : null;
        context.ReportReplaceable(
            ParameterDiagnostics.DefaultOutsideRange,
            initializer?.GetLocation() ?? property.OfName(),
            replacement,
            property.Name,
            Literal.Of(value),
            bounds.ToString());
    }

    private static ExpressionSyntax? Initializer(AnalysisContext context, IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => (reference.GetSyntax(context.Cancellation) as PropertyDeclarationSyntax)?.Initializer?.Value)
        .FirstOrDefault(value => value is not null);

    /// <summary>The default where it is known: the constant of the initialiser, or 0 without one unless a constructor may set another.</summary>
    private static double? Default(AnalysisContext context, ExpressionSyntax? initializer)
    {
        if (initializer is not null)
            return ParameterTypes.Number(context.Compilation.GetSemanticModel(initializer.SyntaxTree).GetConstantValue(initializer, context.Cancellation).Value);
        return context.Type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared) ? 0 : null;
    }
}
