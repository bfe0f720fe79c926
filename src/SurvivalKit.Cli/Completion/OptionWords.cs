using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;

namespace SurvivalKit.Cli;

/// <summary>An option as a shell completes it.</summary>
/// <param name="Names">Its name, and the shorter ones.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value follows it.</param>
/// <param name="Choices">The words that may follow it; empty: a file, a column or a number.</param>
internal sealed record OptionWords(ImmutableArray<string> Names, string Description, bool TakesValue, ImmutableArray<string> Choices)
{
    public static OptionWords Of(Option option) => new(
        [option.Name, .. option.Aliases.Where(IsPlain).Order(StringComparer.Ordinal)],
        option.Description ?? "",
        option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool),
        option.ValueType == typeof(bool) || option.Arity.MaximumNumberOfValues == 0
            ? []
            : [.. ChoicesOf(option.CompletionSources)]);

    /// <summary>The words that may stand in a place.</summary>
    public static IEnumerable<string> ChoicesOf(List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources) =>
        sources.SelectMany(source => source(CompletionContext.Empty)).Select(item => item.Label).Distinct(StringComparer.Ordinal);

    // A shell would take the question mark of -? for a pattern.
    private static bool IsPlain(string name) => name.StartsWith('-') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
