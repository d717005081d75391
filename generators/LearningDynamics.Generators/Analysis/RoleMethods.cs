using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds the methods that an attribute gives a role, and names them for calls.</summary>
internal static class RoleMethods
{
    /// <summary>The methods with an attribute, in declaration order.</summary>
    public static IEnumerable<IMethodSymbol> All(AnalysisContext context, string attribute) =>
        context.Type.GetMembers().OfType<IMethodSymbol>().Where(method => method.FindAttribute(attribute) is not null);

    /// <summary>The one method with an attribute, or null; every further one is a mistake.</summary>
    public static IMethodSymbol? One(AnalysisContext context, string attribute, string role)
    {
        IMethodSymbol? first = null;
        foreach (IMethodSymbol method in All(context, attribute))
        {
            if (first is not null)
                context.Reject(RouteDiagnostics.TwoMethods, method.OfName(), method.Name, role, first.Name);
            first ??= method;
        }

        return first;
    }

    /// <summary>A method as the emitted code calls it.</summary>
    public static MethodModel Model(AnalysisContext context, IMethodSymbol method, bool takesTime = false)
    {
        string receiver = method.IsStatic ? context.Names.Of(context.Type) : "experiment";
        return new(method.Name, $"{receiver}.{TypeNames.Identifier(method.Name)}", method.IsStatic, takesTime);
    }

    /// <summary>What keeps a method from being called without arguments for a value, or null.</summary>
    public static string? ProblemOfSource(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
            return "it is generic";
        if (!method.Parameters.IsEmpty)
            return "it has parameters";
        if (method.ReturnsVoid)
            return "it returns nothing";
        return method.ReturnType.IsRefLikeType ? "it returns a span or another ref struct, which cannot be kept" : null;
    }

    /// <summary>Whether the last of these parameters is the time.</summary>
    public static bool IsTime(IParameterSymbol parameter) => parameter is { RefKind: RefKind.None } && parameter.Type.IsDouble();
}
