using TorchSharp;
using static TorchSharp.torch;

namespace LearningDynamics.TorchSharp;

/// <summary>What was found when libtorch was looked for.</summary>
/// <param name="Problem">Why it cannot be used, and what to do; null if it can.</param>
/// <param name="HasCuda">Whether it sees a CUDA device.</param>
internal sealed record NativeLibrary(string? Problem, bool HasCuda)
{
    /// <summary>The version of TorchSharp.</summary>
    public static string Version => typeof(torch).Assembly.GetName().Version!.ToString(3);

    public static NativeLibrary Load()
    {
        try
        {
            // TorchSharp reports a missing library by exceptions of several types, depending on its version and the system.
            using Tensor first = zeros(1);
            return new(null, cuda.is_available());
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException or NotSupportedException or EntryPointNotFoundException or FileNotFoundException)
        {
            return Absent((problem.InnerException ?? problem).Message);
        }
    }

    private static NativeLibrary Absent(string why) =>
        new($"TorchSharp {Version} cannot load its native library. Add the package TorchSharp-cpu (or TorchSharp-cuda-linux, TorchSharp-cuda-windows) of the same version. {why}", HasCuda: false);
}
