namespace SurvivalKit.Published;

/// <summary>P values of counts: every test that can be used on every table that the printed counts allow, and which of them give the
/// printed P.</summary>
internal sealed class CountPValueCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index)
    {
        var named = new NamedTests(index.Study.Methods, NamedTestUse.Counts);
        var tables = new CountTables(index);
        Comparison[] comparisons =
        [
            .. from pair in index.RowsOf<PValueMeasure>()
               where pair.Measure.Test is TestKind.PearsonChiSquare or TestKind.YatesChiSquare or TestKind.FisherExact
               let p = index.Cell(pair.Row, ColumnNames.P, Aspects.P) ?? index.Cell(pair.Row, null, Aspects.P)
               where p is not null
               let of = tables.Of(pair.Row, pair.Measure)
               select new Comparison(
                   p, of.Count > 0, [.. of.SelectMany(table => Run(table, Printed(p)))], OpenReason(
                       tables.IsSettled(pair.Row, pair.Measure), named)),
        ];

        // Of tests that fit equally well, the one that gives most of the study's P values is the likeliest.
        Dictionary<TestKind, int> often = comparisons.SelectMany(
            comparison => comparison.Tried.Where(test => test.Fits && !test.OneSided).Select(test => test.Kind).Distinct())
            .CountBy(test => test).ToDictionary();
        return comparisons.Select(comparison => Compare(comparison, named, often));
    }

    private static AuditFinding Compare(Comparison comparison, NamedTests named, Dictionary<TestKind, int> often)
    {
        (Claim claim, bool hasCounts, TestMatch[] tried, string? open) = comparison;
        if (tried.Length == 0)
        {
            return AuditFinding.Agrees(claim, AuditCheck.PValue, hasCounts
                ? "Fewer than two arms or categories have a count, so that there is nothing to compare."
                : "The counts that it compares are not printed, or are more than their arms have.");
        }

        return TestChoice.Best(tried, named, often) is { } best
            ? TestChoice.Fits(claim, Printed(claim), best, tried, named)
            : TestChoice.DoesNotFit(claim, Printed(claim), tried, named, open);
    }

    private static PrintedPValue Printed(Claim claim) => PrintedPValue.FromNumber(claim.Number(), claim.Relation);

    private static string? OpenReason(bool isSettled, NamedTests named) =>
        !named.NameCounts ? "The methods name no test of counts, and another one is not ruled out."
        : !isSettled ? "Patients without a value are not ruled out by print."
        : null;

    private static IEnumerable<TestMatch> Run(CountTable table, PrintedPValue printed)
    {
        try
        {
            return PValueArithmetic.FromCounts(table.Table, printed, table.IsOrdered).Select(match => match with { How = table.How });
        }
        catch (SurvivalDataException)
        {
            // One arm or one category only: there is nothing to test.
            return [];
        }
    }

    /// <summary>A printed P value with the tests that were tried for it, and why another reading would be possible.</summary>
    private sealed record Comparison(Claim Claim, bool HasCounts, TestMatch[] Tried, string? Open);
}
