using System.Globalization;

namespace LearningDynamics.Data;

/// <summary>
/// Reads two classes from a folder with the binary version of CIFAR-10: files of records of 3,073 bytes, a label from 0 to 9 and then 32 x 32 pixels of red, of green and of blue.
/// Colours become gray by their luminance.
/// </summary>
public static class CifarImages
{
    /// <summary>The label of cats.</summary>
    public const int Cat = 3;

    /// <summary>The label of dogs.</summary>
    public const int Dog = 5;

    private const int Side = 32;
    private const int Plane = Side * Side;
    private const int RecordLength = 1 + (3 * Plane);

    /// <summary>The images for training: those of data_batch_1.bin to data_batch_5.bin, as many of them as there are.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="class0">The label that becomes class 0, from 0 to 9.</param>
    /// <param name="class1">The label that becomes class 1, from 0 to 9.</param>
    /// <param name="size">The number of pixels along a side: 32 or a divisor of it, to which pixels are averaged.</param>
    /// <exception cref="ArgumentException">The folder or the files do not exist, a file is truncated, or it has no images of the two classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size or a label is outside its domain.</exception>
    public static GrayImages Train(string dataFolder, int class0, int class1, int size) => Read(dataFolder, "data_batch_*.bin", class0, class1, size);

    /// <summary>The images for testing: those of test_batch.bin.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="class0">The label that becomes class 0, from 0 to 9.</param>
    /// <param name="class1">The label that becomes class 1, from 0 to 9.</param>
    /// <param name="size">The number of pixels along a side: 32 or a divisor of it, to which pixels are averaged.</param>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size or a label is outside its domain.</exception>
    public static GrayImages Test(string dataFolder, int class0, int class1, int size) => Read(dataFolder, "test_batch.bin", class0, class1, size);

    private static GrayImages Read(string dataFolder, string pattern, int class0, int class1, int size)
    {
        RequireLabel(class0);
        RequireLabel(class1);
        if (size < 1 || Side % size != 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "The number of pixels along a side must be 32 or a divisor of it.");
        if (!Directory.Exists(dataFolder))
            throw new ArgumentException($"DataFolder = \"{dataFolder}\" does not exist; it must be a folder with CIFAR-10 in its binary version.", nameof(dataFolder));
        string[] files = [.. Directory.GetFiles(dataFolder, pattern).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new ArgumentException($"DataFolder = \"{dataFolder}\" has no file {pattern}; it must be a folder with CIFAR-10 in its binary version.", nameof(dataFolder));

        var images = new List<double[]>();
        var labels = new List<int>();
        foreach (string file in files)
        {
            byte[] bytes = ReadWhole(dataFolder, file);
            for (int start = 0; start < bytes.Length; start += RecordLength)
            {
                int label = bytes[start];
                if (label != class0 && label != class1)
                    continue;
                images.Add(Shrink(bytes.AsSpan(start + 1, 3 * Plane), size));
                labels.Add(label == class1 ? 1 : 0);
            }
        }

        if (labels.Distinct().Count() < 2)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"DataFolder = \"{dataFolder}\" has not images of both labels {class0} and {class1} in {pattern}."), nameof(dataFolder));
        return GrayImages.Standardized(size, [.. images], [.. labels]);
    }

    private static byte[] ReadWhole(string dataFolder, string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        return bytes.Length > 0 && bytes.Length % RecordLength == 0
            ? bytes
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"DataFolder = \"{dataFolder}\": {Path.GetFileName(file)} has {bytes.Length} bytes and is truncated; its length must be a multiple of {RecordLength}, at least one record."), nameof(dataFolder));
    }

    private static double[] Shrink(ReadOnlySpan<byte> colours, int size)
    {
        int block = Side / size;
        double[] image = new double[size * size];
        for (int pixel = 0; pixel < Plane; pixel++)
        {
            double gray = (0.299 * colours[pixel]) + (0.587 * colours[Plane + pixel]) + (0.114 * colours[(2 * Plane) + pixel]);
            image[(pixel / Side / block * size) + (pixel % Side / block)] += gray / (255.0 * block * block);
        }

        return image;
    }

    private static void RequireLabel(int label)
    {
        if (label is < 0 or > 9)
            throw new ArgumentOutOfRangeException(nameof(label), label, "A label of CIFAR-10 lies between 0 and 9.");
    }
}
