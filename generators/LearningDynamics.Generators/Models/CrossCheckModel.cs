namespace LearningDynamics.Generators.Models;

/// <summary>The routes, by the names of the library's enum.</summary>
internal enum RouteName
{
    ClosedForm,
    Flow,
    Trained,
}

/// <summary>How two routes are compared, by the names of the library's enum.</summary>
internal enum CheckKind
{
    Pointwise,
    Order,
    Interval,
}

/// <summary>A comparison of two routes.</summary>
/// <param name="Left">The reference.</param>
/// <param name="Right">The route under test.</param>
/// <param name="Kind">How they are compared.</param>
/// <param name="Settings">The tolerances that were set, each as <c>Name = value</c>.</param>
internal sealed record CrossCheckModel(RouteName Left, RouteName Right, CheckKind Kind, EquatableArray<string> Settings);
