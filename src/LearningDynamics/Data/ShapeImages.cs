using LearningDynamics.Numerics;

namespace LearningDynamics.Data;

/// <summary>Images of shapes, of random size and at random places, with a little noise: a square's outline is class 0, an upright cross class 1.</summary>
public static class ShapeImages
{
    // The standard deviation of the noise in each pixel; the shape is 1 above its ground.
    private const double Noise = 0.1;

    /// <summary>Draws images, of both classes in turn.</summary>
    /// <param name="size">The number of pixels along a side, at least 8.</param>
    /// <param name="count">The number of images, at least 1.</param>
    /// <param name="random">Where they are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its domain.</exception>
    public static GrayImages Draw(int size, int count, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (size < 8)
            throw new ArgumentOutOfRangeException(nameof(size), size, "An image has at least 8 pixels along a side.");
        if (count < 1)
            throw new ArgumentOutOfRangeException(nameof(count), count, "There must be at least 1 image.");
        double[][] images = new double[count][];
        int[] labels = new int[count];
        for (int index = 0; index < count; index++)
        {
            labels[index] = index % 2;
            images[index] = Draw(size, labels[index] == 1, random);
        }

        return GrayImages.Standardized(size, images, labels);
    }

    private static double[] Draw(int size, bool isCross, RandomStream random)
    {
        // Half the shape's side, and a centre that keeps it inside.
        int half = (size / 8) + 1 + random.NextInteger(size / 8);
        int row = half + random.NextInteger(size - (2 * half));
        int column = half + random.NextInteger(size - (2 * half));
        double[] image = new double[size * size];
        for (int i = 0; i < image.Length; i++)
        {
            int down = Math.Abs((i / size) - row), across = Math.Abs((i % size) - column);
            bool isInside = Math.Max(down, across) <= half;
            bool isOnShape = isInside && (isCross ? down == 0 || across == 0 : Math.Max(down, across) == half);
            image[i] = (isOnShape ? 1 : 0) + (Noise * random.NextNormal());
        }

        return image;
    }
}
