namespace LearningDynamics.Reports;

/// <summary>The format of an image.</summary>
public enum ImageFormat
{
    /// <summary>Pixels: 1520 across, 1680 for several panels.</summary>
    Png,

    /// <summary>Lines and text, which stay sharp at every size.</summary>
    Svg,
}
