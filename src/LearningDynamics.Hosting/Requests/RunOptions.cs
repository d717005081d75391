using System.Collections.Immutable;
using System.CommandLine;
using LearningDynamics.Experiments;
using LearningDynamics.Runs;

namespace LearningDynamics.Hosting;

/// <summary>The arguments and options that <c>run</c> and <c>check</c> share. Values are read here and not by the parser, for messages that say what is allowed.</summary>
internal sealed class RunOptions
{
    private readonly Argument<string[]> patterns = new("GLOB") { Description = "Ids, or patterns in which * stands for any characters and ? for one." };
    private readonly Option<string?> preset = new("--preset") { HelpName = "NAME", Description = "Runs the points of this preset; 'describe' shows an experiment's presets." };
    private readonly Option<string[]> settings = new("--set") { HelpName = "Name=Value", Description = "Fixes a parameter; it is not swept. May be repeated." };
    private readonly Option<string?> routes = new("--route") { HelpName = "ROUTES", Description = "Only these of closed-form,flow,trained." };
    private readonly TrainerOptions trainer = new("of the trained route");
    private readonly Option<string?> seed = new("--seed") { HelpName = "N", Description = "The seed of everything random." };
    private readonly Option<string?> at = new("--at") { HelpName = "TIMES", Description = "Evaluate at these times, such as 0,1,2.5." };
    private readonly Option<string?> points = new("--points") { HelpName = "N", Description = "Evaluate at 0 and N equally spaced times. Standard: 200." };
    private readonly Option<string?> directory;
    private readonly Option<string?> format = new("--format") { HelpName = "table|json|csv", Description = "With json or csv, standard output carries only that." };
    private readonly Option<bool> includeLong = new("--include-long") { Description = "Patterns take long experiments too." };
    private readonly string? standardDirectory;

    /// <summary>The options of one verb.</summary>
    /// <param name="patternArity">How many patterns the verb takes.</param>
    /// <param name="standardDirectory">Where the verb writes its report unless told, or null for nowhere.</param>
    public RunOptions(ArgumentArity patternArity, string? standardDirectory)
    {
        this.standardDirectory = standardDirectory;
        patterns.Arity = patternArity;
        directory = new("--out") { HelpName = "DIR", Description = standardDirectory is null ? "Write a report into this folder." : $"Write the report into this folder. Standard: {standardDirectory}." };
    }

    public void AddTo(Command command)
    {
        command.Add(patterns);
        foreach (Option option in (Option[])[preset, settings, routes, .. trainer.All, seed, at, points, directory, format, includeLong])
            command.Add(option);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">A value is not allowed.</exception>
    public RunRequest Read(ParseResult parse, TrainerRegistry trainers)
    {
        string[] ids = parse.GetValue(patterns) ?? [];
        OptionNames.RequireNone(ids, parse.CommandResult.Command);
        return new()
        {
            Patterns = [.. ids],
            Preset = parse.GetValue(preset),
            Settings = ReadSettings(parse.GetValue(settings) ?? []),
            Routes = OptionText.Routes(parse.GetValue(routes)),
            NamesRoutes = parse.GetValue(routes) is not null,
            Trainer = trainer.Read(parse, trainers),
            Seed = OptionText.Seed(parse.GetValue(seed)),
            Grid = ReadGrid(parse),
            Directory = OptionText.Directory(parse.GetValue(directory)) ?? standardDirectory,
            Format = OptionText.Format(parse.GetValue(format), OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv),
            IncludesLong = parse.GetValue(includeLong),
            RepeatedOptions = [.. ((Option<string?>[])[routes, .. trainer.All, at, points]).SelectMany(option => parse.GetValue(option) is { } value ? new[] { option.Name, value } : [])],
        };
    }

    private static ImmutableArray<KeyValuePair<string, string>> ReadSettings(string[] texts)
    {
        ImmutableArray<KeyValuePair<string, string>> given = [.. texts.Select(OptionText.Setting)];
        string? twice = given.GroupBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? given : throw new UsageException($"--set {twice} is given twice; a parameter takes one value.");
    }

    private TimeGrid ReadGrid(ParseResult parse) => (parse.GetValue(at), parse.GetValue(points)) switch
    {
        (not null, not null) => throw new UsageException("--at and --points both say at which times to evaluate; give one of them."),
        ({ } times, null) => new TimeGrid.At(OptionText.Times(times)),
        (null, { } count) => new TimeGrid.Uniform(OptionText.Points(count)),
        _ => TimeGrid.Standard,
    };
}
