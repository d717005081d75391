using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>The methods that read observables and findings off the routes.</summary>
internal sealed class RouteReaders
{
    private readonly AnalysisContext context;
    private readonly RouteSubjects subjects;
    private readonly Dictionary<RouteName, IMethodSymbol> observes = [];
    private readonly Dictionary<RouteName, IMethodSymbol> finds = [];
    private bool isIncomplete;

    private RouteReaders(AnalysisContext context, RouteSubjects subjects, bool isIncomplete)
    {
        this.context = context;
        this.subjects = subjects;
        this.isIncomplete = isIncomplete;
    }

    public IEnumerable<ITypeSymbol> ObservedTypes => observes.Values.Select(method => method.ReturnType);

    public IEnumerable<ITypeSymbol> FoundTypes => finds.Values.Select(method => method.ReturnType);

    private ITypeSymbol? TrainedObservables => observes.TryGetValue(RouteName.Trained, out IMethodSymbol observe) ? observe.ReturnType : null;

    /// <summary>Finds the methods.</summary>
    /// <param name="context">The class.</param>
    /// <param name="subjects">Its routes.</param>
    /// <param name="isIncomplete">Whether a declared route is missing among them, so that a method may belong to that one.</param>
    public static RouteReaders Find(AnalysisContext context, RouteSubjects subjects, bool isIncomplete)
    {
        var readers = new RouteReaders(context, subjects, isIncomplete);
        foreach (IMethodSymbol method in RoleMethods.All(context, "Observe"))
            readers.AddObserve(method);
        foreach (IMethodSymbol method in RoleMethods.All(context, "Find"))
            readers.AddFind(method);
        readers.RequireReaders();
        return readers;
    }

    public ObserveModel? Observe(RouteName route) => observes.TryGetValue(route, out IMethodSymbol method)
        ? new(RoleMethods.Model(context, method, takesTime: method.Parameters.Length == 2), context.Names.Of(method.ReturnType))
        : null;

    public MethodModel? Find(RouteName route) => finds.TryGetValue(route, out IMethodSymbol method) ? RoleMethods.Model(context, method) : null;

    private void AddObserve(IMethodSymbol method)
    {
        RouteName? route = method.Parameters.IsEmpty ? null : subjects.Observed(method.Parameters[0]);
        if (route is null)
            RejectStranger(RouteDiagnostics.ObserveSignature, method, subjects.ObservedParameters);
        else if (ProblemOfObserve(method, route.Value) is { } problem)
            Reject(RouteDiagnostics.ObserveSignature, method.OfName(), method.Name, problem, $"'{subjects.ObservedParameters(route.Value)}'");
        else if (method.ReturnType.FindAttribute("Observables") is null)
            Reject(ObservationDiagnostics.ObserveResult, method.OfReturnType(context.Cancellation), method.Name, TypeNames.Plain(method.ReturnType));
        else
            Add(observes, route.Value, method, "observation");
    }

    private void AddFind(IMethodSymbol method)
    {
        RouteName? route = method is { IsGenericMethod: false, Parameters: [var subject] } ? subjects.Finished(subject, TrainedObservables) : null;
        if (route is null)
            RejectStranger(RouteDiagnostics.FindSignature, method, name => subjects.FinishedParameters(name, TrainedObservables));
        else if (method.ReturnType.FindAttribute("Findings") is null)
            Reject(ObservationDiagnostics.FindResult, method.OfReturnType(context.Cancellation), method.Name, TypeNames.Plain(method.ReturnType));
        else
            Add(finds, route.Value, method, "finding");
    }

    private void Add(Dictionary<RouteName, IMethodSymbol> readers, RouteName route, IMethodSymbol method, string role)
    {
        if (readers.TryGetValue(route, out IMethodSymbol first))
            context.Reject(RouteDiagnostics.TwoMethods, method.OfName(), method.Name, $"{role} of the {RouteWords.Of(route)} route", first.Name);
        else
            readers.Add(route, method);
    }

    private static string? ProblemOfObserve(IMethodSymbol method, RouteName route)
    {
        if (method.IsGenericMethod)
            return "it is generic";
        if (method.Parameters.Length > 2 || (method.Parameters.Length == 2 && !RoleMethods.IsTime(method.Parameters[1])))
            return "behind what it reads there may only be 'double time'";
        return route == RouteName.ClosedForm && method.Parameters.Length == 1 ? "a closed form is observed at a time" : null;
    }

    /// <summary>Reports a method that reads no route, unless a route is missing that it may have meant.</summary>
    private void RejectStranger(DiagnosticDescriptor descriptor, IMethodSymbol method, Func<RouteName, string> parametersOf)
    {
        if (isIncomplete)
            return;
        string problem = method.Parameters.Length switch
        {
            0 => "it takes nothing to read",
            > 1 when descriptor.Equals(RouteDiagnostics.FindSignature) => "it takes more than a finished route",
            _ => $"'{TypeNames.Plain(method.Parameters[0].Type)}' belongs to no route",
        };
        string expected = string.Join(" or ", subjects.Routes.Select(route => $"'{parametersOf(route.Route)}'"));
        Reject(descriptor, method.OfName(), method.Name, problem, expected.Length == 0 ? "a route to read" : expected);
    }

    private void Reject(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        context.Reject(descriptor, location, arguments);
        isIncomplete = true;
    }

    private void RequireReaders()
    {
        if (isIncomplete)
            return;
        foreach ((RouteName route, IMethodSymbol method) in subjects.Routes)
        {
            bool isRead = observes.ContainsKey(route) || (route != RouteName.Trained && finds.ContainsKey(route));
            string attributes = route == RouteName.Trained ? "[Observe]" : "[Observe] or [Find]";
            if (!isRead)
                context.Reject(RouteDiagnostics.NeverObserved, method.OfName(), RouteWords.Of(route), $"a method with {attributes}, such as '{subjects.ObservedParameters(route)}'");
        }
    }
}
