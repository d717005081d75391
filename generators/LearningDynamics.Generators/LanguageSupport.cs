using System.ComponentModel;

// What the compiler needs for `init`, `required`, records and list patterns; netstandard2.0 lacks it.

namespace System
{
    /// <summary>A position from the start or the end of a list, for list patterns.</summary>
    /// <param name="value">The distance.</param>
    /// <param name="fromEnd">Whether it counts from the end.</param>
    internal readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Marks a setter that runs only while an object is made.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit;

    /// <summary>Marks a member that must be set while an object is made.</summary>
    [AttributeUsage(AttributeTargets.All)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Says which feature a compiler must know to use a member.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Marks a constructor that sets every required member.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}
