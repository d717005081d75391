using System.Collections.Immutable;
using LearningDynamics.Reports;
using LearningDynamics.Runs;
using Spectre.Console;

namespace LearningDynamics.Hosting;

/// <summary>Progress bars on standard error while experiments run; nothing where that is no terminal.</summary>
internal sealed class ProgressDisplay(Surroundings surroundings)
{
    /// <summary>Does something for each experiment of a plan, and shows how much of it is finished.</summary>
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
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask? all = plan.Length > 1 ? context.AddTask("experiments", maxValue: plan.Length) : null;
                foreach (PlannedRun planned in plan)
                {
                    ProgressTask task = context.AddTask(Markup.Escape(planned.Experiment.Id), maxValue: 1);
                    context.Refresh();
                    run(planned, new Observer(task));
                    task.Value = task.MaxValue;
                    all?.Increment(1);
                }
            });
    }

    private sealed class Observer(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Value = value.Share;
            if (value.Total > 1)
                task.Description = Markup.Escape($"{value.Experiment}, {NumberText.Of(value.Finished)} of {NumberText.Of(value.Total)} points");
        }
    }
}
