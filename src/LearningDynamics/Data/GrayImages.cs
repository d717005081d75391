using System.Globalization;
using System.Numerics.Tensors;
using LearningDynamics.Numerics;

namespace LearningDynamics.Data;

/// <summary>
/// Square gray images of two classes, each image with mean 0 and mean square 1, so that its overall brightness tells nothing of the class until <see cref="WithBrightness"/> says so.
/// </summary>
public sealed class GrayImages
{
    private readonly double[][] images;
    private readonly int[] labels;

    private GrayImages(int size, double[][] images, int[] labels)
    {
        Size = size;
        this.images = images;
        this.labels = labels;
    }

    /// <summary>Images that become standardized in place.</summary>
    internal static GrayImages Standardized(int size, double[][] images, int[] labels)
    {
        foreach (double[] image in images)
            Standardize(image);
        return new(size, images, labels);
    }

    /// <summary>The number of pixels along a side.</summary>
    public int Size { get; }

    /// <summary>The number of images.</summary>
    public int Count => images.Length;

    /// <summary>The pixels of an image, row by row.</summary>
    /// <param name="index">The image, from 0.</param>
    public ReadOnlySpan<double> Pixels(int index) => images[index];

    /// <summary>The class of an image, 0 or 1.</summary>
    /// <param name="index">The image, from 0.</param>
    public int Label(int index) => labels[index];

    /// <summary>
    /// The images as inputs of the logistic loss, darkened or lightened: strength is added to every pixel of a light image and taken from every pixel of a dark one. Images of
    /// class 1 are light, and those of class 0 dark, with the probability given, each by itself. All is divided by the side's length, so that an input has the norm
    /// sqrt(1 + strength^2).
    /// </summary>
    /// <param name="agreement">The probability that the brightness tells the class, in [0, 1]: 1/2 for no correlation, 1 for a perfect one.</param>
    /// <param name="strength">How much is added or taken, finite and at least 0; the pixels themselves have mean square 1.</param>
    /// <param name="random">Where the exceptions are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public Dataset WithBrightness(double agreement, double strength, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!(agreement is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(agreement), agreement, "A probability lies in [0, 1].");
        if (!(strength >= 0 && double.IsFinite(strength)))
            throw new ArgumentOutOfRangeException(nameof(strength), strength, "The strength must be finite and at least 0.");
        double[][] inputs = new double[Count][];
        for (int index = 0; index < Count; index++)
        {
            bool isLight = random.NextUniform() < agreement == (labels[index] == 1);
            inputs[index] = [.. images[index].Select(pixel => (pixel + (isLight ? strength : -strength)) / Size)];
        }

        return Dataset.FromExamples(inputs, [.. labels.Select(label => (double)label)]);
    }

    /// <summary>Some of the images.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public GrayImages Take(int first, int count)
    {
        if (first < 0 || first >= Count)
            throw new ArgumentOutOfRangeException(nameof(first), first, string.Create(CultureInfo.InvariantCulture, $"The first image lies between 0 and {Count - 1}."));
        if (count < 1 || count > Count - first)
            throw new ArgumentOutOfRangeException(nameof(count), count, string.Create(CultureInfo.InvariantCulture, $"From image {first} on there are between 1 and {Count - first} images."));
        return new(Size, images[first..(first + count)], labels[first..(first + count)]);
    }

    private static void Standardize(double[] image)
    {
        TensorPrimitives.Subtract(image, TensorPrimitives.Sum<double>(image) / image.Length, image);
        double size = TensorPrimitives.Norm<double>(image);
        if (size > 0)
            TensorPrimitives.Multiply(image, Math.Sqrt(image.Length) / size, image);
    }
}
