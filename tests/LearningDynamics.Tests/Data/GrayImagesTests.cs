using LearningDynamics.Data;
using LearningDynamics.Numerics;

namespace LearningDynamics.Tests.Data;

public class GrayImagesTests
{
    [Fact]
    public void Shapes_have_both_classes_in_turn_and_standard_pixels()
    {
        GrayImages images = ShapeImages.Draw(16, 10, new RandomStream(1));
        for (int index = 0; index < images.Count; index++)
        {
            Assert.Equal(index % 2, images.Label(index));
            double[] pixels = images.Pixels(index).ToArray();
            Assert.Equal(256, pixels.Length);
            Assert.Equal(0, pixels.Sum(), 1e-11);
            Assert.Equal(256, pixels.Sum(pixel => pixel * pixel), 1e-10);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Brightness_tells_the_class_as_often_as_asked(double agreement)
    {
        GrayImages images = ShapeImages.Draw(8, 4000, new RandomStream(1));
        Dataset data = images.WithBrightness(agreement, 0.5, new RandomStream(2));
        int agreeing = 0;
        for (int index = 0; index < data.Count; index++)
        {
            double brightness = data.Input(index).ToArray().Sum() / 8;
            Assert.Equal(0.5, Math.Abs(brightness), 1e-12);
            agreeing += brightness > 0 == (data.Target(index)[0] == 1) ? 1 : 0;
            Assert.Equal(1.25, data.Input(index).ToArray().Sum(pixel => pixel * pixel), 1e-12);
        }

        // Five standard errors of 4,000 draws.
        Assert.Equal(agreement, agreeing / 4000.0, 5 * Math.Sqrt(agreement * (1 - agreement) / 4000) + 1e-15);
    }

    [Fact]
    public void Taking_images_keeps_their_bits()
    {
        GrayImages images = ShapeImages.Draw(8, 6, new RandomStream(1)), some = images.Take(2, 3);
        Assert.Equal(3, some.Count);
        Assert.Equal(images.Pixels(3), some.Pixels(1));
        Assert.Equal(images.Label(3), some.Label(1));
        Assert.Throws<ArgumentOutOfRangeException>("first", () => images.Take(6, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => images.Take(5, 2));
    }

    [Fact]
    public void Cifar_records_are_read_as_gray_means_of_blocks()
    {
        using var folder = new CifarFolder();
        // A cat whose upper half is red and a dog whose left half is blue; a frog between them does not count.
        folder.Write("data_batch_1.bin", Record(3, (plane, row, _) => plane == 0 && row < 16), Record(6, (_, _, _) => true), Record(5, (plane, _, column) => plane == 2 && column < 16));
        GrayImages images = CifarImages.Train(folder.Path, CifarImages.Cat, CifarImages.Dog, 2);
        Assert.Equal(2, images.Count);
        Assert.Equal((0, 1), (images.Label(0), images.Label(1)));
        // With mean 0 and mean square 1 a half that is on is 1 and the other -1, whatever the colour.
        AssertNear([1, 1, -1, -1], images.Pixels(0));
        AssertNear([1, -1, 1, -1], images.Pixels(1));
    }

    [Fact]
    public void A_truncated_file_is_refused_by_parameter_value_and_domain()
    {
        using var folder = new CifarFolder();
        folder.Write("test_batch.bin", Record(3, (_, _, _) => true), Record(5, (_, _, _) => true)[..1000]);
        ArgumentException fault = Assert.Throws<ArgumentException>("dataFolder", () => CifarImages.Test(folder.Path, CifarImages.Cat, CifarImages.Dog, 16));
        Assert.Contains("DataFolder = \"" + folder.Path, fault.Message, StringComparison.Ordinal);
        Assert.Contains("test_batch.bin has 4073 bytes and is truncated; its length must be a multiple of 3073", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_images_is_refused_by_name()
    {
        using var folder = new CifarFolder();
        Assert.Contains("has no file", Assert.Throws<ArgumentException>("dataFolder", () => CifarImages.Train(folder.Path, 3, 5, 16)).Message, StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Throws<ArgumentException>("dataFolder", () => CifarImages.Train(folder.Path + "/none", 3, 5, 16)).Message, StringComparison.Ordinal);
        folder.Write("data_batch_1.bin", Record(3, (_, _, _) => true));
        Assert.Contains("both labels 3 and 5", Assert.Throws<ArgumentException>("dataFolder", () => CifarImages.Train(folder.Path, 3, 5, 16)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_outside_their_domain_are_refused_by_name()
    {
        var random = new RandomStream(1);
        Assert.Throws<ArgumentOutOfRangeException>("size", () => ShapeImages.Draw(7, 1, random));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => ShapeImages.Draw(8, 0, random));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => CifarImages.Train(".", 3, 5, 12));
        Assert.Throws<ArgumentOutOfRangeException>("label", () => CifarImages.Train(".", 3, 10, 16));
        GrayImages images = ShapeImages.Draw(8, 2, random);
        Assert.Throws<ArgumentOutOfRangeException>("agreement", () => images.WithBrightness(1.1, 1, random));
        Assert.Throws<ArgumentOutOfRangeException>("strength", () => images.WithBrightness(1, -1, random));
    }

    private static byte[] Record(byte label, Func<int, int, int, bool> isOn)
    {
        byte[] record = new byte[3073];
        record[0] = label;
        for (int i = 0; i < 3072; i++)
            record[1 + i] = isOn(i / 1024, i % 1024 / 32, i % 32) ? (byte)255 : (byte)0;
        return record;
    }

    private static void AssertNear(double[] expected, ReadOnlySpan<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-14);
    }

    private sealed class CifarFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("cifar").FullName;

        public void Write(string name, params byte[][] records) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), [.. records.SelectMany(record => record)]);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
