using LearningDynamics.Flows;

namespace LearningDynamics.Tests.Flows;

public class OrderConditionTests
{
    // A sum of at most 16 products with weights up to 600, each nested at most 8 deep and rounded to 1.1e-16.
    private const double Rounding = 1e-12;

    private static readonly IReadOnlyList<RootedTree> Trees = RootedTree.UpTo(8);

    public static TheoryData<string> Pairs => ["5(4)", "8(5,3)"];

    [Fact]
    public void There_are_200_trees_of_at_most_8_nodes() =>
        Assert.Equal([1, 1, 2, 4, 9, 20, 48, 115], Trees.GroupBy(tree => tree.Size).OrderBy(group => group.Key).Select(group => group.Count()));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Rows_sum_to_their_nodes(string name)
    {
        (ButcherTableau tableau, double[][] matrix) = Matrix(name);
        for (int i = 0; i < matrix.Length; i++)
            Assert.Equal(tableau.Nodes[i], matrix[i].Sum(), Rounding);
    }

    [Theory]
    [InlineData("5(4)", 5)]
    [InlineData("8(5,3)", 8)]
    public void The_formula_has_its_order_and_no_more(string name, int order)
    {
        (ButcherTableau tableau, _) = Matrix(name);
        Assert.Equal(order, Pair(name).Order);
        Assert.Equal(order, OrderOf(name, stage => tableau.Rows[^1][stage]));
    }

    [Theory]
    [InlineData("5(4)", 4)]
    [InlineData("8(5,3)", 5)]
    public void The_estimate_is_the_difference_to_a_formula_of_lower_order(string name, int order)
    {
        (ButcherTableau tableau, _) = Matrix(name);
        Assert.Equal(order, OrderOf(name, stage => tableau.Rows[^1][stage] - tableau.Estimate[stage]));
    }

    [Fact]
    public void The_crude_estimate_is_the_difference_to_a_formula_of_order_3()
    {
        (ButcherTableau tableau, _) = Matrix("8(5,3)");
        Assert.Equal(3, OrderOf("8(5,3)", stage => tableau.Rows[^1][stage] - tableau.CrudeEstimate![stage]));
    }

    [Theory]
    [InlineData("5(4)", 5)]
    [InlineData("8(5,3)", 7)]
    public void The_continuous_extension_has_its_order_everywhere_in_the_step(string name, int order)
    {
        (ButcherTableau tableau, double[][] matrix) = Matrix(name);
        Assert.Equal(order, Pair(name).DenseOrder);
        foreach (double theta in new[] { 0.1, 0.25, 0.5, 0.7, 0.95 })
        {
            double[] weights = Enumerable.Range(0, matrix.Length).Select(stage => DenseWeight(tableau, stage, theta)).ToArray();
            foreach (RootedTree tree in Trees.Where(tree => tree.Size <= order))
                Assert.Equal(Math.Pow(theta, tree.Size) / tree.Density, Sum(weights, tree.StageWeights(matrix)), Rounding);
        }
    }

    private static RungeKuttaPair Pair(string name) =>
        name.StartsWith('5') ? RungeKuttaPair.DormandPrince54 : RungeKuttaPair.DormandPrince853;

    private static (ButcherTableau Tableau, double[][] Matrix) Matrix(string name)
    {
        ButcherTableau tableau = Pair(name).Tableau;
        double[][] matrix = [.. tableau.Rows.Concat(tableau.ExtraRows).Select(
            row => Enumerable.Range(0, tableau.DenseStageCount).Select(stage => row[stage]).ToArray())];
        return (tableau, matrix);
    }

    /// <summary>The largest p such that all trees of at most p nodes are met, 8 at most.</summary>
    private static int OrderOf(string name, Func<int, double> weight)
    {
        double[][] matrix = Matrix(name).Matrix;
        double[] weights = [.. Enumerable.Range(0, matrix.Length).Select(weight)];
        RootedTree? missed = Trees.FirstOrDefault(tree => Math.Abs(Sum(weights, tree.StageWeights(matrix)) - (1 / tree.Density)) > Rounding);
        return (missed?.Size ?? 9) - 1;
    }

    private static double DenseWeight(ButcherTableau tableau, int stage, double theta)
    {
        double increment = tableau.Rows[^1][stage];
        double startSlope = (stage == 0 ? 1 : 0) - increment;
        double endSlope = increment - (stage == tableau.StageCount - 1 ? 1 : 0) - startSlope;
        double[] coefficients = [0, increment, startSlope, endSlope, .. tableau.DenseRows.Select(row => row[stage])];
        double[] result = new double[1];
        NestedPolynomial.Evaluate(coefficients, theta, result);
        return result[0];
    }

    private static double Sum(double[] weights, double[] stageWeights) => weights.Zip(stageWeights, (b, phi) => b * phi).Sum();
}
