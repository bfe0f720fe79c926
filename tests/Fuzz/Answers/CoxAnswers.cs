namespace SurvivalKit.Fuzz;

/// <summary>A Cox model and what is derived of it as R's <c>coxph</c> and its methods give it.</summary>
internal static class CoxAnswers
{
    public static readonly IReadOnlyList<string> Keys =
    [
        "status", "coef", "se", "robust.se", "loglik", "lr", "wald", "score", "robust.score", "df", "concordance", "concordance.se",
        "residual.martingale", "residual.deviance", "residual.score", "residual.schoenfeld", "residual.scaledsch", "residual.dfbeta",
        "residual.dfbetas", "lp", "lp.se", "expected", "baseline.time", "baseline", "curve.n.risk", "curve.surv", "curve.std.err",
        "curve.lower",
        "curve.upper", "zph", "zph.df", Scales.Key, "wald.defined", "robust.score.defined",
    ];

    private static readonly (CoxResidualKind Kind, string Name)[] Residuals =
    [
        (CoxResidualKind.Martingale, "martingale"), (CoxResidualKind.Deviance, "deviance"), (CoxResidualKind.Score, "score"),
        (CoxResidualKind.Schoenfeld, "schoenfeld"), (CoxResidualKind.ScaledSchoenfeld, "scaledsch"), (CoxResidualKind.DfBeta, "dfbeta"),
        (CoxResidualKind.DfBetas, "dfbetas"),
    ];

    public static void Add(Dictionary<string, double[]> values, Question question, FuzzSet set)
    {
        CoxFit fit = CoxModel.Fit(set.ToFrame(), question.Formula, new() { Ties = question.Ties }, question.Weights, question.Cluster);
        values["status"] = [(double)fit.Status];
        values["coef"] = [.. fit.Terms.Select(term => term.Coefficient)];
        values["se"] = [.. fit.Terms.Select(term => term.StandardError)];
        if (fit.IsRobust)
        {
            values["robust.se"] = [.. fit.Terms.Select(term => term.RobustStandardError ?? double.NaN)];
        }

        values["loglik"] = [fit.NullLogLikelihood, fit.LogLikelihood];
        values["lr"] = [fit.LikelihoodRatio.Statistic ?? double.NaN];
        if (fit.DegreesOfFreedom > 0)
        {
            values["wald"] = [fit.Wald.Statistic ?? double.NaN];
        }

        values["score"] = [fit.Score.Statistic ?? double.NaN];
        if (fit.RobustScore is { } robust)
        {
            values["robust.score"] = [robust.Statistic ?? double.NaN];
        }

        values["df"] = [fit.DegreesOfFreedom];
        Attempt(() =>
        {
            ConcordanceIndex concordance = fit.Concordance;
            values["concordance"] = [concordance.Estimate];
            values["concordance.se"] = [concordance.StandardError];
        });
        bool[] counts = Counting(question, set);
        foreach ((CoxResidualKind kind, string name) in Residuals)
        {
            Attempt(() => values["residual." + name] = ColumnsOf(fit.Residuals(kind), counts));
        }

        Attempt(() => AddPredictions(values, fit, counts));
        Attempt(() => AddCurves(values, fit));
        Attempt(() =>
        {
            ProportionalHazardsTest test = fit.ProportionalHazards(question.Transform);
            values["zph"] = [.. test.Terms.Select(term => term.ChiSquare)];
            values["zph.df"] = [.. test.Terms.Select(term => (double)term.DegreesOfFreedom)];
        });
    }

    private static void AddPredictions(Dictionary<string, double[]> values, CoxFit fit, bool[] counts)
    {
        bool[] used = [.. fit.Residuals(CoxResidualKind.Martingale).Observations.Select(row => counts[row])];
        CoxPredictions predictions = fit.Predict();
        values["lp"] = [.. predictions.LinearPredictor.Where((_, row) => used[row])];
        values["lp.se"] = [.. predictions.StandardError.Where((_, row) => used[row])];
        values["expected"] = [.. fit.Expected().Events.Where((_, row) => used[row])];
    }

    private static void AddCurves(Dictionary<string, double[]> values, CoxFit fit)
    {
        CoxCurves baseline = fit.Baseline();
        values["baseline.time"] = [.. baseline.SelectMany(curve => curve.Time)];
        values["baseline"] = [.. baseline.SelectMany(curve => curve.CumulativeHazard)];
        CoxCurves curves = fit.Curves();
        values["curve.n.risk"] = [.. curves.SelectMany(curve => curve.AtRisk)];
        values["curve.surv"] = [.. curves.SelectMany(curve => curve.Survival)];
        values["curve.std.err"] = [.. curves.SelectMany(curve => curve.HazardError)];
        values["curve.lower"] = [.. curves.SelectMany(curve => curve.Lower)];
        values["curve.upper"] = [.. curves.SelectMany(curve => curve.Upper)];
    }

    private static double[] ColumnsOf(CoxResiduals residuals, bool[] counts)
    {
        bool[] used = [.. residuals.Observations.Select(row => counts[row])];
        var values = new List<double>();
        for (int column = 0; column < residuals.Columns; column++)
        {
            values.AddRange(residuals.Column(column).ToArray().Where((_, row) => used[row]));
        }

        return [.. values];
    }

    // R was given the rows of weight 0 not at all.
    private static bool[] Counting(Question question, FuzzSet set) =>
        question.Weights is { } weights ? [.. set[weights].Select(weight => weight > 0)] : [.. Enumerable.Repeat(true, set.Rows)];

    // What the library refuses has no numbers; whether R has them is what is compared.
    private static void Attempt(Action add)
    {
        try
        {
            add();
        }
        catch (SurvivalDataException)
        {
        }
    }
}
