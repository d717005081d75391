namespace LearningDynamics.Generators.Models;

/// <summary>The routes of an experiment and the structs that they fill.</summary>
/// <param name="ClosedForm">The exact formula, or null.</param>
/// <param name="Flow">The gradient flow, or null.</param>
/// <param name="Trained">The trained network, or null.</param>
/// <param name="Answers">The routes that a method answers by itself.</param>
/// <param name="Observables">The structs that are measured over time.</param>
/// <param name="Findings">The structs that a whole run shows.</param>
internal sealed record RoutesModel(
    ClosedFormModel? ClosedForm,
    FlowModel? Flow,
    TrainedModel? Trained,
    EquatableArray<AnswerModel> Answers,
    EquatableArray<ComponentsModel> Observables,
    EquatableArray<ComponentsModel> Findings)
{
    /// <summary>The names of the routes, in the order in which they are run and shown.</summary>
    public IEnumerable<RouteName> Names => new RouteName?[]
    {
        ClosedForm is null ? null : RouteName.ClosedForm,
        Flow is null ? null : RouteName.Flow,
        Trained is null ? null : RouteName.Trained,
    }.OfType<RouteName>().Concat(Answers.Select(answer => answer.Route)).OrderBy(route => route);
}

/// <summary>A method of the experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">How it is named in a call, receiver included: <c>experiment.Exact</c>, or <c>SingleMode.Exact</c> where it is static.</param>
/// <param name="IsStatic">Whether it needs no experiment.</param>
/// <param name="TakesTime">Whether it takes the time.</param>
internal sealed record MethodModel(string Name, string Code, bool IsStatic, bool TakesTime);

/// <summary>A method that returns an observables struct.</summary>
/// <param name="Method">The method.</param>
/// <param name="ResultType">The struct as code.</param>
internal sealed record ObserveModel(MethodModel Method, string ResultType);

/// <summary>The exact formula.</summary>
/// <param name="Solve">Solves the system.</param>
/// <param name="SolutionType">The solved system as code.</param>
/// <param name="IsOptionalStruct">Whether the solved system is a struct that may be absent.</param>
/// <param name="Observe">Reads the observables, or null.</param>
/// <param name="Find">Reads the findings, or null.</param>
internal sealed record ClosedFormModel(MethodModel Solve, string SolutionType, bool IsOptionalStruct, ObserveModel? Observe, MethodModel? Find);

/// <summary>The trained network.</summary>
internal sealed record TrainedModel(MethodModel Plan, ObserveModel Observe, MethodModel? Find);

/// <summary>A route that a method answers by itself.</summary>
/// <param name="Route">The route.</param>
/// <param name="Method">The method.</param>
/// <param name="ObservablesType">The observables struct as code, or null where nothing is measured over time.</param>
/// <param name="FindingsType">The findings struct as code, or null where nothing is found.</param>
/// <param name="LearningRate">The largest learning rate as code, or null.</param>
internal sealed record AnswerModel(RouteName Route, MethodModel Method, string? ObservablesType, string? FindingsType, string? LearningRate);

/// <summary>The gradient flow.</summary>
internal sealed record FlowModel
{
    public required MethodModel Start { get; init; }

    /// <summary>Whether there may be no initial state.</summary>
    public required bool IsOptional { get; init; }

    public required MethodModel Field { get; init; }

    /// <summary>The field's type parameter; null where it is written over double.</summary>
    public required string? TypeParameter { get; init; }

    /// <summary>The typed state; null where the state is a span.</summary>
    public required StateModel? State { get; init; }

    /// <summary>The tolerances that were set, each as <c>Name = value</c>.</summary>
    public required EquatableArray<string> Tolerances { get; init; }

    public required EquatableArray<EventModel> Events { get; init; }

    public required ObserveModel? Observe { get; init; }

    public required MethodModel? Find { get; init; }

    /// <summary>The state over doubles, as code.</summary>
    public string DoubleState => State?.DoubleType ?? "double[]";
}

/// <summary>A record struct that is the state of a flow.</summary>
/// <param name="DoubleType">The struct over doubles, as code.</param>
/// <param name="ScalarType">The struct over the scalar T, as code.</param>
/// <param name="Components">Its components as code, in order.</param>
internal sealed record StateModel(string DoubleType, string ScalarType, EquatableArray<string> Components);

/// <summary>A function of the state whose zero crossings are events.</summary>
/// <param name="Method">The method.</param>
/// <param name="Argument">How the method takes the state.</param>
/// <param name="ReturnsArray">Whether it returns one value a component.</param>
/// <param name="Direction">Which crossings count, by the name of the library's enum.</param>
/// <param name="IsTerminal">Whether the flow ends there.</param>
internal sealed record EventModel(MethodModel Method, StateArgument Argument, bool ReturnsArray, string Direction, bool IsTerminal);

/// <summary>How a method takes the state of the flow.</summary>
internal enum StateArgument
{
    /// <summary>As the record struct.</summary>
    Struct,

    /// <summary>As a span, without a copy.</summary>
    Span,

    /// <summary>As an array.</summary>
    Array,
}
