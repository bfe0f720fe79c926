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
        text.Append(Problem(fit));
        if (fit.Terms.Length > 0)
        {
            text.Append('\n').Append(Coefficients(fit)).Append('\n');
        }

        text.Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Concordance = {Number(fit.Concordance.Estimate)} (se = {Number(fit.Concordance.StandardError)})\n");
        foreach (TestResult test in new[] { fit.LikelihoodRatio, fit.Wald, fit.Score })
        {
            text.Append(CultureInfo.InvariantCulture, $"{test.Test,-21} = {Number(test.Statistic ?? double.NaN)} on {test.DegreesOfFreedom} df, {PValue.Sentence(test.P)}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>What the model could not do, in a sentence; empty when it converged.</summary>
    public static string Problem(CoxFit fit)
    {
        string terms = string.Join(", ", fit.AtFault);
        return fit.Status switch
        {
            FitStatus.Separation => $"The likelihood has no maximum: {terms} separates the events, and its coefficient is infinite.\n",
            FitStatus.Singular => $"Not estimable: {terms} is constant or a combination of the columns before it.\n",
            FitStatus.NoEvents => "No event was observed: nothing can be estimated.\n",
            FitStatus.IterationLimit => string.Create(CultureInfo.InvariantCulture, $"The fit had not converged after {fit.Iterations} iterations.\n"),
            _ => "",
        };
    }

    private static TextGrid Coefficients(CoxFit fit)
    {
        string level = (fit.Options.Level * 100).ToString("0.##", CultureInfo.InvariantCulture);
        var grid = new TextGrid("", "coef", "se", "z", "P", "HR", level + "% lower", level + "% upper");
        foreach (CoxTerm term in fit.Terms)
        {
            grid.Add(
                term.Name,
                Number(term.Coefficient),
                Number(term.StandardError),
                Number(term.Z),
                PValue.Format(term.P),
                Number(term.HazardRatio),
                Number(term.Lower),
                Number(term.Upper));
        }

        return grid;
    }

    private static string Number(double value) => double.IsNaN(value) ? "NA" : value.ToString("G4", CultureInfo.InvariantCulture);
}
