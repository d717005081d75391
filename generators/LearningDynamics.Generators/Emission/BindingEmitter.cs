using LearningDynamics.Generators.Models;

namespace LearningDynamics.Generators.Emission;

/// <summary>Writes the binding of an experiment's methods to routes.</summary>
internal static class BindingEmitter
{
    public static void Write(SourceWriter writer, ExperimentModel experiment) => writer.Block(
        $"private static {LibraryNames.Experiments}BoundExperiment Bind({experiment.Class.ScopedName} experiment) => new()",
        () =>
        {
            if (experiment.Horizon is { } horizon)
                writer.Line($"Duration = experiment.{horizon},");
            if (experiment.Routes.ClosedForm is { } closedForm)
                WriteClosedForm(writer, closedForm);
            if (experiment.Routes.Flow is { } flow)
                WriteFlow(writer, flow);
            if (experiment.Routes.Trained is { } trained)
                WriteTrained(writer, trained);
            foreach (AnswerModel answer in experiment.Routes.Answers)
                WriteAnswer(writer, answer);
        },
        close: "};");

    private static void WriteClosedForm(SourceWriter writer, ClosedFormModel route) => writer.Call(
        $"ClosedForm = {LibraryNames.Experiments}ClosedFormRoute.{(route.IsOptionalStruct ? "CreateOptional" : "Create")}<{route.SolutionType}>",
        [route.Solve.Code, Observe(route.Observe, "solution"), Find(route.Find, "solution")],
        ",");

    private static void WriteFlow(SourceWriter writer, FlowModel route) => writer.Call(
        $"Flow = {LibraryNames.Experiments}FlowRoute.Create<{FlowEmitter.FieldType(route)}, {route.DoubleState}>",
        [
            "() => Problem(experiment)",
            route.Tolerances.Count == 0 ? "options: null" : $"new() {{ {string.Join(", ", route.Tolerances)} }}",
            $"static components => {FlowEmitter.ReadState(route)}",
            Observe(route.Observe, "state"),
            Find(route.Find, "run"),
        ],
        ",");

    private static void WriteTrained(SourceWriter writer, TrainedModel route) => writer.Call(
        $"Trained = {LibraryNames.Experiments}TrainedRoute.Create<{route.Observe.ResultType}>",
        [
            route.Plan.Code,
            $"(network, time) => {Call(route.Observe.Method, "network")}",
            "Write",
            Find(route.Find, "run"),
        ],
        ",");

    private static void WriteAnswer(SourceWriter writer, AnswerModel answer)
    {
        var arguments = new List<string> { $"{LibraryNames.Experiments}Route.{answer.Route}", answer.Method.Code };
        if (answer.ObservablesType is not null)
            arguments.Add("Write");
        arguments.Add(answer.FindingsType is null ? "find: null" : "Write");
        if (answer.LearningRate is { } rate)
            arguments.Add($"learningRate: () => {rate}");
        string findings = answer.FindingsType ?? LibraryNames.Experiments + "NoFindings";
        string types = answer.ObservablesType is { } observables ? $"{observables}, {findings}" : findings;
        writer.Call($"{answer.Route} = {LibraryNames.Experiments}AnsweredRoute.Create<{types}>", arguments, ",");
    }

    private static string Observe(ObserveModel? observe, string subject) => observe is null
        ? "observe: null"
        : $"({subject}, time, writer) => Write({Call(observe.Method, subject)}, writer)";

    private static string Find(MethodModel? find, string subject) => find is null
        ? "find: null"
        : $"({subject}, writer) => Write({find.Code}({subject}), writer)";

    private static string Call(MethodModel method, string subject) => $"{method.Code}({subject}{(method.TakesTime ? ", time" : string.Empty)})";
}
