namespace LearningDynamics.PyTorch.Tests;

/// <summary>A test in which a shell script stands for Python.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "There is no POSIX shell.";
    }
}
