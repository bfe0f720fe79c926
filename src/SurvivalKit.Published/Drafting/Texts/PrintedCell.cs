namespace SurvivalKit.Published;

/// <summary>The claims of one row and column, which a sentence may repeat.</summary>
/// <param name="Name">The row with the words that name it.</param>
/// <param name="Column">The column.</param>
/// <param name="Claims">The claims by aspect.</param>
internal sealed record PrintedCell(PrintedName Name, string? Column, IReadOnlyDictionary<string, Claim> Claims)
{
    /// <summary>The cells of the rows.</summary>
    public static List<PrintedCell> Of(DraftBuilder draft, IReadOnlyList<PrintedName> names)
    {
        ILookup<(string, string?), Claim> claims = draft.Claims.Where(claim => claim.SameAs is null)
            .ToLookup(claim => (claim.Place, claim.Row));
        return
        [
            .. names.SelectMany(name => claims[(name.Place, name.Row)].GroupBy(claim => claim.Column)
                .Select(cell => new PrintedCell(name, cell.Key, cell.ToDictionary(claim => claim.Aspect)))),
        ];
    }

    /// <summary>The claims that an item's numbers repeat, one a number; <see langword="null"/>: the first or another that the cell has is
    /// another number.</summary>
    public Claim?[]? Repeated(TextItem item)
    {
        var found = new Claim?[item.Numbers.Length];
        for (int i = 0; i < found.Length; i++)
        {
            (IEnumerable<string> aspects, DraftNumber number) = item.Numbers[i];
            Claim? claim = aspects.Select(aspect => Claims.GetValueOrDefault(aspect)).FirstOrDefault(known => known is not null);
            if (claim is null)
            {
                if (i == 0)
                {
                    return null;
                }

                continue;
            }

            Claim said = DraftClaims.Of("", null, null, number with { Aspect = claim.Aspect }, null);
            if (claim.Relation != said.Relation || PrintedPair.Rule(said, claim) is null || said.Decimals > claim.Decimals + 1)
            {
                return null;
            }

            found[i] = claim;
        }

        return found;
    }
}
