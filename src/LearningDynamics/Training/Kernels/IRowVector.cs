namespace LearningDynamics.Training.Kernels;

/// <summary>A vector of the processor, as the matrix products use it: a few neighbours of a row. Written once for each width that processors have.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">The number: double or float.</typeparam>
internal unsafe interface IRowVector<TSelf, T>
    where TSelf : unmanaged, IRowVector<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many numbers it holds.</summary>
    static abstract int Count { get; }

    /// <summary>Reads neighbours from memory.</summary>
    static abstract TSelf Load(T* from);

    /// <summary>Writes neighbours to memory.</summary>
    static abstract void Store(TSelf value, T* to);

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf Of(T value);

    /// <summary>a b + c.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The sum of the numbers.</summary>
    static abstract T Sum(TSelf value);

    /// <summary>phi(h) of the ReLU; what is no number stays none.</summary>
    static abstract TSelf Relu(TSelf h);

    /// <summary>phi(h) of the ELU.</summary>
    static abstract TSelf Elu(TSelf h);

    /// <summary>delta phi'(h) of the ReLU, where the output phi(h) is given.</summary>
    static abstract TSelf ThroughRelu(TSelf delta, TSelf output);

    /// <summary>delta phi'(h) of the ELU, where the output phi(h) is given.</summary>
    static abstract TSelf ThroughElu(TSelf delta, TSelf output);
}
