using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Gathers the rows of a regression table: the terms of all models, each with its levels.</summary>
internal static class RegressionRows
{
    /// <summary>A row for each coefficient, labelled by its name.</summary>
    public static ImmutableArray<RegressionRow> OfCoefficients(
        ImmutableArray<RegressionModel> models, IReadOnlyDictionary<string, string> labels) =>
    [
        .. models.SelectMany(model => model.Fits).SelectMany(fit => fit.Terms).Select(term => term.Name).Distinct().Select(name =>
            new RegressionRow(
                RegressionRowKind.Coefficient,
                name,
                null,
                labels.GetValueOrDefault(name, name),
                [.. models.Select(model => model.Fits.SelectMany(fit => fit.Terms).FirstOrDefault(term => term.Name == name) is { } term
                    ? new RegressionCell { Term = term, IsEstimable = IsEstimate(term) }
                    : null)])
            {
                Names = [name],
            }),
    ];

    /// <summary>A row for each variable, and one for each of its levels.</summary>
    public static ImmutableArray<RegressionRow> OfVariables(ImmutableArray<RegressionModel> models, RegressionOptions options)
    {
        var order = new List<string>();
        var rows = new Dictionary<string, List<RegressionRow>>(StringComparer.Ordinal);
        for (int place = 0; place < models.Length; place++)
        {
            foreach (RegressionRow row in models[place].Fits.SelectMany(fit => Of(fit, options)))
            {
                if (!rows.TryGetValue(row.Variable, out List<RegressionRow>? ofVariable))
                {
                    order.Add(row.Variable);
                    rows[row.Variable] = ofVariable = [];
                }

                Put(ofVariable, row, place, models.Length);
            }
        }

        return [.. order.SelectMany(variable => rows[variable])];
    }

    /// <summary>Whether a coefficient is an estimate: under separation one at fault is only where the iteration stopped.</summary>
    public static bool IsEstimate(CoxTerm term) => term.IsEstimable && double.IsFinite(term.StandardError);

    // The first model that has a row gives its place and label; a level that only a later one has comes after the others.
    private static void Put(List<RegressionRow> rows, RegressionRow row, int place, int models)
    {
        int known = rows.FindIndex(other => other.Level == row.Level);
        if (known < 0)
        {
            known = rows.Count;
            rows.Add(row with { Cells = [.. new RegressionCell?[models]] });
        }

        rows[known] = rows[known] with { Cells = rows[known].Cells.SetItem(place, rows[known].Cells[place] ?? row.Cells[0]) };
    }

    private static IEnumerable<RegressionRow> Of(CoxFit fit, RegressionOptions options)
    {
        var labels = new RegressionLabels(
            options.Labels, fit.Rows?.Source.Labels ?? ImmutableDictionary<string, string>.Empty);
        ILookup<string, int> columns = Enumerable.Range(0, fit.Terms.Length).ToLookup(column => fit.TermOfColumn[column]);
        ImmutableArray<(CodedTerm Term, ImmutableArray<int> Columns)> terms =
            [.. fit.CodedTerms.Select(term => (term, columns[term.Label].ToImmutableArray())).Where(term => term.Item2.Length > 0)];
        RegressionCounts? counts = RegressionCounts.Of(fit, terms);
        return terms.SelectMany(term => new RegressionTermRows(fit, term.Term, term.Columns, labels, counts, options).All());
    }
}
