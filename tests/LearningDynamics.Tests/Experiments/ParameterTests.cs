using FsCheck;
using FsCheck.Fluent;
using LearningDynamics.Experiments;
using LearningDynamics.Tests.Runs;

namespace LearningDynamics.Tests.Experiments;

/// <summary>Parameters from text and back, and what is said of wrong ones.</summary>
public class ParameterTests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20180619, 20240507);

    private static readonly ParameterDescriptor Number = new() { Name = "Norm", Default = ParameterValue.Number(1), Domain = Domain.Of(above: 0, atMost: 10) };

    private static readonly ParameterDescriptor Whole = new() { Name = "Neurons", Default = ParameterValue.Integer(16), Domain = Domain.Of(above: 1.5, atMost: 64) };

    private static readonly ParameterDescriptor Choice = new() { Name = "Loss", Default = ParameterValue.Choice(Losses.Hinge), Choices = ["Hinge", "Logistic", "Irregular"] };

    private static readonly ParameterDescriptor Flag = new() { Name = "Balanced", Default = ParameterValue.Flag(true) };

    private static readonly ParameterDescriptor Text = new() { Name = "Label", Default = ParameterValue.Text("x") };

    private enum Losses
    {
        Hinge,
        Logistic,
        Irregular,
    }

    public static TheoryData<string, string, string> Refusals { get; } = new()
    {
        { "Norm", "1,5", "Norm = '1,5' is no number; write it like 0.5 or 1e-3." },
        { "Norm", "", "Norm = '' is no number; write it like 0.5 or 1e-3." },
        { "Norm", "12.5", "Norm = 12.5 is outside its domain (0, 10]. The nearest allowed value is 10." },
        { "Norm", "0", "Norm = 0 is outside its domain (0, 10]. The default is 1." },
        { "Norm", "NaN", "Norm = NaN is outside its domain (0, 10]. The default is 1." },
        { "Norm", "1e999", "Norm = Infinity is outside its domain (0, 10]. The nearest allowed value is 10." },
        { "Neurons", "2.5", "Neurons = '2.5' is no whole number; write it like 16." },
        { "Neurons", "1.000", "Neurons = '1.000' is no whole number; write it like 16." },
        { "Neurons", "1", "Neurons = 1 is outside its domain (1.5, 64]. The nearest allowed value is 2." },
        { "Neurons", "65", "Neurons = 65 is outside its domain (1.5, 64]. The nearest allowed value is 64." },
        { "Loss", "Hing", "Loss: There is no choice 'Hing'. Did you mean 'Hinge'? Valid: Hinge, Logistic, Irregular." },
        { "Balanced", "yes", "Balanced = 'yes' is no flag; write true or false." },
    };

    private static IEnumerable<ParameterDescriptor> All => [Number, Whole, Choice, Flag, Text];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_wrong_text_is_refused_with_the_nearest_valid_one(string name, string text, string message) => CultureRun.UnderEach(() =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => ParameterSet.Defaults([.. All]).With(name, text)).Message));

    [Fact]
    public void A_value_of_another_type_is_refused() => Assert.Equal(
        "Norm = true is of kind Flag; it takes a number.", Assert.Throws<UsageException>(() => Number.Check(ParameterValue.Flag(true))).Message);

    [Theory]
    [InlineData("irregular")]
    [InlineData("IRREGULAR")]
    [InlineData("ir-regular")]
    public void A_choice_is_found_ignoring_case_and_hyphens_under_any_culture(string text) => CultureRun.UnderEach(() =>
        Assert.Equal(Losses.Irregular, Choice.Parse(text).AsChoice<Losses>()));

    [Fact]
    public void Any_number_s_text_reads_back_to_the_same_bits_under_any_culture() => CultureRun.UnderEach(() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), value =>
        {
            ParameterValue number = ParameterValue.Number(value);
            ParameterDescriptor free = Number with { Domain = Domain.Everything };
            return !double.IsFinite(value) || BitConverter.DoubleToInt64Bits(free.Parse(number.ToString()).AsNumber()) == BitConverter.DoubleToInt64Bits(value);
        }).Check(Repeatable));

    [Fact]
    public void Any_other_value_s_text_reads_back_to_it() => Prop.ForAll(ArbMap.Default.ArbFor<(long, bool, NonNull<string>)>(), values =>
    {
        (long whole, bool flag, NonNull<string> text) = values;
        return RoundTrips(Whole with { Domain = Domain.Everything }, ParameterValue.Integer(whole))
            && RoundTrips(Flag, ParameterValue.Flag(flag))
            && RoundTrips(Text, ParameterValue.Text(text.Get))
            && RoundTrips(Choice, ParameterValue.Choice((Losses)(Math.Abs(whole % 3))));
    }).Check(Repeatable);

    [Fact]
    public void A_value_is_read_as_what_it_is_only()
    {
        Assert.Equal(3, ParameterValue.Integer(3).AsNumber());
        Assert.Throws<InvalidOperationException>(() => ParameterValue.Number(3).AsInteger());
        Assert.Throws<InvalidOperationException>(() => ParameterValue.Text("3").AsNumber());
        Assert.Throws<InvalidOperationException>(() => ParameterValue.Integer(1).AsFlag());
        Assert.Equal("The value 'true' is of kind Flag, not a text.", Assert.Throws<InvalidOperationException>(() => ParameterValue.Flag(true).AsText()).Message);
    }

    [Fact]
    public void A_point_differs_from_another_in_one_parameter_and_leaves_it_as_it_was()
    {
        ParameterSet start = ParameterSet.Defaults([.. All]);
        ParameterSet changed = start.With("neurons", "32").With("LOSS", ParameterValue.Choice(Losses.Logistic));

        Assert.Equal("Norm=1 Neurons=16 Loss=Hinge Balanced=true Label=x", start.ToString());
        Assert.Equal("Norm=1 Neurons=32 Loss=Logistic Balanced=true Label=x", changed.ToString());
        Assert.Equal(32, changed["NEURONS"].AsInteger());
    }

    [Fact]
    public void An_unknown_parameter_is_refused_with_the_nearest_one() => CultureRun.UnderEach(() => Assert.Equal(
        "There is no parameter 'neuron'. Did you mean 'Neurons'? Valid: Norm, Neurons, Loss, Balanced, Label.",
        Assert.Throws<UsageException>(() => ParameterSet.Defaults([.. All])["neuron"]).Message));

    private static bool RoundTrips(ParameterDescriptor parameter, ParameterValue value) => parameter.Parse(value.ToString()) == value;
}
