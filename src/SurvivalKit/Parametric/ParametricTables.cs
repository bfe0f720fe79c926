using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>A parametric regression as R's <c>summary.survreg</c> shows it, with time or hazard ratios.</summary>
internal static class ParametricTables
{
    public static TableModel Summary(ParametricFit fit)
    {
        string[] robust = fit.IsRobust ? ["robust se"] : [];
        bool hasRatio = fit.Terms.Any(term => term.Ratio is not null);
        string ratio = ParametricTerms.IsHazardRatio(fit.Options.Distribution) ? "HR"
            : fit.Options.Distribution == ParametricDistribution.SplineOdds ? "OR" : "time ratio";
        return new TableModel(
            ResultSentences.Title($"{Capital(NameOf(fit.Options.Distribution))} regression", fit.Formula),
            [
                new("term", TableAlignment.Left),
                .. TableColumns.Numbers(["coef", "se", .. robust, "z", "P"]),
                .. hasRatio ? [.. TableColumns.Numbers(ratio), .. TableColumns.Limits(fit.Options.Level)] : Array.Empty<TableColumn>(),
            ],
            fit.Terms.Select(term => Row(term, hasRatio)),
            [.. Notes(fit)])
        {
            Lead =
            [
                Counts(fit),
                .. ResultSentences.LeftOut(fit.Omitted, fit.Weightless),
            ],
            Cautions = fit.Cautions,
        };
    }

    /// <summary>How many observations and events there are.</summary>
    public static string Counts(ParametricFit fit) => string.Create(
        CultureInfo.InvariantCulture,
        $"n = {fit.Observations}, events = {fit.Events}{(fit.Intervals == 0 ? "" : $" ({fit.Intervals} in an interval)")}.");

    /// <summary>The parameters as columns.</summary>
    public static DataFrame Frame(IReadOnlyList<ParametricTerm> terms) => new(
        new StringDataFrameColumn("term", terms.Select(term => term.Name)),
        FrameColumn.Numbers("coef", terms.Select(term => term.Coefficient)),
        FrameColumn.Numbers("se", terms.Select(term => term.StandardError)),
        FrameColumn.Numbers("robust_se", terms.Select(term => term.RobustStandardError)),
        FrameColumn.Numbers("z", terms.Select(term => term.Z)),
        FrameColumn.Numbers("p", terms.Select(term => term.P)),
        FrameColumn.Numbers("lower", terms.Select(term => term.Lower)),
        FrameColumn.Numbers("upper", terms.Select(term => term.Upper)),
        FrameColumn.Numbers("ratio", terms.Select(term => term.Ratio?.Estimate)),
        FrameColumn.Numbers("ratio_lower", terms.Select(term => term.Ratio?.Lower)),
        FrameColumn.Numbers("ratio_upper", terms.Select(term => term.Ratio?.Upper)));

    /// <summary>The name of a distribution in a sentence.</summary>
    public static string NameOf(ParametricDistribution distribution) => distribution switch
    {
        ParametricDistribution.LogNormal => "log-normal",
        ParametricDistribution.LogLogistic => "log-logistic",
        ParametricDistribution.ExtremeValue => "extreme-value",
        ParametricDistribution.Exponential => "exponential",
        ParametricDistribution.Logistic => "logistic",
        ParametricDistribution.Gaussian => "normal",
        ParametricDistribution.GeneralizedGamma => "generalised gamma",
        ParametricDistribution.GeneralizedF => "generalised F",
        ParametricDistribution.PiecewiseExponential => "piecewise exponential",
        ParametricDistribution.SplineHazard => "hazard spline",
        ParametricDistribution.SplineOdds => "odds spline",
        ParametricDistribution.SplineNormal => "normal spline",
        _ => distribution.ToString(),
    };

    /// <summary>What the model could not do, in a sentence; none where it converged.</summary>
    public static IEnumerable<string> Problem(ParametricFit fit)
    {
        string terms = string.Join(", ", fit.AtFault);
        bool isOne = fit.AtFault.Length == 1;
        if (fit.Status == FitStatus.Separation)
        {
            yield return $"The likelihood has no maximum: it rises for ever as {terms} {(isOne ? "goes" : "go")} to infinity.";
        }
        else if (fit.Status == FitStatus.Singular)
        {
            yield return isOne
                ? $"Not estimable: {terms} is constant or a combination of the columns before it."
                : $"Not estimable: {terms} are constant or combinations of the columns before them.";
        }
        else if (fit.Status == FitStatus.NoEvents)
        {
            yield return "No event was observed: nothing can be estimated.";
        }
        else if (fit.Status == FitStatus.IterationLimit)
        {
            string which = terms.Length == 0 ? "" : $"; {terms} {(isOne ? "was" : "were")} still moving";
            yield return $"The fit had not converged after {NumberText.Count(fit.Iterations, "iteration")}{which}.";
        }
    }

    /// <summary>The row of a parameter.</summary>
    public static TableRow Row(ParametricTerm term, bool hasRatio) => new(
    [
        term.Name,
        TableCell.Number(term.Coefficient, NumberKind.Estimate),
        TableCell.Number(term.StandardError, NumberKind.Error),
        .. term.RobustStandardError is { } error ? (TableCell[])[TableCell.Number(error, NumberKind.Error)] : [],
        TableCell.Number(term.Z, NumberKind.Statistic),
        TableCell.Number(term.P, NumberKind.P),
        .. !hasRatio ? [] : term.Ratio is not { } ratio ? (TableCell[])["", "", ""] :
        [
            TableCell.Number(ratio.Estimate, NumberKind.Estimate),
            TableCell.Number(ratio.Lower, NumberKind.Estimate),
            TableCell.Number(ratio.Upper, NumberKind.Estimate),
        ],
    ]);

    private static IEnumerable<TableNote> Notes(ParametricFit fit)
    {
        if (fit.Status == FitStatus.NoEvents)
        {
            yield break;
        }

        if (fit.Scales is [var scale])
        {
            string isFixed = fit.Terms.Any(term => term.IsShape) ? "" : " (fixed)";
            yield return $"Scale = {NumberText.Format(scale, NumberKind.Estimate)}{isFixed}.";
        }
        else if (fit.Scales.Length > 1)
        {
            yield return $"Scales = {string.Join(", ", fit.Scales.Select(value => NumberText.Format(value, NumberKind.Estimate)))}.";
        }

        if (fit.Knots.Length > 0)
        {
            string what = fit.Options.Distribution == ParametricDistribution.PiecewiseExponential ? "Cuts" : "Inner knots";
            yield return $"{what} at {string.Join(", ", fit.Knots.Select(knot => NumberText.Format(knot, NumberKind.Time)))}.";
        }

        string fitted = NumberText.Format(fit.LogLikelihood, NumberKind.LogLikelihood);
        string empty = NumberText.Format(fit.NullLogLikelihood, NumberKind.LogLikelihood);
        string criterion = NumberText.Format(fit.Aic, NumberKind.LogLikelihood);
        yield return $"Log-likelihood = {fitted} ({empty} without terms); AIC = {criterion}.";
        if (fit.LikelihoodRatio is { DegreesOfFreedom: > 0 } test)
        {
            yield return CoxTables.Line(test.Test, test);
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
