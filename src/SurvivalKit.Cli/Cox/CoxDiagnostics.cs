using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>How <c>survkit cox</c> was asked to check a fit; null where it was not.</summary>
/// <param name="Test">The test of proportional hazards.</param>
/// <param name="Residuals">Residuals.</param>
internal sealed record CoxDiagnostics(ProportionalHazardsTest? Test, CoxResiduals? Residuals)
{
    internal sealed record TermJson(string Term, double ChiSquare, int Df, double P);

    internal sealed record ResidualJson(int Row, string? Stratum, double? Time, IReadOnlyDictionary<string, double> Values);

    public IEnumerable<TableModel> Tables()
    {
        if (Test is { } test)
        {
            yield return new TableModel(
                $"Test of proportional hazards, time scale {test.Transform}",
                [new TableColumn("term", TableAlignment.Left), new TableColumn("chi-square"), new TableColumn("df"), new TableColumn("P")],
                test.Terms.Select(row => new TableRow(
                    [row.Term, NumberText.Short(row.ChiSquare), row.DegreesOfFreedom.ToString(CultureInfo.InvariantCulture), double.IsNaN(row.P) ? "NA" : PValue.Format(row.P)])));
        }

        if (Residuals is { } residuals)
        {
            string[] ofEvents = [.. residuals.Strata.IsEmpty ? [] : (string[])["stratum"], .. residuals.Times.IsEmpty ? [] : (string[])["time"]];
            yield return new TableModel(
                "Residuals",
                [new TableColumn("row", TableAlignment.Left), .. ofEvents.Concat(residuals.Names).Select(name => new TableColumn(name))],
                Enumerable.Range(0, residuals.Rows).Select(row => new TableRow(
                [
                    (residuals.Observations[row] + 1).ToString(CultureInfo.InvariantCulture),
                    .. residuals.Strata.IsEmpty ? [] : (string[])[residuals.Strata[row]],
                    .. residuals.Times.IsEmpty ? [] : (string[])[NumberText.Short(residuals.Times[row])],
                    .. Enumerable.Range(0, residuals.Columns).Select(column => NumberText.Short(residuals[row, column])),
                ])));
        }
    }

    /// <summary>The one table that a spreadsheet gets; null where nothing was asked for.</summary>
    public TableModel? Tidy() => (Test, Residuals) switch
    {
        (not null, not null) => throw new CommandException("--format csv holds one table; either --zph or --residuals was expected."),
        ({ } test, null) => TidyTable.Of(test.ToDataFrame()),
        (null, { } residuals) => TidyTable.Of(residuals.ToDataFrame()),
        _ => null,
    };

    public IReadOnlyList<TermJson>? TestJson() =>
        Test is null ? null : [.. Test.Terms.Select(row => new TermJson(row.Term, row.ChiSquare, row.DegreesOfFreedom, row.P))];

    public IReadOnlyList<ResidualJson>? ResidualsJson() => Residuals is not { } all
        ? null
        :
        [
            .. Enumerable.Range(0, all.Rows).Select(row => new ResidualJson(
                all.Observations[row] + 1,
                all.Strata.IsEmpty ? null : all.Strata[row],
                all.Times.IsEmpty ? null : all.Times[row],
                Enumerable.Range(0, all.Columns).ToDictionary(column => all.Names[column], column => all[row, column]))),
        ];
}
