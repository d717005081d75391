using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Finds the routes of an experiment and what reads them.</summary>
internal static class RouteAnalysis
{
    /// <summary>The routes, or null where there is none or one that cannot be called.</summary>
    public static RoutesModel? Analyse(AnalysisContext context)
    {
        RouteName[] declared = [.. RouteWords.All.Where(route => RoleMethods.All(context, route.ToString()).Any())];
        RequireRoutes(context, declared);
        IMethodSymbol? solve = Source(context, "ClosedForm", "closed form", RouteDiagnostics.ClosedFormSignature, static _ => null);
        IMethodSymbol? plan = Source(context, "Trained", "trained route", RouteDiagnostics.TrainedSignature, static result =>
            result.IsLibrary("Training", "TrainingPlan") ? null : $"it returns '{TypeNames.Plain(result)}'");
        FlowParts? flow = FlowAnalysis.Analyse(context);
        IReadOnlyList<AnswerParts> answers = AnswerAnalysis.Analyse(context);
        string? learningRate = LearningRateAnalysis.Analyse(context);

        var subjects = new RouteSubjects(context.Compilation, solve, flow, plan);
        bool isIncomplete = (declared.Length == 0 && answers.Count == 0) || subjects.Routes.Count() < declared.Length;
        var readers = RouteReaders.Find(context, subjects, isIncomplete);
        EquatableArray<ComponentsModel> observables = ComponentsAnalysis.Observables(context, readers.ObservedTypes.Concat(answers.Select(answer => answer.Observables).OfType<ITypeSymbol>()));
        EquatableArray<ComponentsModel> findings = ComponentsAnalysis.Findings(context, readers.FoundTypes.Concat(answers.Where(answer => answer.HasFindings).Select(answer => answer.Findings)));
        NameClashes.Report(context, observables, findings);
        return context.IsRejected ? null : new(
            solve is null ? null : new(RoleMethods.Model(context, solve), context.Names.Of(solve.ReturnType.WithoutNull()), solve.ReturnType.IsNullableStruct(), readers.Observe(RouteName.ClosedForm), readers.Find(RouteName.ClosedForm)),
            flow is null ? null : FlowAnalysis.Model(context, flow, readers),
            plan is null ? null : new(RoleMethods.Model(context, plan), readers.Observe(RouteName.Trained)!, readers.Find(RouteName.Trained)),
            answers.Select(answer => AnswerAnalysis.Model(context, answer, learningRate)).ToEquatableArray(),
            observables,
            findings);
    }

    private static void RequireRoutes(AnalysisContext context, RouteName[] declared)
    {
        RouteName[] routes = [.. declared.Concat(context.Type.GetMembers().Select(AnswerAnalysis.Route).OfType<RouteName>()).Distinct()];
        if (routes.Length == 0)
            context.Reject(RouteDiagnostics.NoRoute, context.Type.OfName(), context.Type.Name);
        else if (routes.Length == 1)
            context.Report(RouteDiagnostics.OneRoute, context.Type.OfName(), context.Type.Name, routes[0].ToString());
    }

    private static IMethodSymbol? Source(AnalysisContext context, string attribute, string role, DiagnosticDescriptor mistake, Func<ITypeSymbol, string?> problemOfResult)
    {
        if (RoleMethods.One(context, attribute, role) is not { } method)
            return null;
        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            context.RejectSilently();
            return null;
        }

        string? problem = RoleMethods.ProblemOfSource(method) ?? problemOfResult(method.ReturnType);
        if (problem is null)
            return method;
        context.Reject(mistake, method.OfName(), method.Name, problem);
        return null;
    }
}
