using System.Collections.Immutable;
using LearningDynamics.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LearningDynamics.Hosting;

/// <summary>Progress bars on standard error while experiments run; nothing where that is no terminal.</summary>
internal sealed class ProgressDisplay(Surroundings surroundings)
{
    /// <summary>Does something for each experiment of a plan, and shows how many of its points are finished.</summary>
    public void Each(ImmutableArray<PlannedRun> plan, Action<PlannedRun, IProgress<RunProgress>?> run)
    {
        if (surroundings.ErrorIsTerminal)
            Show(plan, run);
        else
            Array.ForEach([.. plan], planned => run(planned, null));
    }

    private void Show(ImmutableArray<PlannedRun> plan, Action<PlannedRun, IProgress<RunProgress>?> run)
    {
        IAnsiConsole console = TextPage.CreateConsole(surroundings, surroundings.Error, isTerminal: true, surroundings.ErrorWidth);
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new CountColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask? all = plan.Length > 1 ? context.AddTask("experiments", maxValue: plan.Length) : null;
                foreach (PlannedRun planned in plan)
                {
                    ProgressTask task = context.AddTask(Markup.Escape(planned.Experiment.Id));
                    context.Refresh();
                    run(planned, new Observer(task));
                    task.Value = task.MaxValue;
                    all?.Increment(1);
                }
            });
    }

    /// <summary>Points are finished on several threads, and their reports may overtake each other.</summary>
    private sealed class Observer(ProgressTask task) : IProgress<RunProgress>
    {
        private readonly Lock guard = new();

        public void Report(RunProgress value)
        {
            lock (guard)
            {
                task.MaxValue = value.Total;
                task.Value = Math.Max(task.Value, value.Finished);
            }
        }
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(FormattableString.Invariant($"{task.Value:F0}/{task.MaxValue:F0}"));
    }
}
