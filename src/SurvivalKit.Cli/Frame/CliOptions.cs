using System.CommandLine;
using System.CommandLine.Parsing;

namespace SurvivalKit.Cli;

/// <summary>Options whose values are checked while the command line is read, with an error sentence that gives what was expected.</summary>
internal static class CliOptions
{
    /// <summary>An option that takes a number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">The name of its value in help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">The default.</param>
    /// <param name="isValid">Whether a number can be used.</param>
    /// <param name="expected">The allowed values, for the error: <c>a number between 0 and 1</c>.</param>
    /// <param name="infinite">Whether <c>Inf</c> is one.</param>
    public static Option<double?> Number(
        string name,
        string help,
        string description,
        double? standard,
        Func<double, bool> isValid,
        string expected,
        bool infinite = false) => new(name)
        {
            Description = description,
            HelpName = help,
            DefaultValueFactory = _ => standard,
            CustomParser = result => infinite && result.Tokens[0].Value.Equals("inf", StringComparison.OrdinalIgnoreCase)
                ? double.PositiveInfinity
                : Read(result, name, result.Tokens[0].Value, isValid, expected),
        };

    /// <summary>An option that takes numbers with commas between them; may be given several times.</summary>
    public static Option<double[]> Numbers(
        string name, string help, string description, Func<double, bool> isValid, string expected) => new(name)
        {
            Description = description,
            HelpName = help,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = result =>
            [
                .. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries))
                .Select(word => Read(result, name, word, isValid, expected))
                .OfType<double>(),
        ],
        };

    /// <summary>An option that takes a text.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">The name of its value in help.</param>
    /// <param name="description">What it does.</param>
    public static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    /// <summary>A column; left out where none is named.</summary>
    public static Option<string?> Column(string name, string description) => new(name) { Description = description, HelpName = "COL" };

    /// <summary>Times at which curves are shown.</summary>
    public static Option<double[]> Times(string description) =>
        Numbers("--times", "t,t", description, _ => true, "times with commas between them");

    /// <summary>Fractions whose times are shown.</summary>
    public static Option<double[]> Quantiles(string description) => Numbers(
        "--quantiles", "p,p", description, p => p is > 0 and < 1, "fractions between 0 and 1 with commas between them");

    /// <summary>The column of case weights.</summary>
    public static Option<string?> Weights() => Column("--weights", "The column of case weights.");

    /// <summary>The column of the subjects of rows.</summary>
    public static Option<string?> Subject() => Column(
        "--id", "The column that names the subject of each row, where a subject has several: n and censorings count subjects.");

    /// <summary>The confidence level.</summary>
    public static Option<double?> Level() =>
        Number("--level", "p", "Confidence level of the intervals.", 0.95, level => level is > 0 and < 1, "a number between 0 and 1");

    /// <summary>The scale of intervals of probabilities.</summary>
    public static ChoiceOption<ConfidenceType> ConfidenceScale() => new(
        "--conf-type",
        "The scale of the intervals.",
        "log",
        ("plain", ConfidenceType.Plain),
        ("log", ConfidenceType.Log),
        ("log-log", ConfidenceType.LogLog),
        ("logit", ConfidenceType.Logit),
        ("arcsin", ConfidenceType.Arcsine));

    private static double? Read(ArgumentResult result, string name, string word, Func<double, bool> isValid, string expected)
    {
        if (NumberReader.Read(word) is { } value && isValid(value))
        {
            return value;
        }

        result.AddError($"{name} {(word.Length == 0 ? "with an empty value" : word)}: {expected} was expected.");
        return null;
    }
}
