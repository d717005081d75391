using LearningDynamics.Runs;
using LearningDynamics.Testing;
using LearningDynamics.Testing.Tests;
using VerifyTests;
using static VerifyXunit.Verifier;

namespace LearningDynamics.VerifyTests;

/// <summary>All tests compare with one verified file: the run whose rate is 0.5.</summary>
public class ToleranceTests
{
    [Fact]
    public Task Rounding_is_no_difference() => Same(ExampleRun.Create(rate: 0.5 * (1 + 1e-12), rounding: 3e-13));

    [Fact]
    public async Task A_changed_number_is_shown_with_its_place()
    {
        Exception mismatch = await Assert.ThrowsAnyAsync<Exception>(() => Same(ExampleRun.Create(rate: 0.5001)));
        Assert.Contains("$.points[0].parameters.Rate", mismatch.Message, StringComparison.Ordinal);
        Assert.Contains("relative difference", mismatch.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_test_may_set_its_own_tolerances() => Verify(ExampleRun.Create(rate: 0.5001)).Tolerances(new() { Relative = 1e-2 }).UseFileName("Rate.one-half").DisableRequireUniquePrefix();

    [Fact]
    public async Task Tolerances_are_for_results_only()
    {
        await Verify("""{ "Rate": 0.5 }""", extension: "json").UseFileName("Other").DisableRequireUniquePrefix();
        await Assert.ThrowsAnyAsync<Exception>(() => Verify("""{ "Rate": 0.5000000000000001 }""", extension: "json").UseFileName("Other").DisableRequireUniquePrefix().DisableDiff().ToTask());
    }

    private static Task<VerifyResult> Same(ExperimentRun run) => Verify(run).UseFileName("Rate.one-half").DisableRequireUniquePrefix().DisableDiff().ToTask();
}
