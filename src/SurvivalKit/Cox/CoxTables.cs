using System.Globalization;

namespace SurvivalKit;

/// <summary>A fit as R's <c>summary.coxph</c> shows it.</summary>
internal static class CoxTables
{
    public static TableModel Summary(CoxFit fit)
    {
        // A robust fit has both errors; z, P and limits are by the robust one.
        string[] robust = fit.IsRobust ? ["robust se"] : [];
        string ties =
            $"n = {(fit.Subjects ?? fit.Observations).ToString(CultureInfo.InvariantCulture)}, events = {fit.Events.ToString(CultureInfo.InvariantCulture)}, ties = {fit.Options.Ties}.";
        return new TableModel(
            ResultSentences.Title("Cox model", fit.Formula),
            fit.Terms.IsEmpty
                ? []
                : [new("term", TableAlignment.Left), .. TableColumns.Numbers(
                    ["coef", "se", .. robust, "z", "P", "HR"]), .. TableColumns.Limits(fit.Options.Level)],
            fit.Terms.Select(Row),
            [.. Notes(fit)])
        {
            Lead = [ties, .. ResultSentences.LeftOut(fit.Omitted, fit.Weightless), .. fit.Undefined],
            Cautions = fit.Cautions,
        };
    }

    /// <summary>The row of a coefficient.</summary>
    public static TableRow Row(CoxTerm term) => new(
    [
        term.Name,
        TableCell.Number(term.Coefficient, NumberKind.Estimate),
        TableCell.Number(term.StandardError, NumberKind.Error),
        .. term.RobustStandardError is { } error ? (TableCell[])[TableCell.Number(error, NumberKind.Error)] : [],
        TableCell.Number(term.Z, NumberKind.Statistic),
        TableCell.Number(term.P, NumberKind.P),
        TableCell.Number(term.HazardRatio, NumberKind.Estimate),
        TableCell.Number(term.Lower, NumberKind.Estimate),
        TableCell.Number(term.Upper, NumberKind.Estimate),
    ]);

    private static IEnumerable<TableNote> Notes(CoxFit fit)
    {
        // Without an estimable coefficient there is no test.
        if (fit.DegreesOfFreedom == 0)
        {
            yield break;
        }

        if (!double.IsNaN(fit.Concordance.Estimate))
        {
            string error = NumberText.Format(fit.Concordance.StandardError, NumberKind.Concordance);
            yield return $"Concordance = {NumberText.Format(fit.Concordance.Estimate, NumberKind.Concordance)} (se = {error}).";
        }
        else if (fit.Summed is not null)
        {
            yield return "Concordance: not computed, since it compares rows, which stayed in the database.";
        }

        string fitted = NumberText.Format(fit.LogLikelihood, NumberKind.LogLikelihood);
        yield return $"Log-likelihood = {fitted} ({NumberText.Format(fit.NullLogLikelihood, NumberKind.LogLikelihood)} without terms).";
        yield return Line(fit.LikelihoodRatio.Test, fit.LikelihoodRatio);
        yield return Line(fit.IsRobust ? $"{fit.Wald.Test}, robust" : fit.Wald.Test, fit.Wald);
        yield return Line(fit.Score.Test, fit.Score);
        if (fit.RobustScore is { } robust)
        {
            yield return Line(robust.Test, robust);
        }
    }

    /// <summary>A test in a sentence.</summary>
    public static string Line(string name, TestResult test) =>
        $"{name}: {TestSentence.ChiSquare(test.Statistic ?? double.NaN, test.DegreesOfFreedom ?? double.NaN, test.P)}.";

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
        FitStatus.IterationLimit =>
            string.Create(CultureInfo.InvariantCulture, $"The fit had not converged after {NumberText.Count(fit.Iterations, "iteration")}.\n"),
        _ => "",
    };
}
