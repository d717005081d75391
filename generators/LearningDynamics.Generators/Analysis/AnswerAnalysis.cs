using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>A method that answers a whole route.</summary>
/// <param name="Route">The route.</param>
/// <param name="Method">The method.</param>
/// <param name="Observables">The observables struct, or null where nothing is measured over time.</param>
/// <param name="Findings">The findings struct, or the library's type that stands for none.</param>
internal sealed record AnswerParts(RouteName Route, IMethodSymbol Method, ITypeSymbol? Observables, ITypeSymbol Findings)
{
    public bool HasFindings => !Findings.IsLibrary("Experiments", "NoFindings");
}

/// <summary>Finds the methods that answer a whole route by themselves.</summary>
internal static class AnswerAnalysis
{
    /// <summary>The route that a method says it answers, or null.</summary>
    /// <param name="member">A member of the class.</param>
    public static RouteName? Route(ISymbol member) =>
        member.FindAttribute("Answer") is { ConstructorArguments: [var route] } && Enum.TryParse(route.EnumMember(), out RouteName name) ? name : null;

    /// <summary>Whether a method's answer has observations over time, as far as its signature tells.</summary>
    /// <param name="member">A member of the class.</param>
    public static bool AnswersOverTime(ISymbol member) =>
        Route(member) is not null && member is IMethodSymbol { ReturnType: INamedTypeSymbol { Arity: 2 } };

    /// <summary>The answers that can be called.</summary>
    public static IReadOnlyList<AnswerParts> Analyse(AnalysisContext context)
    {
        var answers = new List<AnswerParts>();
        foreach (IMethodSymbol method in RoleMethods.All(context, "Answer"))
        {
            if (Route(method) is not { } route)
                continue;
            if (IsAlone(context, method, route) && Read(context, method, route) is { } answer)
                answers.Add(answer);
        }

        return answers;
    }

    public static AnswerModel Model(AnalysisContext context, AnswerParts answer, string? learningRate) => new(
        answer.Route,
        RoleMethods.Model(context, answer.Method),
        answer.Observables is null ? null : context.Names.Of(answer.Observables),
        answer.HasFindings ? context.Names.Of(answer.Findings) : null,
        answer.Route == RouteName.Trained ? learningRate : null);

    /// <summary>Whether nothing before the method answers its route.</summary>
    private static bool IsAlone(AnalysisContext context, IMethodSymbol method, RouteName route)
    {
        IMethodSymbol? other = RoleMethods.All(context, route.ToString()).FirstOrDefault()
            ?? RoleMethods.All(context, "Answer").TakeWhile(earlier => !SymbolEqualityComparer.Default.Equals(earlier, method)).FirstOrDefault(earlier => Route(earlier) == route);
        if (other is not null)
            context.Reject(RouteDiagnostics.AnsweredTwice, method.OfName(), method.Name, RouteWords.Of(route), other.Name);
        return other is null;
    }

    private static AnswerParts? Read(AnalysisContext context, IMethodSymbol method, RouteName route)
    {
        ITypeSymbol result = method.ReturnType.WithoutNull();
        if (result.TypeKind == TypeKind.Error)
        {
            context.RejectSilently();
            return null;
        }

        ITypeSymbol[] parts = result is INamedTypeSymbol answer && result.IsLibrary("Experiments", "Answer") ? [.. answer.TypeArguments] : [];
        if (parts.Any(part => part.TypeKind == TypeKind.Error))
        {
            context.RejectSilently();
            return null;
        }

        if (Problem(method, parts) is not { } problem)
            return new(route, method, parts.Length == 2 ? parts[0] : null, parts[parts.Length - 1]);
        context.Reject(RouteDiagnostics.AnswerSignature, method.OfName(), method.Name, RouteWords.Of(route), problem);
        return null;
    }

    private static string? Problem(IMethodSymbol method, ITypeSymbol[] parts)
    {
        if (method.IsGenericMethod)
            return "it is generic";
        if (method.Parameters is not [{ RefKind: RefKind.None } request] || !request.Type.IsLibrary("Experiments", "RouteRequest"))
            return "it does not take a RouteRequest alone";
        if (parts.Length == 0)
            return $"it returns {(method.ReturnsVoid ? "nothing" : $"'{TypeNames.Plain(method.ReturnType)}'")}";
        if (parts.Length == 2 && parts[0].FindAttribute("Observables") is null)
            return $"'{TypeNames.Plain(parts[0])}' is not marked with [Observables]";
        ITypeSymbol findings = parts[parts.Length - 1];
        if (findings.FindAttribute("Findings") is not null || (parts.Length == 2 && findings.IsLibrary("Experiments", "NoFindings")))
            return null;
        return parts.Length == 1 && findings.FindAttribute("Observables") is not null
            ? $"'{TypeNames.Plain(findings)}' are observables; an answer without findings is an 'Answer<{TypeNames.Plain(findings)}, NoFindings>'"
            : $"'{TypeNames.Plain(findings)}' is not marked with [Findings]";
    }
}
