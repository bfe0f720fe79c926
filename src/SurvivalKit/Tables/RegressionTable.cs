using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>The coefficients of Cox models as a paper prints them: hazard ratio, interval and P, several models side by side.</summary>
public static class RegressionTable
{
    /// <summary>The table of one model.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="labels">What coefficients are called; default: as they are.</param>
    public static TableModel Of(CoxFit fit, IReadOnlyDictionary<string, string>? labels = null) => Of([("", fit)], labels);

    /// <summary>The table of several models, each under its heading; a coefficient stands in one row for all of them.</summary>
    /// <param name="models">Heading and fit of each model: <c>("Univariate", fit)</c>. One heading may come several times, as for univariate models; its terms are gathered under it.</param>
    /// <param name="labels">What coefficients are called; default: as they are.</param>
    /// <exception cref="SurvivalDataException">No model is given.</exception>
    public static TableModel Of(IReadOnlyList<(string Heading, CoxFit Fit)> models, IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0)
        {
            throw new SurvivalDataException("No model was given; one or more were expected.");
        }

        string[] headings = [.. models.Select(model => model.Heading).Distinct()];
        string[] terms = [.. models.SelectMany(model => model.Fit.Terms).Select(term => term.Name).Distinct()];
        string level = (models[0].Fit.Options.Level * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var columns = new List<TableColumn> { new("Term", TableAlignment.Left) };
        foreach (string heading in headings)
        {
            string prefix = heading.Length == 0 ? "" : heading + " ";
            columns.Add(new TableColumn($"{prefix}HR ({level}% CI)"));
            columns.Add(new TableColumn(prefix + "P"));
        }

        IEnumerable<TableRow> rows = terms.Select(name => new TableRow(
        [
            labels is not null && labels.TryGetValue(name, out string? label) ? label : name,
            .. headings.SelectMany(heading => Cells(models.Where(model => model.Heading == heading).SelectMany(model => model.Fit.Terms, (model, term) => (model.Fit, Term: term)).FirstOrDefault(pair => pair.Term.Name == name))),
        ]));
        return new TableModel("", columns, rows, [.. Footnotes(models)]);
    }

    private static string[] Cells((CoxFit Fit, CoxTerm? Term) cell)
    {
        if (cell.Term is not { } term)
        {
            return ["", ""];
        }

        // What a fit that separates gives for the term at fault is where its iteration stopped, and no estimate.
        bool isEstimate = term.IsEstimable && !(cell.Fit.Status == FitStatus.Separation && cell.Fit.AtFault.Contains(term.Name));
        return isEstimate ? [$"{Ratio(term.HazardRatio)} ({Ratio(term.Lower)}–{Ratio(term.Upper)})", PValue.Format(term.P)] : ["not estimable", ""];
    }

    private static string Ratio(double ratio) => ratio switch
    {
        double.PositiveInfinity => "∞",
        >= 1e4 => ratio.ToString("0.0e+00", CultureInfo.InvariantCulture),
        _ => ratio.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static ImmutableArray<string> Footnotes(IReadOnlyList<(string Heading, CoxFit Fit)> models) =>
    [
        "HR: hazard ratio; CI: Wald confidence interval.",
        .. models.Select(model => (Name: model.Heading.Length == 0 ? "" : model.Heading + ": ", model.Fit))
            .Select(model => string.Create(CultureInfo.InvariantCulture, $"{model.Name}n = {model.Fit.Observations}, events = {model.Fit.Events}.{(model.Fit.Status == FitStatus.Converged ? "" : " " + model.Fit.StatusSentence)}"))
            .Distinct(),
    ];
}
