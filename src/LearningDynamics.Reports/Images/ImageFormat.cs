namespace LearningDynamics.Reports;

/// <summary>The format of an image.</summary>
public enum ImageFormat
{
    /// <summary>Pixels, two for each of the page's in either direction.</summary>
    Png,

    /// <summary>Lines and text, which stay sharp at every size.</summary>
    Svg,
}
