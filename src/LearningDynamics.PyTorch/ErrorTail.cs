namespace LearningDynamics.PyTorch;

/// <summary>The last lines of a process's standard error.</summary>
internal sealed class ErrorTail
{
    private const int Longest = 20;

    private readonly Queue<string> lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > Longest)
                lines.Dequeue();
        }
    }

    /// <summary>The lines below a sentence of their own; empty if there is none.</summary>
    public override string ToString()
    {
        lock (lines)
            return lines.Count == 0 ? string.Empty : $" Its standard error ends with:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}";
    }
}
