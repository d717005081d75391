using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the values that a parameter runs through.</summary>
internal static class SweepAnalysis
{
    public static EquatableArray<string> Analyse(AnalysisContext context, IPropertySymbol property, ParameterType type, BoundsModel bounds, AttributeData? sweep)
    {
        var values = new List<string>();
        if (sweep is not { ConstructorArguments: [{ Kind: TypedConstantKind.Array } list] })
            return values.ToEquatableArray();
        if (list.IsNull || list.Values.IsEmpty)
        {
            context.Report(ParameterDiagnostics.EmptySweep, sweep.OfAttribute(context.Cancellation), property.Name);
            return values.ToEquatableArray();
        }

        ExpressionSyntax[] written = sweep.Positional(context.Cancellation);
        for (int index = 0; index < list.Values.Length; index++)
        {
            // Written as one array, the values are together one argument.
            Location? location = written.Length == list.Values.Length ? written[index].GetLocation() : sweep.OfAttribute(context.Cancellation);
            if (Value(context, property, type, bounds, list.Values[index], location) is { } value)
                Add(context, property, values, value, location);
        }

        return values.ToEquatableArray();
    }

    private static string? Value(AnalysisContext context, IPropertySymbol property, ParameterType type, BoundsModel bounds, TypedConstant value, Location? location)
    {
        if (ParameterTypes.Code(type, property.Type, value, context.Names) is not { } code)
        {
            context.Report(ParameterDiagnostics.SweepWrongType, location, property.Name, value.ToCSharpString(), ParameterTypes.Name(type, property.Type));
            return null;
        }

        if (!ParameterTypes.IsNumber(type) || ParameterTypes.Number(value.Value) is not { } number || bounds.Contains(number))
            return code;
        string? replacement = bounds.NearestEnd(number) is { } end ? Literal.Of(end) : null;
        context.ReportReplaceable(ParameterDiagnostics.SweepOutsideRange, location, replacement, property.Name, code, bounds.ToString());
        return null;
    }

    private static void Add(AnalysisContext context, IPropertySymbol property, List<string> values, string value, Location? location)
    {
        if (values.Contains(value))
            context.Report(ParameterDiagnostics.RepeatedSweepValue, location, property.Name, value);
        else
            values.Add(value);
    }
}
