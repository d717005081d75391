namespace LearningDynamics.Hosting;

/// <summary>How results are shown on standard output.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for a person.</summary>
    Table,

    /// <summary>JSON, and nothing else.</summary>
    Json,

    /// <summary>Comma-separated values, and nothing else.</summary>
    Csv,
}
