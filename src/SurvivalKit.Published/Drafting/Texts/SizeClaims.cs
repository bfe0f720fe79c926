namespace SurvivalKit.Published;

/// <summary>Numbers of patients of the study and of its arms in sentences: <c>N = 14</c>, <c>56 patients</c>, <c>14 received
/// bread</c>.</summary>
/// <param name="draft">The draft.</param>
internal sealed class SizeClaims(DraftBuilder draft)
{
    private const int Furthest = 8;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "received", "were", "was", "randomised", "randomized", "assigned", "allocated", "treated", "in", "to", "patients",
    };

    /// <summary>Adds the size that an item is, if it is one.</summary>
    public bool Add(PaperPart part, TextItem item, IReadOnlyList<(int At, string Column)> named, int line)
    {
        if (item.Kind != TextItemKind.Whole || item.Numbers[0].Number.Value < 2 || ColumnOf(part.Tokens, item, named) is not { } column)
        {
            return false;
        }

        DraftNumber number = item.Numbers[0].Number;
        Claim? first = draft.Claims.FirstOrDefault(claim => claim.Row == "N" && claim.Column == column && claim.Value == number.Value
            && claim.SameAs is null);
        bool isSized = IsSize(part.Tokens, item.First);
        Claim claim = DraftClaims.Of(part.Place, "N", column, number, isSized ? $"N = {number.Printed}" : null, part.Where);
        if (first is null)
        {
            draft.Measure(part.Place, "N", new SizeMeasure());
        }

        draft.Add(first is null ? claim : claim with { SameAs = first.Id }, line);
        return true;
    }

    private string? ColumnOf(List<Token> tokens, TextItem item, IReadOnlyList<(int At, string Column)> named)
    {
        int n = (int)item.Numbers[0].Number.Value;
        string[] columns = [.. draft.Arms.Where(arm => arm.N == n).Select(arm => arm.Name), .. draft.N == n ? [ColumnNames.All]
            : Array.Empty<string>()];
        if (columns.Length == 0)
        {
            return null;
        }

        string next = item.End < tokens.Count ? tokens[item.End].Key : "";
        string before = item.First > 0 ? tokens[item.First - 1].Key : "";
        bool isPeople = PersonNouns.IsPerson(next) || (item.End + 1 < tokens.Count && PersonNouns.IsPerson(tokens[item.End + 1].Key));
        bool isOutOf = before == "of" && item.First > 1 && (tokens[item.First - 2].Key == "out" || tokens[item.First - 2].IsWhole);
        if (columns.Contains(ColumnNames.All) && (isPeople || IsSize(tokens, item.First)))
        {
            return ColumnNames.All;
        }

        // The arm is named right behind the number, or right before its bracket.
        bool isNear = named.Any(mention => columns.Contains(mention.Column)
            && (IsSize(tokens, item.First) ? item.First - mention.At is > 0 and < Furthest : mention.At - item.End is >= 0 and < Furthest));
        string[] near = [.. named.Where(mention => columns.Contains(mention.Column)
            && Math.Abs(mention.At - item.First) < Furthest + 4).OrderBy(mention => Math.Abs(mention.At - item.First))
            .Select(mention => mention.Column)];
        string? arm = columns.Length == 1 ? columns[0] : near.FirstOrDefault();
        return arm is not (null or ColumnNames.All) && ((isNear && (isPeople || Verbs.Contains(next) || IsSize(tokens, item.First)))
            || isOutOf
            || (IsSize(tokens, item.First) && near.Length > 0)) ? arm : null;
    }

    private static bool IsSize(List<Token> tokens, int first) => first > 1 && tokens[first - 1].Key == "="
        && tokens[first - 2].Key == "n";
}
