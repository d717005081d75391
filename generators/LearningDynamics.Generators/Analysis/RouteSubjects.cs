using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The routes of a class, and by which parameter a method shows that it reads one of them.</summary>
/// <param name="compilation">Knows which types convert to which.</param>
/// <param name="solve">The closed form, or null.</param>
/// <param name="flow">The flow, or null.</param>
/// <param name="plan">The trained route, or null.</param>
internal sealed class RouteSubjects(Compilation compilation, IMethodSymbol? solve, FlowParts? flow, IMethodSymbol? plan)
{
    private ITypeSymbol? Solution { get; } = solve?.ReturnType.WithoutNull();

    /// <summary>The routes with the methods that declare them.</summary>
    public IEnumerable<(RouteName Route, IMethodSymbol Method)> Routes
    {
        get
        {
            if (solve is not null)
                yield return (RouteName.ClosedForm, solve);
            if (flow is not null)
                yield return (RouteName.Flow, flow.Shape.Field);
            if (plan is not null)
                yield return (RouteName.Trained, plan);
        }
    }

    /// <summary>The route whose observation a parameter takes, or null.</summary>
    /// <param name="subject">The first parameter.</param>
    public RouteName? Observed(IParameterSymbol subject)
    {
        if (TakesSolution(subject))
            return RouteName.ClosedForm;
        if (flow is not null && StateArguments.Of(subject, flow.Shape) is not null)
            return RouteName.Flow;
        return plan is not null && subject.Type.IsLibrary("Training", "Network") ? RouteName.Trained : null;
    }

    /// <summary>The route whose finished run a parameter takes, or null.</summary>
    /// <param name="subject">The parameter.</param>
    /// <param name="trainedObservables">What is observed of the trained network, or null.</param>
    public RouteName? Finished(IParameterSymbol subject, ITypeSymbol? trainedObservables)
    {
        if (TakesSolution(subject))
            return RouteName.ClosedForm;
        if (subject.Type is not INamedTypeSymbol { TypeArguments: [var argument] } run)
            return null;
        if (flow is not null && run.IsLibrary("Experiments", "FlowRun") && flow.Shape.IsDoubleState(argument))
            return RouteName.Flow;
        return plan is not null && run.IsLibrary("Experiments", "TrainedRun") && trainedObservables is not null && trainedObservables.IsSame(argument) ? RouteName.Trained : null;
    }

    /// <summary>The parameters by which an observation reads a route.</summary>
    public string ObservedParameters(RouteName route) => route switch
    {
        RouteName.ClosedForm => $"({Name(Solution!)} solution, double time)",
        RouteName.Flow => flow!.Shape.DoubleState is null ? "(ReadOnlySpan<double> state)" : $"({flow.Shape.DoubleStateName} state)",
        _ => "(Network network)",
    };

    /// <summary>The parameters by which a finding reads a route.</summary>
    public string FinishedParameters(RouteName route, ITypeSymbol? trainedObservables) => route switch
    {
        RouteName.ClosedForm => $"({Name(Solution!)} solution)",
        RouteName.Flow => $"(FlowRun<{flow!.Shape.DoubleStateName}> run)",
        _ => $"(TrainedRun<{(trainedObservables is null ? "Observables" : Name(trainedObservables))}> run)",
    };

    /// <summary>Whether the solution can be given for a parameter: it is of its type, or of a base type or interface of it.</summary>
    private bool TakesSolution(IParameterSymbol parameter) =>
        Solution is { } solution
        && parameter.RefKind is RefKind.None or RefKind.In
        && (solution.IsSame(parameter.Type) || (solution.IsReferenceType && parameter.Type.IsReferenceType && compilation.HasImplicitConversion(solution, parameter.Type)));

    private static string Name(ITypeSymbol type) => TypeNames.Plain(type);
}
