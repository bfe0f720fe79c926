namespace SurvivalKit.Published;

/// <summary>P values of counts: every test that could have been used on every table that the print allows, and which of them give the printed P.</summary>
internal sealed class CountPValueCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index)
    {
        var named = new NamedTests(index.Study.Methods);
        var tables = new CountTables(index);
        return from pair in index.RowsOf<PValueMeasure>()
               where pair.Measure.Test is ArmTest.ChiSquare or ArmTest.ChiSquareYates or ArmTest.Fisher
               let p = index.Cell(pair.Row, ColumnNames.P, Aspects.P) ?? index.Cell(pair.Row, null, Aspects.P)
               where p is not null
               select Compare(p, tables.Of(pair.Row, pair.Measure), tables.IsSettled(pair.Row, pair.Measure), named);
    }

    private static AuditFinding Compare(Claim claim, IReadOnlyList<CountTable> tables, bool isSettled, NamedTests named)
    {
        if (tables.Count == 0)
        {
            return AuditFinding.Of(claim, AuditCheck.PValue, Verdict.NotCheckable, "The counts that it compares are not printed.");
        }

        var printed = PrintedPValue.Of(claim.Number(), claim.Relation);
        TriedTest[] tried = [.. tables.SelectMany(table => Run(table, printed))];
        if (tried.Length == 0)
        {
            return AuditFinding.Of(claim, AuditCheck.PValue, Verdict.NotCheckable, "Fewer than two arms or categories have a count, so that there is nothing to compare.");
        }

        return TestChoice.Best(tried, named) is { } best
            ? TestChoice.Fits(claim, printed, best, tried, named)
            : TestChoice.DoesNotFit(claim, printed, tried, named, OpenReason(isSettled, named));
    }

    private static string? OpenReason(bool isSettled, NamedTests named) =>
        !named.NameCounts ? "The methods name no test of counts, and another one is not ruled out."
        : !isSettled ? "Patients without a value are not ruled out by print."
        : null;

    private static IEnumerable<TriedTest> Run(CountTable table, PrintedPValue printed)
    {
        TestResult[] results;
        try
        {
            results = [.. ProportionTests.All(table.Table)];
        }
        catch (SurvivalDataException)
        {
            // One arm or one category only: no test compares anything.
            return [];
        }

        return results.Select(result => new TriedTest(result.Test, table.How, ValueRange.Exactly(result.P), printed.RuleFor(result.P)));
    }
}
