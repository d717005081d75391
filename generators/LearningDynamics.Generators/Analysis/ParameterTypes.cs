using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Which types a parameter may have, and which constants are values of them.</summary>
internal static class ParameterTypes
{
    /// <summary>The type as a parameter has it, or null where a parameter may not be of it.</summary>
    /// <param name="type">The type of the property.</param>
    public static ParameterType? Of(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => ParameterType.Double,
        { SpecialType: SpecialType.System_Int32 } => ParameterType.Int,
        { SpecialType: SpecialType.System_Int64 } => ParameterType.Long,
        { SpecialType: SpecialType.System_Boolean } => ParameterType.Bool,
        { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated } => ParameterType.String,
        { TypeKind: TypeKind.Enum } when !IsFlags(type) => ParameterType.Enum,
        _ => null,
    };

    public static bool IsNumber(ParameterType type) => type is ParameterType.Double or ParameterType.Int or ParameterType.Long;

    /// <summary>The number that a constant is, or null where it is none.</summary>
    /// <param name="value">A constant.</param>
    public static double? Number(object? value) => value is double or float || Integer(value) is not null
        ? Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>The whole number that a constant is, or null where it is none.</summary>
    /// <param name="value">A constant.</param>
    public static long? Integer(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong and <= long.MaxValue
        ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>A swept value as code, or null where it is not of the parameter's type.</summary>
    /// <param name="type">The type of the parameter.</param>
    /// <param name="property">The type of the property.</param>
    /// <param name="value">The value.</param>
    /// <param name="names">Names the enum.</param>
    public static string? Code(ParameterType type, ITypeSymbol property, TypedConstant value, TypeNames names) => type switch
    {
        _ when value.Kind is TypedConstantKind.Array or TypedConstantKind.Error => null,
        ParameterType.Enum => value.Type is { } given && given.IsSame(property) && value.EnumMember() is { } member
            ? $"{names.Of(property)}.{TypeNames.Identifier(member)}"
            : null,
        _ when value.Kind == TypedConstantKind.Enum => null,

        // A float such as 0.1f is another double than 0.1, so it is most likely a slip.
        ParameterType.Double => value.Value is float ? null : Number(value.Value) is { } number ? Literal.Of(number) : null,
        ParameterType.Int => Integer(value.Value) is { } integer and >= int.MinValue and <= int.MaxValue ? Literal.Of(integer) : null,
        ParameterType.Long => Integer(value.Value) is { } integer ? Literal.Of(integer) : null,
        ParameterType.Bool => value.Value is bool flag ? Literal.Of(flag) : null,
        _ => value.Value is string text ? Literal.Of(text) : null,
    };

    /// <summary>The type in words.</summary>
    /// <param name="type">The type of the parameter.</param>
    /// <param name="property">The type of the property.</param>
    public static string Name(ParameterType type, ITypeSymbol property) =>
        type == ParameterType.Enum ? "member of " + TypeNames.Plain(property) : TypeNames.Plain(property);

    private static bool IsFlags(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass is
    {
        Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    });
}
