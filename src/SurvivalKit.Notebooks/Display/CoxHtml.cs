using System.Globalization;
using System.Text;

namespace SurvivalKit.Notebooks;

/// <summary>A Cox model as the table of its coefficients, with the tests below it.</summary>
internal static class CoxHtml
{
    public static string Of(CoxFit fit)
    {
        TableModel table = RegressionTable.Of(fit);
        var notes = new List<string>(table.Footnotes)
        {
            string.Create(CultureInfo.InvariantCulture, $"Concordance {fit.Concordance.Estimate:0.000} (SE {fit.Concordance.StandardError:0.000}); log-likelihood {fit.LogLikelihood:0.000} ({fit.NullLogLikelihood:0.000} without terms)."),
        };
        foreach (TestResult test in new[] { fit.LikelihoodRatio, fit.Wald, fit.Score })
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{test.Test}: chi-square = {test.Statistic:0.00} on {test.DegreesOfFreedom} df, {PValue.Sentence(test.P)}."));
        }

        if (fit.Omitted > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{fit.Omitted} rows left out because a value is missing."));
        }

        var html = new StringBuilder();
        if (!fit.Cautions.IsEmpty)
        {
            html.Append("<p><strong>").Append(HtmlText.Escape(string.Join(" ", fit.Cautions))).Append("</strong></p>");
        }

        return html.Append(new TableModel(fit.Formula, table.Columns, table.Rows, notes).ToHtml()).ToString();
    }
}
