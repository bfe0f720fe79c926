using System.CommandLine;
using System.Globalization;
using System.Numerics;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit synthesize</c> for the length and breadth of the search.</summary>
internal sealed class SearchOptions
{
    private const string AtLeastOne = "a whole number of 1 or more";

    private static readonly SynthesisOptions Default = new();

    private readonly Option<ulong> _seed = Number(
        "--seed", "N", "The seed of the random numbers; the same seed gives the same cohort on any number of cores. Default: 1.",
        Whole<ulong>(
            0), "a whole number of 0 or more", Default.Seed);

    private readonly Option<int> _starts = Number(
        "--starts", "N", $"How many searches start; the better half goes on after each round. Default: {Default.Starts}.", Whole(
            1), AtLeastOne, Default.Starts);

    private readonly Option<int> _steps = Number(
        "--steps", "N", $"The changes that each search tries in the first round. Default: {Default.Steps}.", Whole(
            1), AtLeastOne, Default.Steps);

    private readonly Option<double> _tolerance = Number(
        "--tolerance", "X", "The misfit at which the search is content; 0: every figure prints the same. Default: 0.", Fraction,
        "a number from 0 to 1000000", Default.Tolerance);

    private readonly Option<double> _limit = Number(
        "--time-limit", "SECONDS", "Takes the best cohort that there is after so many seconds. Default: no limit.", Fraction,
        "a number of seconds from 0 to 1000000", double.PositiveInfinity);

    private readonly Option<int> _threads = Number(
        "--threads", "N", "How many searches run at a time; it does not show in the result. Default: the cores.", Whole(
            1), AtLeastOne, Environment.ProcessorCount);

    private readonly Option<bool> _complete =
        new("--complete") { Description = "Leaves no value missing, also where that keeps figures from printing the same." };

    private SearchOptions()
    {
    }

    public static SearchOptions AddTo(Command command)
    {
        var options = new SearchOptions();
        foreach (Option option in (Option[])[
            options._seed, options._starts, options._steps, options._tolerance, options._limit, options._threads, options._complete
        ])
        {
            command.Add(option);
        }

        return options;
    }

    public SynthesisOptions Read(ParseResult parsed) => new()
    {
        Seed = parsed.GetValue(_seed),
        Starts = parsed.GetValue(_starts),
        Steps = parsed.GetValue(_steps),
        Tolerance = parsed.GetValue(_tolerance),
        TimeLimit = parsed.GetValue(_limit) is var seconds && double.IsFinite(seconds) ? TimeSpan.FromSeconds(seconds) : null,
        Threads = parsed.GetValue(_threads),
        MayBeMissing = !parsed.GetValue(_complete),
    };

    private static Option<T> Number<T>(
        string name, string helpName, string description, Func<string, T?> read, string expected, T otherwise)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => otherwise,
            CustomParser = result =>
            {
                string word = result.Tokens[0].Value;
                T? value = read(word);
                if (value is null)
                {
                    result.AddError($"{name} {word}: {expected} was expected.");
                }

                return value.GetValueOrDefault();
            },
        };

    private static Func<string, T?> Whole<T>(T least)
        where T : struct, IBinaryInteger<T> =>
        word => T.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out T value) && value >= least ? value : null;

    private static double? Fraction(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value <= 1e6 ? value : null;
}
