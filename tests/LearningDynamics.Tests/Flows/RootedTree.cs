namespace LearningDynamics.Tests.Flows;

/// <summary>
/// A rooted tree. A Runge-Kutta method has order p iff for every tree of at most p nodes the elementary weight
/// sum_i b_i Phi_i is 1 / density (Butcher; Hairer, Norsett and Wanner I, II.2).
/// </summary>
internal sealed record RootedTree(int Number, IReadOnlyList<RootedTree> Children)
{
    public int Size { get; } = 1 + Children.Sum(child => child.Size);

    /// <summary>The product over all nodes of the number of nodes above and with it.</summary>
    public double Density { get; } = (1 + Children.Sum(child => child.Size)) * Children.Aggregate(1.0, (product, child) => product * child.Density);

    /// <summary>All trees of at most the given size: 1, 1, 2, 4, 9, 20, 48, 115 of each size.</summary>
    public static IReadOnlyList<RootedTree> UpTo(int size)
    {
        List<RootedTree> trees = [];
        for (int nodes = 1; nodes <= size; nodes++)
        {
            foreach (List<RootedTree> children in Forests(trees.ToArray(), nodes - 1, int.MaxValue).ToArray())
                trees.Add(new(trees.Count, children));
        }

        return trees;
    }

    /// <summary>Phi_i: the product over the children of sum_j a_ij Phi_j(child).</summary>
    public double[] StageWeights(double[][] matrix)
    {
        double[] weights = Enumerable.Repeat(1.0, matrix.Length).ToArray();
        foreach (RootedTree child in Children)
        {
            double[] inner = child.StageWeights(matrix);
            for (int i = 0; i < weights.Length; i++)
                weights[i] *= matrix[i].Zip(inner, (a, phi) => a * phi).Sum();
        }

        return weights;
    }

    /// <summary>All multisets of trees with the given number of nodes, each listed with falling numbers.</summary>
    private static IEnumerable<List<RootedTree>> Forests(RootedTree[] trees, int nodes, int largest)
    {
        if (nodes == 0)
            yield return [];
        foreach (RootedTree tree in trees.Where(tree => tree.Number <= largest && tree.Size <= nodes))
        {
            foreach (List<RootedTree> rest in Forests(trees, nodes - tree.Size, tree.Number))
                yield return [tree, .. rest];
        }
    }
}
