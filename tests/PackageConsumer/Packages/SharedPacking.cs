using LearningDynamics.PackageConsumer.Tests.Support;

namespace LearningDynamics.PackageConsumer.Tests.Packages;

/// <summary>The tests that share one packing.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPacking : ICollectionFixture<PackedPackages>
{
    public const string Name = "Packed packages";
}
