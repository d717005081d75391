namespace LearningDynamics.PyTorch.Tests;

/// <summary>A test in which a shell script stands for Python.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    internal const string NoShell = "There is no POSIX shell.";

    public ShellFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = NoShell;
    }
}

/// <summary>As <see cref="ShellFactAttribute"/>, for each of several data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = ShellFactAttribute.NoShell;
    }
}
