using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The argument FORMULA.</summary>
internal static class FormulaArgument
{
    public static Argument<string> Create(string example) => new("FORMULA")
    {
        Description = $"Response and terms as R writes them, in quotation marks: \"{example}\".",
    };
}
