using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads what an attribute sets.</summary>
internal static class AttributeValues
{
    /// <summary>The value of a named argument, or null where it is not set.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">The property.</param>
    public static TypedConstant? NamedArgument(this AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }

    /// <summary>The name of the enum member that a constant is, or null where it is none.</summary>
    /// <param name="constant">A constant.</param>
    public static string? EnumMember(this TypedConstant constant) => constant.Kind != TypedConstantKind.Enum ? null : constant.Type?.GetMembers()
        .OfType<IFieldSymbol>()
        .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))?.Name;
}
