using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>A fit as R's <c>summary.coxph</c> shows it.</summary>
internal static class CoxText
{
    public static string Summary(CoxFit fit)
    {
        var text = new StringBuilder();
        text.Append(fit.Formula.Length == 0 ? "Cox model\n" : $"Cox model: {fit.Formula}\n");
        text.Append(CultureInfo.InvariantCulture, $"n = {fit.Observations}, events = {fit.Events}, ties = {fit.Options.Ties}");
        text.Append(fit.Omitted == 0 ? "\n" : $" ({TextGrid.LeftOut(fit.Omitted)})\n");
        foreach (string caution in fit.Cautions)
        {
            text.Append(caution).Append('\n');
        }

        if (fit.Terms.Length > 0)
        {
            text.Append('\n').Append(Coefficients(fit)).Append('\n');
        }

        // Without a coefficient there is nothing to judge.
        if (fit.DegreesOfFreedom > 0)
        {
            text.Append('\n');
            if (!double.IsNaN(fit.Concordance.Estimate))
            {
                text.Append(CultureInfo.InvariantCulture, $"Concordance = {fit.Concordance.Estimate:0.000} (se = {fit.Concordance.StandardError:0.000})\n");
            }

            foreach (TestResult test in (TestResult[])[fit.LikelihoodRatio, fit.Wald, fit.Score, .. fit.RobustScore is { } robust ? [robust] : Array.Empty<TestResult>()])
            {
                text.Append(CultureInfo.InvariantCulture, $"{test.Test,-21} = {NumberText.Statistic(test.Statistic ?? double.NaN)} on {test.DegreesOfFreedom} df, {PValue.Sentence(test.P)}\n");
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What the model could not do, in a sentence; empty when it converged.</summary>
    public static string Problem(CoxFit fit)
    {
        string terms = string.Join(", ", fit.AtFault);
        string[] dependent = [.. fit.Terms.Where(term => !term.IsEstimable).Select(term => term.Name)];
        string also = fit.Status is FitStatus.Separation or FitStatus.IterationLimit && dependent.Length > 0
            ? $"Not estimable either: {string.Join(", ", dependent)}.\n"
            : "";
        return Main(fit, terms) + also;
    }

    private static string Main(CoxFit fit, string terms) => fit.Status switch
    {
        FitStatus.Separation => fit.AtFault.Length == 1
            ? $"The likelihood has no maximum: {terms} separates the events, and its coefficient is infinite.\n"
            : $"The likelihood has no maximum: {terms} separate the events, and their coefficients are infinite.\n",
        FitStatus.Singular => fit.AtFault.Length == 1
            ? $"Not estimable: {terms} is constant or a combination of the columns before it.\n"
            : $"Not estimable: {terms} are constant or combinations of the columns before them.\n",
        FitStatus.NoEvents => "No event was observed: nothing can be estimated.\n",
        FitStatus.IterationLimit => string.Create(CultureInfo.InvariantCulture, $"The fit had not converged after {fit.Iterations} iterations.\n"),
        _ => "",
    };

    private static TextGrid Coefficients(CoxFit fit)
    {
        string level = (fit.Options.Level * 100).ToString("0.##", CultureInfo.InvariantCulture);
        string[] robust = fit.IsRobust ? ["robust se"] : [];
        var grid = new TextGrid(["", "coef", "se", .. robust, "z", "P", "HR", level + "% lower", level + "% upper"]);
        foreach (CoxTerm term in fit.Terms)
        {
            grid.Add(
            [
                term.Name,
                NumberText.Significant(term.Coefficient),
                NumberText.Significant(term.StandardError),
                .. term.RobustStandardError is { } error ? [NumberText.Significant(error)] : Array.Empty<string>(),
                double.IsNaN(term.Z) ? "NA" : NumberText.Statistic(term.Z),
                PValue.Format(term.P),
                NumberText.Significant(term.HazardRatio),
                NumberText.Significant(term.Lower),
                NumberText.Significant(term.Upper),
            ]);
        }

        return grid;
    }
}
