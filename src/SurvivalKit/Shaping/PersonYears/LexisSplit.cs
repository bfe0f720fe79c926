using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Splits rows where a scale that moves with follow-up crosses a break, on one scale or several at once: age and calendar time
/// (a Lexis diagram; splitLexis of R's package Epi).</summary>
/// <example><code>
/// var split = LexisSplit.Split(
///     cohort, "Surv(time, status) ~ tcut(age, c(40, 50, 60), scale = 365.25) + tcut(entry, c(\"1990-01-01\", \"2000-01-01\"))");
/// var fit = CoxModel.Fit(split, "Surv(tstart, time, status) ~ exposure + strata(age.band)");
/// </code></example>
public static class LexisSplit
{
    /// <summary>Splits the rows of a frame.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">The response, and the scales as terms <c>tcut(...)</c>: see <see cref="PersonTime.Tabulate"/>.</param>
    /// <returns>All columns that the response does not use, then start, stop and status as <see cref="SurvSplit"/> names them, then for
    /// each scale a factor <c>age.band</c>. Rows with a missing value and time outside of the breaks are left out.</returns>
    /// <exception cref="FormulaException">The formula cannot be read, or has another term than tcut().</exception>
    /// <exception cref="SurvivalDataException">A value cannot be used, or a new column has the name of another.</exception>
    public static DataFrame Split(DataFrame data, string formula)
    {
        ScaledRows rows = ScaledRows.Read(data, formula);
        if (rows.Terms.FirstOrDefault(term => term.Scale is null) is { } group || rows.Terms.IsEmpty)
        {
            throw new FormulaException(
                formula, rows.Formula.Terms.Position,
                "scales to split on were expected, as tcut(age, c(40, 50, 60)); another term was found.");
        }

        Tcut[] scales = rows.Scales;
        double[] starts = rows.Starts;
        var pieces = new LexisPieces(scales, starts, rows.Response.TimeArray);
        var from = new List<(int Row, double Start, double Stop, double Status, int[] Bands)>();
        for (int row = 0; row < rows.Response.Count; row++)
        {
            double stop = rows.Response.TimeArray[row];
            foreach ((double start, double end, int[] bands) in pieces.Of(row, starts[row], stop))
            {
                if (end > start && Array.TrueForAll(bands, band => band >= 0))
                {
                    from.Add((row, start, end, end == stop && rows.Response.EventArray[row] ? 1 : 0, bands));
                }
            }
        }

        int[] places = [.. from.Select(piece => rows.Kept is null ? piece.Row : rows.Kept[piece.Row])];
        ShapedResponse names = ShapedResponse.Read(data, formula[..formula.IndexOf('~', StringComparison.Ordinal)] + "~ .");
        var columns = new List<DataFrameColumn>(names.Carried.Select(column => FrameRows.Take(column, places)));
        Add(FrameRows.Numbers(names.StartName, [.. from.Select(piece => piece.Start)]), "the starts");
        Add(FrameRows.Numbers(names.StopName, [.. from.Select(piece => piece.Stop)]), "the ends");
        Add(FrameRows.Whole(names.EventName, [.. from.Select(piece => piece.Status)]), "the events");
        for (int i = 0; i < scales.Length; i++)
        {
            int scale = i;
            Add(new FactorColumn(
                BandName(rows.Terms[i]), from.Select(piece => scales[scale].Labels[piece.Bands[scale]]), scales[i].Labels), "a band");
        }

        var split = new DataFrame(columns);
        string left = rows.Omitted == 0 ? "" : $", {NumberText.Count(rows.Omitted, "row")} left out because a value is missing";
        SurvivalData.Derive(
            split, data, places, "split",
            [
                $"{NumberText.Count(rows.Response.Count, "row")} split into {places.Length}{left}",
                .. rows.Cautions.Select(caution => caution.TrimEnd('.')),
            ]);
        return split;

        void Add(DataFrameColumn column, string what)
        {
            FrameRows.CheckNew(columns.Select(known => known.Name), column.Name, what, names.Source);
            columns.Add(column);
        }
    }

    private static string BandName(ScaledTerm term) =>
        ((FormulaNode.Call)term.Node).Arguments[0].Value is FormulaNode.Name name ? name.Value + ".band" : term.Name;
}
