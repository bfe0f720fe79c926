using System.CommandLine;
using System.Globalization;

namespace SurvivalKit.Benchmarks;

/// <summary>Options that take a number of something.</summary>
internal static class CountOption
{
    /// <summary>An option that takes a whole number; <c>1e6</c> is one too.</summary>
    /// <param name="name">The name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">The default.</param>
    /// <param name="least">The least that makes sense.</param>
    public static Option<int> Create(string name, string description, int standard, int least) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            string word = result.Tokens[0].Value;
            if (double.TryParse(word, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number)
                && number == Math.Floor(number) && number >= least && number <= int.MaxValue)
            {
                return (int)number;
            }

            result.AddError($"{name} {word}: a whole number of {least} or more was expected.");
            return standard;
        },
    };
}
