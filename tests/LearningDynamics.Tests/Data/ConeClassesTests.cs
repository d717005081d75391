using System.Numerics.Tensors;
using LearningDynamics.Data;
using LearningDynamics.Numerics;
using LearningDynamics.Training;

namespace LearningDynamics.Tests.Data;

public class ConeClassesTests
{
    [Theory]
    [InlineData(2, 0.78)]
    [InlineData(3, 0.5)]
    [InlineData(10, 0.78)]
    public void Narrow_cones_satisfy_the_assumptions_of_independent_modes(int dimension, double halfAngle)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var random = new RandomStream(seed);
            var cones = new ConeClasses(dimension, 30, halfAngle, random);
            Network network = Network.FromWeights([cones.Direction(0, random), cones.Direction(1, random)], [1, -1]);
            Assert.Empty(SeparationAssumptions.Violations(cones.WithLogisticTargets(), network));
        }
    }

    [Fact]
    public void Examples_are_unit_vectors_within_the_angle_and_fill_it()
    {
        var cones = new ConeClasses(4, 2000, 0.7, new RandomStream(3));
        double widest = 0;
        for (int example = 0; example < cones.Count; example++)
        {
            ReadOnlySpan<double> input = cones.Input(example);
            Assert.Equal(1, TensorPrimitives.Norm(input), 1e-14);
            widest = Math.Max(widest, Math.Acos(ConeClasses.ClassOf(example) == 0 ? input[0] : -input[0]));
        }

        // All 2,000 uniform angles below 0.99 of the largest: probability 2e-9.
        Assert.InRange(widest, 0.99 * 0.7, 0.7 + 1e-14);
    }

    [Fact]
    public void Wide_cones_break_the_assumptions()
    {
        var cones = new ConeClasses(3, 40, 1.4, new RandomStream(1));
        Network network = Network.FromWeights([[1, 0, 0]], [1]);
        Assert.Contains(SeparationAssumptions.Violations(cones.WithLogisticTargets(), network), violation => violation.Contains("within a class", StringComparison.Ordinal));
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        var random = new RandomStream(1);
        Assert.Throws<ArgumentOutOfRangeException>("dimension", () => new ConeClasses(1, 2, 0.5, random));
        Assert.Throws<ArgumentOutOfRangeException>("examples", () => new ConeClasses(2, 1, 0.5, random));
        Assert.Throws<ArgumentOutOfRangeException>("halfAngle", () => new ConeClasses(2, 2, 1.6, random));
        var cones = new ConeClasses(2, 2, 0.5, random);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => cones.Direction(2, random));
        Assert.Throws<ArgumentOutOfRangeException>("example", () => cones.Input(2).Length);
    }
}
