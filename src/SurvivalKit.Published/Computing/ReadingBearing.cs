namespace SurvivalKit.Published;

/// <summary>Which figures of a study the readings of a kind bear on, and by which reading it is read where it leaves the kind
/// open.</summary>
internal static class ReadingBearing
{
    /// <summary>Whether a reading of a kind bears on a claim of a study.</summary>
    public static bool Bears(this ReadingKind kind, Study study, Claim claim) =>
        kind == ReadingKind.RatioBesideCurve ? IsOf<CoxMeasure>(study, claim) && study.Rows.Any(
            row => row.Measure is CoxMeasure cox && RatioMeasures.IsBesideCurve(study, row, cox))
        : kind == ReadingKind.TiedTimes ? IsOf<CoxMeasure>(study, claim)
        : kind == ReadingKind.CoxP ? claim.Aspect == Aspects.P && IsOf<CoxMeasure>(study, claim)
        : kind == ReadingKind.Median ? claim.Aspect == Aspects.Median && IsOf<MedianRangeMeasure>(study, claim)
        : claim.Aspect == Aspects.StandardDeviation;

    /// <summary>The name of the reading by which a study is read where it leaves a kind open; <see langword="null"/>: several.</summary>
    public static string? DefaultOf(this ReadingKind kind, Study study) =>
        kind == ReadingKind.TiedTimes ? TiesOfRows(study) : kind.Choices[0].Name;

    private static bool IsOf<T>(Study study, Claim claim)
        where T : StudyMeasure => MeasureEngine.Measuring(study, claim.Place, claim.Row, claim.Aspect)?.Measure is T;

    private static string? TiesOfRows(Study study) =>
        study.Rows.Select(row => row.Measure).OfType<CoxMeasure>().Select(cox => cox.Ties).Distinct().ToArray() is [var only]
            ? only.ToString().ToLowerInvariant()
            : null;
}
