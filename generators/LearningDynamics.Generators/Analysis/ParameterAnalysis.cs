using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The parameters of a class.</summary>
/// <param name="Parameters">The parameters, in declaration order.</param>
/// <param name="Horizon">The horizon as code, or null where there is none and nothing happens over time.</param>
/// <param name="HasSeed">Whether one of them is the seed.</param>
internal sealed record ParametersModel(EquatableArray<ParameterModel> Parameters, string? Horizon, bool HasSeed);

/// <summary>Finds the parameters of a class, its seed and its horizon.</summary>
internal static class ParameterAnalysis
{
    private static readonly string[] OverTime = ["Flow", "Trained", "Observe"];

    public static ParametersModel Analyse(AnalysisContext context)
    {
        var parameters = new List<ParameterModel>();
        IPropertySymbol? horizon = null;
        IPropertySymbol? seed = null;
        foreach (IPropertySymbol property in context.Type.GetMembers().OfType<IPropertySymbol>())
        {
            var markers = new ParameterMarkers(property);
            if (!markers.IsParameter)
            {
                ReportStray(context, property, markers);
                continue;
            }

            RequireOne(context, property, markers.Horizon, ParameterDiagnostics.TwoHorizons, ref horizon);
            RequireOne(context, property, markers.Seed, ParameterDiagnostics.TwoSeeds, ref seed);
            if (Parameter(context, property, markers) is { } parameter)
                parameters.Add(parameter);
        }

        if (horizon is null && NeedsHorizon(context))
            context.Reject(ParameterDiagnostics.HorizonMissing, context.Type.OfName(), context.Type.Name);
        ReportCaseClashes(context, parameters);
        return new(parameters.ToEquatableArray(), horizon is null ? null : TypeNames.Identifier(horizon.Name), seed is not null);
    }

    /// <summary>Whether something happens over time: a flow, a training, an observation. What only finds something needs no horizon.</summary>
    private static bool NeedsHorizon(AnalysisContext context) =>
        LearningRateAnalysis.IsDeclared(context)
        || context.Type.GetMembers().Any(member => OverTime.Any(attribute => member.FindAttribute(attribute) is not null) || AnswerAnalysis.AnswersOverTime(member));

    private static void ReportStray(AnalysisContext context, IPropertySymbol property, ParameterMarkers markers)
    {
        if (markers.Sweep is not null)
            context.Report(ParameterDiagnostics.MarkerWithoutParameter, markers.Sweep.OfAttribute(context.Cancellation), property.Name, "Sweep");
        if (markers.Seed is not null)
            context.Report(ParameterDiagnostics.MarkerWithoutParameter, markers.Seed.OfAttribute(context.Cancellation), property.Name, "Seed");
    }

    private static void RequireOne(AnalysisContext context, IPropertySymbol property, AttributeData? marker, DiagnosticDescriptor second, ref IPropertySymbol? first)
    {
        if (marker is null)
            return;
        if (first is not null)
            context.Reject(second, marker.OfAttribute(context.Cancellation), property.Name, first.Name);
        first ??= property;
    }

    private static ParameterModel? Parameter(AnalysisContext context, IPropertySymbol property, ParameterMarkers markers)
    {
        if (property is { IsStatic: true } or { IsIndexer: true } or { GetMethod: null } or { SetMethod: null })
        {
            context.Reject(ParameterDiagnostics.NotSettable, property.OfName(), property.Name);
            return null;
        }

        if (TypeOf(context, property, markers) is not { } type)
            return null;

        ITypeSymbol? choice = type == ParameterType.Enum ? property.Type : null;
        BoundsModel bounds = BoundsAnalysis.Analyse(context, property, type, markers);
        return new()
        {
            Name = property.Name,
            Code = TypeNames.Identifier(property.Name),
            Type = type,
            EnumType = choice is null ? null : context.Names.Of(choice),
            Choices = (choice?.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).Select(field => field.Name) ?? []).ToEquatableArray(),
            Bounds = bounds,
            Sweep = SweepAnalysis.Analyse(context, property, type, bounds, markers.Sweep),
            Symbol = markers.Parameter?.NamedArgument("Symbol")?.Value as string,
            Summary = DocumentationText.Summary(property, context.Cancellation),
            IsSeed = markers.Seed is not null,
        };
    }

    private static ParameterType? TypeOf(AnalysisContext context, IPropertySymbol property, ParameterMarkers markers)
    {
        string typeName = TypeNames.Plain(property.Type);
        ParameterType? type = ParameterTypes.Of(property.Type);
        if (property.Type.TypeKind == TypeKind.Error)
            context.RejectSilently();
        else if (markers.Horizon is not null && type != ParameterType.Double)
            context.Reject(ParameterDiagnostics.HorizonNotDouble, property.OfName(), property.Name, typeName);
        else if (type is null)
            context.Reject(ParameterDiagnostics.UnsupportedType, property.OfName(), property.Name, typeName);
        else if (markers.Seed is not null && type is not (ParameterType.Int or ParameterType.Long))
            context.Reject(ParameterDiagnostics.SeedNotInteger, property.OfName(), property.Name, typeName);
        else
            return type;
        return null;
    }

    private static void ReportCaseClashes(AnalysisContext context, List<ParameterModel> parameters)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in parameters.Select(parameter => parameter.Name))
        {
            if (first.TryGetValue(name, out string other))
                context.Report(ParameterDiagnostics.NamesDifferByCase, context.Type.GetMembers(name)[0].OfName(), name, other);
            else
                first.Add(name, name);
        }
    }
}
