namespace LearningDynamics.Testing;

/// <summary>One place at which a received JSON document differs from the verified one.</summary>
/// <param name="Path">The place, such as <c>$.points[0].routes[1].observables.Logit[3]</c>.</param>
/// <param name="Expected">What was verified there, as JSON; a text in parentheses where nothing is there.</param>
/// <param name="Actual">What was received there, as JSON; a text in parentheses where nothing is there.</param>
/// <param name="RelativeDifference">For two numbers |a - b| / max(|a|, |b|), from 0 to 2; otherwise null.</param>
public sealed record SnapshotDifference(string Path, string Expected, string Actual, double? RelativeDifference = null);
