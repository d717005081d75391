using LearningDynamics.Testing;

namespace PaperFigures.Tests;

public class SnapshotTests
{
    [Fact]
    public void No_snapshot_is_left_over() => Snapshot.RequireNoOrphans();
}
