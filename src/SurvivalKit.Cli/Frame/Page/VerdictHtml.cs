using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>Verdicts on a page.</summary>
internal static class VerdictHtml
{
    /// <summary>The rules that put the mark of its verdict behind a number, so that colour is never alone.</summary>
    public static string MarkCss { get; } = string.Join('\n', Enum.GetValues<Verdict>()
        .Select(verdict => (Name: verdict.ToName(), Mark: Mark(verdict)))
        .Select(one => $".n.v-{one.Name}::after, mark.v-{one.Name} a::after, .verdict.v-{one.Name}::before {{ content: \"{one.Mark}\"; }}"));

    /// <summary>A verdict as a coloured word.</summary>
    public static string Badge(Verdict verdict) => $"<span class=\"verdict v-{verdict.ToName()}\">{verdict.ToName()}</span>";

    /// <summary>One choice of a filter by verdict.</summary>
    /// <param name="name">The verdict's name, or another word for several.</param>
    /// <param name="label">The label, in HTML.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="isChosen">Whether it is chosen at first.</param>
    public static string Choice(string name, string label, int count, bool isChosen) => string.Create(
        CultureInfo.InvariantCulture,
        $"<label><input type=\"radio\" name=\"verdict\" id=\"show-{name}\" value=\"{name}\"{(isChosen ? " checked" : "")}> {label} {count}</label>\n");

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Recomputed => "✓",
        Verdict.MatchesCohort => "=",
        Verdict.Rounding => "≈",
        Verdict.Differs => "≠",
        Verdict.Inconsistent => "✗",
        Verdict.Unreachable => "?",
        _ => "–",
    };
}
