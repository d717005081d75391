using System.Collections.Immutable;

namespace LearningDynamics.Experiments;

/// <summary>One value for every parameter of an experiment: the point at which it is run. Immutable.</summary>
public sealed class ParameterSet
{
    private readonly ImmutableArray<ParameterValue> values;

    private ParameterSet(ImmutableArray<ParameterDescriptor> descriptors, ImmutableArray<ParameterValue> values)
    {
        Descriptors = descriptors;
        this.values = values;
    }

    /// <summary>What is known of each parameter, in declaration order.</summary>
    public ImmutableArray<ParameterDescriptor> Descriptors { get; }

    /// <summary>The parameters with their values, in declaration order.</summary>
    public IEnumerable<(ParameterDescriptor Parameter, ParameterValue Value)> Items => Descriptors.Zip(values);

    /// <summary>The value of one parameter.</summary>
    /// <param name="name">Its name, ignoring case.</param>
    /// <exception cref="UsageException">There is no such parameter; the message offers the nearest one.</exception>
    public ParameterValue this[string name] => values[IndexOf(name)];

    /// <summary>The point at which every parameter has its default.</summary>
    /// <param name="descriptors">What is known of each parameter.</param>
    public static ParameterSet Defaults(ImmutableArray<ParameterDescriptor> descriptors) =>
        new(descriptors, [.. descriptors.Select(parameter => parameter.Default)]);

    /// <summary>The point that differs from this one in one parameter.</summary>
    /// <param name="name">The parameter's name, ignoring case.</param>
    /// <param name="value">Its new value.</param>
    /// <exception cref="UsageException">There is no such parameter, or the value is of the wrong type or outside the domain.</exception>
    public ParameterSet With(string name, ParameterValue value)
    {
        int index = IndexOf(name);
        return new(Descriptors, values.SetItem(index, Descriptors[index].Check(value)));
    }

    /// <summary>The point that differs from this one in one parameter, given as text.</summary>
    /// <param name="name">The parameter's name, ignoring case.</param>
    /// <param name="text">Its new value, in the invariant culture.</param>
    /// <exception cref="UsageException">There is no such parameter, or the text is no value of its domain.</exception>
    public ParameterSet With(string name, string text)
    {
        int index = IndexOf(name);
        return new(Descriptors, values.SetItem(index, Descriptors[index].Parse(text)));
    }

    /// <summary>The values as <c>Name=Value</c>, separated by spaces, as the command line takes them.</summary>
    public override string ToString() => string.Join(' ', Items.Select(item => $"{item.Parameter.Name}={item.Value}"));

    private int IndexOf(string name)
    {
        for (int index = 0; index < Descriptors.Length; index++)
        {
            if (string.Equals(Descriptors[index].Name, name, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        throw new UsageException(Nearest.Message("parameter", name, Descriptors.Select(parameter => parameter.Name)));
    }
}
