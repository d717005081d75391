using System.Globalization;
using System.Text;

namespace LearningDynamics.Benchmarks.Workloads;

/// <summary>One run of a workload as a line of JSON, in the format of the programs that it is compared with.</summary>
internal static class WorkloadLine
{
    /// <summary>Prints a run.</summary>
    /// <param name="workload">W1 to W4.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="time">How long it took; start-up and compilation are not in it.</param>
    /// <param name="items">The number of items done in it.</param>
    /// <param name="extra">Values to compare between programs: numbers, or texts.</param>
    public static void Print(string workload, int threads, RunTime time, long items, params ReadOnlySpan<(string Name, object Value)> extra)
    {
        StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $$"""{"workload":"{{workload}}","peer":"learning-dynamics","threads":{{threads}},"wall_s":{{time.Wall:G6}},"cpu_s":{{time.Processor:G6}},"items":{{items}},"items_per_s":{{items / time.Wall:G6}}""");
        foreach ((string name, object value) in extra)
            line.Append(CultureInfo.InvariantCulture, $",\"{name}\":{(value is string text ? $"\"{text}\"" : value)}");
        Console.WriteLine(line.Append('}'));
    }

    /// <summary>Writes doubles as they lie in memory, one array after the other.</summary>
    public static void Dump(string path, params ReadOnlySpan<double[]> arrays)
    {
        using FileStream file = File.Create(path);
        foreach (double[] array in arrays)
            file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(array));
    }
}
