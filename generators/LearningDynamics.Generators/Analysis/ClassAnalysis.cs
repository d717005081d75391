using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Checks the class itself: its id, that a part can be added to it, and that it can be created.</summary>
internal static class ClassAnalysis
{
    private static readonly string[] Emitted = ["Descriptor", "GeneratedRunner"];

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat HintNameFormat = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static ExperimentIdentity Identity(AnalysisContext context, AttributeData attribute, string id)
    {
        Location? location = attribute.Positional(context.Cancellation).FirstOrDefault()?.GetLocation() ?? attribute.OfAttribute(context.Cancellation);
        string suggestion = WellFormedId.From(id, context.Type.Name);
        if (suggestion != id)
            context.ReportReplaceable(ClassDiagnostics.MalformedId, location, Literal.Of(suggestion), id, suggestion);

        return new(id, TypeNames.Plain(context.Type), LocationInfo.From(location));
    }

    public static ClassModel Analyse(AnalysisContext context)
    {
        INamedTypeSymbol type = context.Type;
        RequirePartial(context);
        if (Unsupported(type) is { } reason)
            context.Reject(ClassDiagnostics.UnsupportedClass, type.OfName(), type.Name, reason);
        RequireFreeNames(context);

        string? @namespace = type.ContainingNamespace.IsGlobalNamespace ? null : type.ContainingNamespace.ToDisplayString(NamespaceFormat);
        return new(
            @namespace,
            Containers(type).Reverse().Select(container => $"{Keyword(container)} {TypeNames.Identifier(container.Name)}").ToEquatableArray(),
            Keyword(type),
            TypeNames.Identifier(type.Name),
            type.Name,
            TypeNames.Qualified(type),
            context.Names.Of(type),
            type.ToDisplayString(HintNameFormat) + ".g.cs");
    }

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
            yield return container;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    private static void RequirePartial(AnalysisContext context)
    {
        foreach (INamedTypeSymbol type in Containers(context.Type).Prepend(context.Type))
        {
            bool isPartial = type.DeclaringSyntaxReferences
                .Select(reference => reference.GetSyntax(context.Cancellation))
                .OfType<TypeDeclarationSyntax>()
                .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (!isPartial)
                context.Reject(ClassDiagnostics.NotPartial, type.OfName(), type.Name, context.Type.Name);
        }
    }

    private static string? Unsupported(INamedTypeSymbol type)
    {
        if (Containers(type).Prepend(type).Any(part => part.IsGenericType))
            return "is generic, or nested in a generic type";
        if (type.IsStatic)
            return "is static";
        if (type.IsAbstract)
            return "is abstract";
        if (Containers(type).Prepend(type).Any(part => part.IsFileLocal))
            return "is local to its file";
        if (Containers(type).Prepend(type).Any(part => part.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal))
            return "is hidden from the rest of the program; make it internal or public";
        if (type.BaseType?.FindAttribute("Experiment") is not null)
            return $"derives from the experiment '{type.BaseType.Name}'";

        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(method => method.Parameters.All(parameter => parameter.IsOptional));
        if (constructor is null)
            return "has no constructor without parameters";
        return RequiredMember(type) is { } member && !constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            ? $"has the required member '{member.Name}'; give it a default instead"
            : null;
    }

    private static ISymbol? RequiredMember(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
                return required;
        }

        return null;
    }

    private static void RequireFreeNames(AnalysisContext context)
    {
        foreach (string name in Emitted)
        {
            for (INamedTypeSymbol? level = context.Type; level is not null; level = level.BaseType)
            {
                if (level.GetMembers(name).FirstOrDefault() is { } member)
                    context.Reject(ClassDiagnostics.ReservedMember, member.OfName() ?? context.Type.OfName(), context.Type.Name, name);
            }
        }
    }
}
