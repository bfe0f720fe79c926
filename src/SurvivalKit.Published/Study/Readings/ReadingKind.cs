using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A kind of figures that has several readings: its key in a study file, and the readings by name.</summary>
/// <param name="Key">The key under <c>methods.readings</c>.</param>
/// <param name="What">The figures, for readers.</param>
/// <param name="Choices">Each reading: its name in a study file, and how it is fixed.</param>
/// <param name="Chosen">The name of the reading that is fixed; <see langword="null"/>: it is open.</param>
/// <param name="Default">The name of the reading by which a study is read where it leaves the kind open; <see langword="null"/>:
/// several.</param>
/// <param name="Bears">Whether a reading of the kind bears on a claim of a study.</param>
internal sealed record ReadingKind(
    string Key,
    string What,
    ImmutableArray<(string Name, Func<StudyReadings, StudyReadings> Fix)> Choices,
    Func<StudyReadings, string?> Chosen,
    Func<Study, string?> Default,
    Func<Study, Claim, bool> Bears)
{
    /// <summary>The kinds, in the order in which a search chooses among their readings.</summary>
    public static ImmutableArray<ReadingKind> All { get; } =
    [
        Kind<RatioReading>(
            "ratioBesideCurve",
            "ratios beside a log-rank P",
            [
                ("cox", RatioReading.Cox), ("log-rank", RatioReading.LogRank), ("peto", RatioReading.Peto),
                ("mantel-haenszel", RatioReading.MantelHaenszel),
            ],
            readings => readings.RatioBesideCurve,
            (readings, value) => readings with { RatioBesideCurve = value },
            (study, claim) => IsOf<CoxMeasure>(study, claim) && study.Rows.Any(
                row => row.Measure is CoxMeasure cox && RatioMeasures.IsBesideCurve(study, row, cox))),
        Kind<Ties>(
            "ties",
            "Cox models with tied times",
            [("efron", Ties.Efron), ("breslow", Ties.Breslow), ("exact", Ties.Exact)],
            readings => readings.Ties,
            (readings, value) => readings with { Ties = value },
            IsOf<CoxMeasure>,
            TiesOfRows),
        Kind<CoxPReading>(
            "coxP",
            "P values of Cox models",
            [("wald", CoxPReading.Wald), ("score", CoxPReading.Score), ("likelihood-ratio", CoxPReading.LikelihoodRatio)],
            readings => readings.CoxP,
            (readings, value) => readings with { CoxP = value },
            (study, claim) => claim.Aspect == Aspects.P && IsOf<CoxMeasure>(study, claim)),
        Kind<MedianReading>(
            "median",
            "medians of times",
            [("midpoint", MedianReading.Midpoint), ("first", MedianReading.First), ("below", MedianReading.Below)],
            readings => readings.Median,
            (readings, value) => readings with { Median = value },
            (study, claim) => claim.Aspect == Aspects.Median && IsOf<MedianRangeMeasure>(study, claim)),
        Kind<DeviationReading>(
            "deviation",
            "standard deviations",
            [("n-1", DeviationReading.NMinusOne), ("n", DeviationReading.N)],
            readings => readings.Deviation,
            (readings, value) => readings with { Deviation = value },
            (_, claim) => claim.Aspect == Aspects.StandardDeviation),
    ];

    private static ReadingKind Kind<T>(
        string key,
        string what,
        (string Name, T Value)[] choices,
        Func<StudyReadings, T?> get,
        Func<StudyReadings, T?, StudyReadings> set,
        Func<Study, Claim, bool> bears,
        Func<Study, string?>? otherwise = null)
        where T : struct, Enum => new(
            key,
            what,
            [.. choices.Select(choice => (choice.Name, (Func<StudyReadings, StudyReadings>)(readings => set(readings, choice.Value))))],
            readings => get(readings) is { } value
                ? Array.Find(choices, choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Name
                : null,
            otherwise ?? (_ => choices[0].Name),
            bears);

    private static bool IsOf<T>(Study study, Claim claim)
        where T : StudyMeasure => MeasureEngine.Measuring(study, claim.Place, claim.Row, claim.Aspect)?.Measure is T;

    private static string? TiesOfRows(Study study) =>
        study.Rows.Select(row => row.Measure).OfType<CoxMeasure>().Select(cox => cox.Ties).Distinct().ToArray() is [var only]
            ? only.ToString().ToLowerInvariant()
            : null;
}
