using System.Collections.Immutable;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Training;
using PaperFigures.Tachet2018;

namespace PaperFigures.Tests.Tachet2018;

/// <summary>Figure 3's border: which class wins the neuron.</summary>
public class CompetingClassesMapTests
{
    private static readonly ImmutableArray<double> Times = [.. Enumerable.Range(0, 101).Select(index => 1.2 * index)];

    [Theory]
    [InlineData(0.1, 0, 0.5, 1)]
    [InlineData(-0.3, -0.5, 0.5, 1)]
    [InlineData(0.2, -0.3, 0.3, 0.6)]
    public void The_routes_agree_over_the_whole_plane(double weight, double innerProduct, double frequency1, double inputNorm2) => CrossCheckAssert.Passes(new CompetingClassesMap
    {
        InitialZ = weight,
        InnerProduct = innerProduct,
        Frequency1 = frequency1,
        InputNorm2 = inputNorm2,
        Resolution = 14,
    });

    [Fact]
    public void Small_weights_obey_the_plane()
    {
        RunPoint point = ExperimentRunner.Run(new CompetingClassesMap { HalfWidth = 0.01, InitialZ = 0.002, Resolution = 14 }).Points.Single();

        Assert.All(point.Routes.Where(route => route.Route != Route.ClosedForm), route => Assert.Equal(0, route.FindFinding("BeyondPlane")!.Value.AsNumber));
    }

    [Fact]
    public void Equal_classes_and_no_sign_leave_the_diagonal_to_neither()
    {
        // Five starts: 0 is the third, and is active on nothing.
        RunPoint point = ExperimentRunner.Run(new CompetingClassesMap { InitialZ = 0, Resolution = 5 }).Points.Single();

        Assert.All(point.Checks, check => Assert.True(check.Passed, check.Explanation));
        Map outcome = point.Routes.Single(route => route.Route == Route.Trained).Maps.Single(map => map.Name == "Outcome").Map;
        Assert.Equal(["Dead", "Dead", "Dead", "Separatrix", "Separatrix"], Enumerable.Range(0, 5).Select(index => outcome.Values[6 * index].AsLabel));
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    public void Training_is_sure_of_its_outcome_near_the_border_too(double distance)
    {
        // Of the two by two starts only one is active on both classes. Training's own border lies elsewhere, by the order of the learning rate.
        double border = FlowBorder();

        Assert.Equal("Class1", Outcome(new CompetingClassesMap { Resolution = 2, Frequency1 = 0.3, InitialZ = border + distance }, isTrained: true));
        Assert.Equal("Class2", Outcome(new CompetingClassesMap { Resolution = 2, Frequency1 = 0.3, InitialZ = border - distance }, isTrained: true));
    }

    [Fact]
    public void The_border_is_drawn_where_both_sides_are_active()
    {
        Map border = new CompetingClassesMap { Resolution = 5 }.Solve(new(Times)).Findings.Border;

        // beta = alpha + sqrt(2) z for equal classes; above the plane at alpha = 1.
        Assert.Equal([null, null, null, 0.5 + (0.1 * Math.Sqrt(2)), null], border.Values.Select(value => value.AsNumber is { } beta ? Math.Round(beta, 15) : (double?)null), EqualNumbers);
    }

    [Fact]
    public void The_answer_is_the_accepted_one() => Snapshot.Match(ExperimentRunner.Run(new CompetingClassesMap { Resolution = 9 }));

    private static bool EqualNumbers(double? left, double? right) => left is null || right is null ? left is null && right is null : Math.Abs(left.Value - right.Value) < 1e-14;

    private static double FlowBorder()
    {
        (double low, double high) = (0.0, 1.0);
        while (high - low > 1e-7)
        {
            double middle = (low + high) / 2;
            (low, high) = Outcome(new CompetingClassesMap { Resolution = 2, Frequency1 = 0.3, InitialZ = middle }, isTrained: false) == "Class1" ? (low, middle) : (middle, high);
        }

        return (low + high) / 2;
    }

    private static string? Outcome(CompetingClassesMap map, bool isTrained)
    {
        CompetingClassesMap.Outcomes found = isTrained
            ? map.Train(new(TrainingSchedule.OnGrid(Times, TrainingSchedule.StepsAnInterval(Times, map.LargestLearningRate)), new ManagedTrainer())).Findings
            : map.Integrate(new(Times)).Findings;
        return found.Outcome.Values[^1].AsLabel;
    }
}
