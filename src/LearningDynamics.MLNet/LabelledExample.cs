using LearningDynamics.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace LearningDynamics.MLNet;

/// <summary>An example as ML.NET takes it: in single precision, of one of two classes.</summary>
internal sealed class LabelledExample
{
    public required float[] Features { get; init; }

    public required bool Label { get; init; }

    public required float Weight { get; init; }

    /// <summary>The examples of a data set in which a target above 0 is the class of the label "true". A weight is relative to that of the mean example.</summary>
    public static LabelledExample[] Of(Dataset data) => [.. Enumerable.Range(0, data.Count).Select(example => new LabelledExample
    {
        Features = [.. data.Input(example).ToArray().Select(value => (float)value)],
        Label = data.Target(example)[0] > 0,
        Weight = (float)(data.Count * data.Weights[example]),
    })];

    /// <summary>The examples as a view of which every pass has the same order.</summary>
    public static IDataView View(MLContext context, LabelledExample[] examples)
    {
        var schema = SchemaDefinition.Create(typeof(LabelledExample));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, examples[0].Features.Length);
        return context.Data.LoadFromEnumerable(examples, schema);
    }
}
