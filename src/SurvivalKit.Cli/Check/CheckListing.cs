using System.Globalization;
using System.Text;

namespace SurvivalKit.Cli;

/// <summary>Findings for a reader at a terminal: the gravest first, each with its passage, and the others as a count.</summary>
internal sealed class CheckListing(CheckedSource[] sources, TextFindings all, TextFindings chosen, int width)
{
    // Where a passage is longer, its ends are left out.
    private const int LongestSide = 110;

    /// <summary>Whether every chosen finding is shown, and not only what is inconsistent, differs or is rounded otherwise.</summary>
    public bool IsComplete { get; init; }

    public string Write()
    {
        var text = new StringBuilder();
        TextFindings sorted = chosen.ByGravity();
        TextFinding[] shown = [.. sorted.Where(finding => IsComplete || IsSaid(finding.Judgement.Verdict))];
        foreach (TextFinding finding in shown)
        {
            Append(text, finding);
        }

        TextFindings rest = new(all.Except(shown, ReferenceEqualityComparer.Instance).Cast<TextFinding>());
        if (shown.Length > 0)
        {
            text.Append(all.Summary).Append('\n');
        }
        else
        {
            AppendWrapped(text, all.Count == 0 || chosen.Count < all.Count ? all.Summary : "Nothing is inconsistent. " + all.Summary, 0);
        }

        if (sources.Length > 1)
        {
            int accused = sources.Count(source => source.Text.Findings.CountOf(Verdict.Inconsistent) > 0);
            AppendWrapped(text, $"{NumberText.Count(sources.Length, "text")}; something is inconsistent in {accused.ToString(CultureInfo.InvariantCulture)}.", 0);
        }

        foreach (string line in sources is [{ } one] ? IntegritySection.Lines(one) : [])
        {
            AppendWrapped(text, line.TrimStart(), line.Length - line.TrimStart().Length);
        }

        if (rest.Count > 0)
        {
            AppendWrapped(text, $"Not shown: {Words(rest)}; --verbose shows them.", 0);
        }

        return text.ToString();
    }

    private static bool IsSaid(Verdict verdict) => verdict is not (Verdict.Recomputed or Verdict.NotCheckable);

    private static string Words(TextFindings findings) => string.Join(
        ", ", findings.Counts().Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key.ToName()}")));

    private void Append(StringBuilder text, TextFinding finding)
    {
        string verdict = finding.Judgement.Verdict.ToName();
        string place = string.Create(CultureInfo.InvariantCulture, $"line {finding.Line}");
        string head = string.Join(", ", new[]
        {
            finding.File,
            finding.Place.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"page {page}") : place,
            finding.Place.Section,
            finding.Place.Table,
            finding.TableRow is { Length: > 0 } row ? $"row \"{row}\"" : null,
            finding.TableColumn is { Length: > 0 } column ? $"column \"{column}\"" : null,
        }.Where(part => !string.IsNullOrEmpty(part)));
        AppendWrapped(text, $"{(finding.Judgement.Verdict == Verdict.Inconsistent ? verdict.ToUpperInvariant() : verdict)}  {head}", 0);
        AppendWrapped(text, Start(finding.Place.Before) + "»" + finding.Text + "«" + End(finding.Place.After), 4);
        AppendWrapped(text, finding.Detail, 2);
        text.Append('\n');
    }

    private static string Start(string before)
    {
        if (before.Length <= LongestSide)
        {
            return before;
        }

        int blank = before.IndexOf(' ', before.Length - LongestSide);
        return "..." + before[(blank < 0 ? before.Length - LongestSide : blank)..];
    }

    private static string End(string after)
    {
        if (after.Length <= LongestSide)
        {
            return after;
        }

        int blank = after.LastIndexOf(' ', LongestSide);
        return after[..(blank <= 0 ? LongestSide : blank)] + " ...";
    }

    /// <summary>Words in lines that are not longer than the terminal is wide.</summary>
    private void AppendWrapped(StringBuilder text, string sentence, int indent)
    {
        int column = 0;
        foreach (string word in sentence.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                text.Append('\n');
                column = 0;
            }

            string before = column > 0 ? " " : new string(' ', indent);
            text.Append(before).Append(word);
            column += before.Length + word.Length;
        }

        text.Append('\n');
    }
}
