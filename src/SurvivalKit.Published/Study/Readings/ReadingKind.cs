using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A kind of figures that has several readings: its key in a study file, and the readings by name.</summary>
/// <param name="Key">The key under <c>methods.readings</c>.</param>
/// <param name="What">The figures, for readers.</param>
/// <param name="Choices">Each reading: its name in a study file, and how it is fixed.</param>
/// <param name="Chosen">The name of the reading that is fixed; <see langword="null"/>: it is open.</param>
internal sealed record ReadingKind(
    string Key,
    string What,
    ImmutableArray<(string Name, Func<StudyReadings, StudyReadings> Fix)> Choices,
    Func<StudyReadings, string?> Chosen)
{
    /// <summary>Of ratios beside a log-rank P.</summary>
    public static ReadingKind RatioBesideCurve { get; } = Kind<RatioReading>(
        "ratioBesideCurve",
        "ratios beside a log-rank P",
        [
            ("cox", RatioReading.Cox), ("log-rank", RatioReading.LogRank), ("peto", RatioReading.Peto),
            ("mantel-haenszel", RatioReading.MantelHaenszel),
        ],
        readings => readings.RatioBesideCurve,
        (readings, value) => readings with { RatioBesideCurve = value });

    /// <summary>Of tied times in Cox models.</summary>
    public static ReadingKind TiedTimes { get; } = Kind<Ties>(
        "ties",
        "Cox models with tied times",
        [("efron", Ties.Efron), ("breslow", Ties.Breslow), ("exact", Ties.Exact)],
        readings => readings.Ties,
        (readings, value) => readings with { Ties = value });

    /// <summary>Of P values of Cox models.</summary>
    public static ReadingKind CoxP { get; } = Kind<CoxPReading>(
        "coxP",
        "P values of Cox models",
        [("wald", CoxPReading.Wald), ("score", CoxPReading.Score), ("likelihood-ratio", CoxPReading.LikelihoodRatio)],
        readings => readings.CoxP,
        (readings, value) => readings with { CoxP = value });

    /// <summary>Of medians of times.</summary>
    public static ReadingKind Median { get; } = Kind<MedianReading>(
        "median",
        "medians of times",
        [("midpoint", MedianReading.Midpoint), ("first", MedianReading.First), ("below", MedianReading.Below)],
        readings => readings.Median,
        (readings, value) => readings with { Median = value });

    /// <summary>Of standard deviations.</summary>
    public static ReadingKind Deviation { get; } = Kind<DeviationReading>(
        "deviation",
        "standard deviations",
        [("n-1", DeviationReading.NMinusOne), ("n", DeviationReading.N)],
        readings => readings.Deviation,
        (readings, value) => readings with { Deviation = value });

    /// <summary>The kinds, in the order in which a search chooses among their readings.</summary>
    public static ImmutableArray<ReadingKind> All { get; } = [RatioBesideCurve, TiedTimes, CoxP, Median, Deviation];

    private static ReadingKind Kind<T>(
        string key,
        string what,
        (string Name, T Value)[] choices,
        Func<StudyReadings, T?> get,
        Func<StudyReadings, T?, StudyReadings> set)
        where T : struct, Enum => new(
            key,
            what,
            [.. choices.Select(choice => (choice.Name, (Func<StudyReadings, StudyReadings>)(readings => set(readings, choice.Value))))],
            readings => get(readings) is { } value
                ? Array.Find(choices, choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Name
                : null);
}
