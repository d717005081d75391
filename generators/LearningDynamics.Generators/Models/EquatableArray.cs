using System.Collections;
using System.Collections.Immutable;

namespace LearningDynamics.Generators.Models;

/// <summary>An immutable array that equals another with equal elements, so that the pipeline can tell that nothing changed.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> items;

    private EquatableArray(ImmutableArray<T> items)
    {
        this.items = items;
    }

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public static EquatableArray<T> Of(IEnumerable<T> items) => new([.. items]);

    public bool Equals(EquatableArray<T> other) => Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in Items)
            hash = unchecked((hash * 31) + item.GetHashCode());
        return hash;
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes equatable arrays at the end of a query.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => EquatableArray<T>.Of(items);
}
