namespace SurvivalKit.Published;

/// <summary>How the printed figures of each kind were computed, where a study file says so. One reading holds for all figures of its
/// kind.</summary>
/// <remarks>A kind that the file leaves open (<see langword="null"/>) is read by its default; a search for a cohort tries the other
/// readings too, and fixes the one that lets most figures hold.</remarks>
public sealed record StudyReadings
{
    /// <summary>Of ratios of the arms beside a log-rank P: rows that have a <c>cox</c> measure of the arm alone and a log-rank test.
    /// Open: <see cref="RatioReading.Cox"/>.</summary>
    public RatioReading? RatioBesideCurve { get; init; }

    /// <summary>How tied times are treated in all Cox models. Open: as each row says.</summary>
    public Ties? Ties { get; init; }

    /// <summary>Of P values that a <c>cox</c> measure gives. Open: <see cref="CoxPReading.Wald"/>.</summary>
    public CoxPReading? CoxP { get; init; }

    /// <summary>Of medians of times. Open: <see cref="MedianReading.Midpoint"/>.</summary>
    public MedianReading? Median { get; init; }

    /// <summary>Of standard deviations. Open: <see cref="DeviationReading.NMinusOne"/>.</summary>
    public DeviationReading? Deviation { get; init; }
}
