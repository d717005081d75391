using LearningDynamics.Generators.Diagnostics;
using LearningDynamics.Generators.Models;
using Microsoft.CodeAnalysis;

namespace LearningDynamics.Generators.Analysis;

/// <summary>Reads the comparisons that an experiment is judged by.</summary>
internal static class CrossCheckAnalysis
{
    public static EquatableArray<CrossCheckModel> Analyse(AnalysisContext context, bool hasSeed) => context.Type.GetAttributes()
        .Where(attribute => attribute.AttributeClass.IsLibrary("Experiments", "CrossCheckAttribute"))
        .Select(attribute => Check(context, attribute, hasSeed))
        .OfType<CrossCheckModel>()
        .ToEquatableArray();

    private static CrossCheckModel? Check(AnalysisContext context, AttributeData attribute, bool hasSeed)
    {
        if (attribute.ConstructorArguments is not [var left, var right] || Route(left) is not { } leftRoute || Route(right) is not { } rightRoute)
            return null;
        bool comparable = HasTwoRoutes(context, attribute, leftRoute, rightRoute);
        CheckKind? kind = ToleranceAnalysis.Kind(context, attribute);
        if (kind is null || !comparable)
            return null;

        bool valid = kind switch
        {
            CheckKind.Order => JudgesTraining(context, attribute, rightRoute),
            CheckKind.Interval when attribute.NamedArgument("Seeds") is null => HasRuns(context, attribute, rightRoute),
            CheckKind.Interval => HasSeed(context, attribute, hasSeed),
            _ => true,
        };
        return valid && ToleranceAnalysis.IsValid(context, attribute)
            ? new(leftRoute, rightRoute, kind.Value, ToleranceAnalysis.Settings(attribute).ToEquatableArray())
            : null;
    }

    private static RouteName? Route(TypedConstant constant) => Enum.TryParse(constant.EnumMember(), out RouteName route) ? route : null;

    private static bool HasTwoRoutes(AnalysisContext context, AttributeData attribute, RouteName left, RouteName right)
    {
        if (left == right)
        {
            context.Report(CrossCheckDiagnostics.SameRoute, attribute.OfAttribute(context.Cancellation), left.ToString());
            return false;
        }

        var written = attribute.Positional(context.Cancellation);
        bool complete = true;
        foreach ((RouteName route, int position) in new[] { (left, 0), (right, 1) })
        {
            if (context.Type.GetMembers().Any(member => member.FindAttribute(route.ToString()) is not null || AnswerAnalysis.Route(member) == route))
                continue;
            Location? location = position < written.Length ? written[position].GetLocation() : attribute.OfAttribute(context.Cancellation);
            context.Report(CrossCheckDiagnostics.MissingRoute, location, context.Type.Name, route.ToString());
            complete = false;
        }

        return complete;
    }

    private static bool JudgesTraining(AnalysisContext context, AttributeData attribute, RouteName right)
    {
        if (right == RouteName.Trained)
            return HasLearningRate(context, attribute);
        Location? location = attribute.Positional(context.Cancellation).LastOrDefault()?.GetLocation() ?? attribute.OfAttribute(context.Cancellation);
        context.Report(CrossCheckDiagnostics.OrderNotTrained, location, right.ToString());
        return false;
    }

    /// <summary>Whether it is known which learning rate to halve: that of the plan, or of a property where a method answers the route.</summary>
    private static bool HasLearningRate(AnalysisContext context, AttributeData attribute)
    {
        if (RoleMethods.All(context, nameof(RouteName.Trained)).Any() || LearningRateAnalysis.IsDeclared(context))
            return true;
        string answer = context.Type.GetMembers().First(member => AnswerAnalysis.Route(member) == RouteName.Trained).Name;
        context.Report(CrossCheckDiagnostics.NoLearningRate, attribute.OfArgument("Order", context.Cancellation), answer);
        return false;
    }

    /// <summary>Whether the right side may be a mean over runs of its own: only a method that answers the route can report standard errors.</summary>
    private static bool HasRuns(AnalysisContext context, AttributeData attribute, RouteName right)
    {
        bool isAnswered = context.Type.GetMembers().Any(member => AnswerAnalysis.Route(member) == right);
        if (!isAnswered)
            context.Report(CrossCheckDiagnostics.NoRuns, attribute.OfArgument("Confidence", context.Cancellation), right.ToString());
        return isAnswered;
    }

    private static bool HasSeed(AnalysisContext context, AttributeData attribute, bool hasSeed)
    {
        if (!hasSeed)
        {
            string seeds = Literal.Of(attribute.NamedArgument("Seeds")?.Value is int count ? count : 0);
            context.Report(CrossCheckDiagnostics.NoSeed, attribute.OfArgument("Seeds", context.Cancellation), context.Type.Name, seeds);
        }

        return hasSeed;
    }
}
