namespace SurvivalKit.Published;

/// <summary>
/// The hazard ratio estimated from a log-rank test of two arms: (O1/E1)/(O0/E0), with the interval of the variance 1/E1 + 1/E0. Programs
/// that draw Kaplan-Meier curves print it beside the log-rank P, while a Cox model gives a slightly different one.
/// </summary>
internal static class LogRankRatio
{
    /// <summary>The cohort's value of this ratio, for a ratio of the arms beside a log-rank P; <see langword="null"/>: another kind of
    /// claim.</summary>
    public static string? SentenceOf(Claim claim, Study study, Cohort cohort)
    {
        Claim source = claim.SameAs is { } id ? study[id] : claim;
        if (source.Aspect is not (Aspects.HazardRatio or Aspects.Lower or Aspects.Upper)
            || study.Arms.Length != 2
            || study.Methods.Readings.RatioBesideCurve is not (null or RatioReading.Cox)
            || ModelOf(source, study) is not { } model)
        {
            return null;
        }

        ArmSums sums = ArmComparison.Of(cohort, study.Endpoint(model.Endpoint), study.Variable(study.ArmColumn).Levels[^1]);
        if (sums is not { Observed: > 0, Expected: > 0, ReferenceObserved: > 0, ReferenceExpected: > 0 })
        {
            return null;
        }

        RatioEstimate ratio = sums.Ratio(RatioReading.LogRank);
        string[] shown = [.. new[] { Aspects.HazardRatio, Aspects.Lower, Aspects.Upper }.Select(
            aspect => Rounding.Text(ratio.Figure(aspect)!.Value, Math.Min(source.Decimals + 1, 15)))];
        return $"As the ratio of the log-rank test itself, (O1/E1)/(O0/E0) with the variance 1/E1 + 1/E0, the same patients have {shown[0]} ({shown[1]} to {shown[2]}).";
    }

    private static CoxMeasure? ModelOf(Claim claim, Study study)
    {
        StudyRow[] rows = [.. study.Rows.Where(row => row.Place == claim.Place && row.Row == claim.Row)];
        bool isLogRank = rows.Any(row => row.Measure is PValueMeasure { Test: TestKind.LogRank });
        return isLogRank
            ? rows.Select(row => row.Measure)
                .OfType<CoxMeasure>()
                .FirstOrDefault(model => model.Covariates is [var only] && only == study.ArmColumn)
            : null;
    }
}
