using System.Runtime.InteropServices;

namespace LearningDynamics.PyTorch;

/// <summary>Doubles as the bytes that they are in memory; both processes run on one machine.</summary>
internal static class Doubles
{
    public static byte[] Bytes(ReadOnlySpan<double> values) => MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>The doubles of a text in base64; null if it is none.</summary>
    public static double[]? Parse(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) && length % sizeof(double) == 0
            ? MemoryMarshal.Cast<byte, double>(bytes.AsSpan(0, length)).ToArray()
            : null;
    }
}
