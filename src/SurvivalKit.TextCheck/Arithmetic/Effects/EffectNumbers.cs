namespace SurvivalKit.TextCheck;

/// <summary>The printed numbers of an estimate with uncertainty.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Interval">Its interval; <see langword="null"/>: not printed.</param>
/// <param name="StandardError">Its standard error; <see langword="null"/>: not printed.</param>
/// <param name="P">Its P value; <see langword="null"/>: not printed.</param>
internal sealed record EffectNumbers(PrintedNumber Value, PrintedInterval? Interval, PrintedNumber? StandardError, PrintedPValue? P)
{
    // Beyond it, a correlation has no Fisher's z to compute with.
    private const double LargestCorrelation = 1 - 1e-9;

    /// <summary>The numbers of pairs that a correlation can be of; empty: not printed.</summary>
    public IReadOnlyList<int> Pairs { get; init; } = [];

    /// <summary>The sizes of the estimate that round to the printed one, or are truncated to it.</summary>
    public ValueRange Size
    {
        get
        {
            ValueRange value = Value.Either();
            return value.Low >= 0 ? value : value.High <= 0 ? value * -1 : new(0, Math.Max(-value.Low, value.High));
        }
    }

    /// <summary>The middles and half-widths of the interval where its ends and the estimate are read in one way.</summary>
    public IntervalRegion? Region(EffectScale scale, Func<PrintedNumber, ValueRange> read) => Interval is null
        ? null
        : IntervalRegion.Between(On(scale, read(Value)), On(scale, read(Interval.Lower)), On(scale, read(Interval.Upper)));

    /// <summary>A range on a scale.</summary>
    public static ValueRange On(EffectScale scale, ValueRange range) => scale == EffectScale.Plain
        ? range
        : range.Map(r => Math.Atanh(Math.Clamp(r, -LargestCorrelation, LargestCorrelation)));
}
