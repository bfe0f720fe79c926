using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>The names of claims and places for a reader, as a paper would say them:
/// <c>Table 1, Ki-67 index, mean, all patients</c>.</summary>
public static partial class ClaimNames
{
    private const string Heading = " > ";

    /// <summary>The name of a claim: place, row with its headings, aspect, and whose number it is.</summary>
    /// <param name="study">The study.</param>
    /// <param name="claim">One of its claims.</param>
    public static string NameOf(this Study study, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return $"{PlaceName(claim.Place)}, {study.NameWithin(claim)}";
    }

    /// <summary>The name of a claim within its place: <c>Ki-67 index, mean, all patients</c>.</summary>
    /// <param name="study">The study.</param>
    /// <param name="claim">One of its claims.</param>
    public static string NameWithin(this Study study, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(claim);
        string aspect = AspectNames.Of(claim.Aspect);
        string? column = claim.Column switch
        {
            null or ColumnNames.P => null,
            ColumnNames.All => "all patients",
            { } arm => arm,
        };
        IEnumerable<string> row = RowParts(study, claim).Select(part => part == "N" ? "patients" : part);
        return string.Join(", ", [.. row, aspect, .. column is null ? Enumerable.Empty<string>() : [column]]);
    }

    /// <summary>The name of a place: <c>Table 1</c> of <c>table1</c>, <c>Figure 1A</c> of <c>figure1a</c>, <c>Results</c> of
    /// <c>text</c>, <c>Graphical abstract</c> of <c>graphical-abstract</c>.</summary>
    /// <param name="place">The place as claims have it.</param>
    public static string PlaceName(string place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (place == "text")
        {
            return "Results";
        }

        Match numbered = Numbered().Match(place);
        string words = numbered.Success
            ? $"{numbered.Groups[1].Value} {numbered.Groups[2].Value}{numbered.Groups[3].Value.ToUpperInvariant()}"
            : place.Replace('-', ' ');
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>The row and its headings. Of a table they are its rows; elsewhere the first sign divides, since a label may have the
    /// sign itself (<c>NLR > 3</c>). A last part that only names aspects, <c>Mean ± SD (range)</c>, is left out, since the aspect is
    /// said.</summary>
    private static ImmutableArray<string> RowParts(Study study, Claim claim)
    {
        if (claim.Row is not { } row)
        {
            return [];
        }

        HashSet<string> headings = [.. study.Tables.Where(table => table.Place == claim.Place).SelectMany(table => table.Rows)
            .Select(printed => printed.Row)];
        List<string> parts = [];
        int start = 0;
        int at = row.IndexOf(Heading, StringComparison.Ordinal);
        while (at >= 0)
        {
            if (parts.Count == 0 || headings.Contains(row[..at]))
            {
                parts.Add(row[start..at]);
                start = at + Heading.Length;
            }

            at = row.IndexOf(Heading, Math.Max(at + 1, start), StringComparison.Ordinal);
        }

        string last = row[start..];
        if (parts.Count == 0 || !OnlyAspects().IsMatch(last))
        {
            parts.Add(last);
        }

        return [.. parts];
    }

    [GeneratedRegex("^([a-z]+)-?([0-9]+)([a-z]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?:(?:mean|median|sd|range|min|max|iqr|no|n|hr|95%|ci|p|value)|[\s±.,;()%+/–-])+$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyAspects();
}
