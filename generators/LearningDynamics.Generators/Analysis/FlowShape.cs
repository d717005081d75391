using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>How a vector field is written: over which scalar, with which state.</summary>
internal sealed record FlowShape
{
    public required IMethodSymbol Field { get; init; }

    /// <summary>Whether the field is written over a generic scalar instead of double.</summary>
    public required bool IsGeneric { get; init; }

    public required bool TakesTime { get; init; }

    /// <summary>The state struct as the field takes it; null where the state is a span.</summary>
    public required INamedTypeSymbol? State { get; init; }

    /// <summary>The state struct over doubles; null where the state is a span.</summary>
    public required INamedTypeSymbol? DoubleState { get; init; }

    /// <summary>The components of the state struct, in order.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    public string DoubleStateName => DoubleState is null ? "double[]" : TypeNames.Plain(DoubleState);

    public bool IsDoubleState(ITypeSymbol type) => DoubleState is null ? type.IsDoubleArray() : type.IsSame(DoubleState);

    /// <summary>The shape of a method, or null where it is no vector field.</summary>
    public static FlowShape? Read(AnalysisContext context, IMethodSymbol method)
    {
        INamedTypeSymbol? state = method.Parameters.Select(parameter => parameter.Type).OfType<INamedTypeSymbol>().FirstOrDefault(IsState);
        string? problem = ProblemOfScalar(method) ?? (state is null ? ProblemOfSpans(method) : ProblemOfStruct(method, state));
        if (problem is not null)
        {
            context.Reject(RouteDiagnostics.FlowSignature, method.OfName(), method.Name, problem, Expected(method, state ?? DeclaredState(context)));
            return null;
        }

        IReadOnlyList<string>? components = state is null ? [] : StateAnalysis.Components(context, state.OriginalDefinition);
        return components is null ? null : new()
        {
            Field = method,
            IsGeneric = method.IsGenericMethod,
            TakesTime = method.Parameters.Length == (state is null ? 3 : 2),
            State = state,
            DoubleState = state is { IsGenericType: true } ? state.OriginalDefinition.Construct(context.Compilation.GetSpecialType(SpecialType.System_Double)) : state,
            Components = components,
        };
    }

    private static bool IsState(INamedTypeSymbol type) => type.OriginalDefinition.FindAttribute("State") is not null;

    private static INamedTypeSymbol? DeclaredState(AnalysisContext context) => context.Type.GetTypeMembers().FirstOrDefault(IsState);

    private static string? ProblemOfScalar(IMethodSymbol method)
    {
        if (!method.IsGenericMethod)
            return null;
        if (method.TypeParameters is not [var scalar])
            return "it has several type parameters";

        // The emitted field is generic over 'T : struct, IScalar<T>' and can promise nothing more.
        bool asksMore = scalar.HasUnmanagedTypeConstraint || scalar.HasConstructorConstraint || scalar.HasReferenceTypeConstraint
            || !scalar.ConstraintTypes.All(constraint => constraint.IsLibrary("Numerics", "IScalar"));
        return asksMore ? $"'{scalar.Name}' has other constraints than 'struct, IScalar<{scalar.Name}>'" : null;
    }

    private static string? ProblemOfSpans(IMethodSymbol method)
    {
        if (!method.ReturnsVoid)
            return "it takes no [State] struct, so it writes the derivative into a span and returns nothing";
        if (method.Parameters.Length is not (2 or 3))
            return "it does not take a state and a derivative";
        (IParameterSymbol state, IParameterSymbol derivative) = (method.Parameters[method.Parameters.Length - 2], method.Parameters[method.Parameters.Length - 1]);
        if (!IsSpan(method, state.Type, "ReadOnlySpan"))
            return $"its state is of type '{TypeNames.Plain(state.Type)}'";
        if (!IsSpan(method, derivative.Type, "Span"))
            return $"its derivative is of type '{TypeNames.Plain(derivative.Type)}'";
        return method.Parameters.Length == 3 ? ProblemOfTime(method) : null;
    }

    private static string? ProblemOfStruct(IMethodSymbol method, INamedTypeSymbol state)
    {
        if (method.Parameters.Length > 2 || !method.Parameters[method.Parameters.Length - 1].Type.IsSame(state))
            return "it does not take the state alone, or the time and the state";
        if (!method.ReturnType.IsSame(state))
            return $"it returns '{TypeNames.Plain(method.ReturnType)}' instead of the state's derivative";
        if (state.IsGenericType && !(state.TypeArguments.Length == 1 && IsScalar(method, state.TypeArguments[0])))
            return $"its state is of type '{TypeNames.Plain(state)}'";
        if (!state.IsGenericType && method.IsGenericMethod)
            return $"it is generic, but '{TypeNames.Plain(state)}' is not";
        return method.Parameters.Length == 2 ? ProblemOfTime(method) : null;
    }

    private static string? ProblemOfTime(IMethodSymbol method)
    {
        ITypeSymbol time = method.Parameters[0].Type;
        return IsScalar(method, time) ? null : $"its time is of type '{TypeNames.Plain(time)}'";
    }

    /// <summary>Whether a type is the scalar that the field is written over: its type parameter, or double without one.</summary>
    private static bool IsScalar(IMethodSymbol method, ITypeSymbol type) =>
        method.IsGenericMethod ? type.IsSame(method.TypeParameters[0]) : type.IsDouble();

    private static bool IsSpan(IMethodSymbol method, ITypeSymbol type, string name) =>
        type.IsSpan(name) && IsScalar(method, ((INamedTypeSymbol)type).TypeArguments[0]);

    private static string Expected(IMethodSymbol method, INamedTypeSymbol? state)
    {
        string name = method.Name;
        if (state is null)
            return $"'void {name}<T>(ReadOnlySpan<T> state, Span<T> derivative) where T : struct, IScalar<T>' or the same with double, with the time before it where needed";
        string scalar = state.Name + (state.IsGenericType ? "<T>" : string.Empty);
        return state.IsGenericType
            ? $"'{scalar} {name}<T>({scalar} state) where T : struct, IScalar<T>' or the same with double, with the time before it where needed"
            : $"'{scalar} {name}({scalar} state)', with the time before it where needed";
    }
}
