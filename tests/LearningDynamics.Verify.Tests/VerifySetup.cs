using System.Runtime.CompilerServices;

namespace LearningDynamics.VerifyTests;

/// <summary>What a test project does once.</summary>
internal static class VerifySetup
{
    [ModuleInitializer]
    internal static void Initialize() => global::VerifyTests.VerifyLearningDynamics.Initialize();
}
