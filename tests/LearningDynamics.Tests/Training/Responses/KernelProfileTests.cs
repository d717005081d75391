using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Training.Responses;

public class KernelProfileTests
{
    private static readonly Hypercube Cube = new(5);
    private static readonly HammingGroups Groups = HammingGroups.ByDistance(Cube, 0b10110);

    [Fact]
    public void Mean_and_spread_are_those_of_all_values_of_a_group()
    {
        double[][] kernels = [Kernel(1), Kernel(2), Kernel(3)];
        var profile = new KernelProfile(Groups);
        foreach (double[] kernel in kernels)
            profile.Add(kernel);

        for (int g = 0; g < Groups.Count; g++)
        {
            int group = g;
            double[] values = [.. kernels.SelectMany(kernel => kernel.Where((_, vertex) => Groups.Groups[vertex] == group))];
            double mean = values.Average();
            Assert.Equal(values.Length, profile.Count(g));
            Assert.Equal(mean, profile.Means[g], 1e-14);
            Assert.Equal(Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)), profile.Spread(g), 1e-14);
        }
    }

    [Fact]
    public void Profiles_gathered_apart_add_up()
    {
        var whole = new KernelProfile(Groups);
        var first = new KernelProfile(Groups);
        var second = new KernelProfile(Groups);
        for (ulong seed = 1; seed <= 5; seed++)
        {
            whole.Add(Kernel(seed));
            (seed <= 2 ? first : second).Add(Kernel(seed));
        }

        first.Add(second);
        first.Add(new KernelProfile(Groups));

        for (int g = 0; g < Groups.Count; g++)
        {
            Assert.Equal(whole.Count(g), first.Count(g));
            Assert.Equal(whole.Means[g], first.Means[g], 1e-14);
            Assert.Equal(whole.Spread(g), first.Spread(g), 1e-14);
        }
    }

    [Fact]
    public void Values_that_do_not_fit_or_are_no_numbers_are_refused()
    {
        var profile = new KernelProfile(Groups);
        Assert.Throws<ArgumentException>("kernel", () => profile.Add(new double[31]));
        Assert.Throws<ArgumentException>("other", () => profile.Add(new KernelProfile(HammingGroups.ByDistance(new Hypercube(6), 0))));
        Assert.Throws<ArithmeticException>(() => profile.Add([.. Enumerable.Repeat(double.NaN, 32)]));
    }

    private static double[] Kernel(ulong seed)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, Cube.Count).Select(_ => random.NextNormal())];
    }
}
