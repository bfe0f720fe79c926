namespace SurvivalKit.TextCheck;

/// <summary>Which of a ratio and the ends of its interval are rounded to the nearest and which are truncated.</summary>
internal sealed record RatioRules(RoundingRule Ratio, RoundingRule Lower, RoundingRule Upper)
{
    private const RoundingRule Near = RoundingRule.HalfUp;
    private const RoundingRule Cut = RoundingRule.Truncation;

    /// <summary>Every reading, the simplest first: all to the nearest, all truncated, then mixtures.</summary>
    public static IReadOnlyList<RatioRules> All { get; } =
    [
        new(Near, Near, Near), new(Cut, Cut, Cut),
        new(Cut, Near, Near), new(Near, Cut, Near), new(Near, Near, Cut),
        new(Cut, Cut, Near), new(Cut, Near, Cut), new(Near, Cut, Cut),
    ];

    public bool IsNearest => this == All[0];

    /// <summary>The truncated numbers, as the end of a sentence.</summary>
    public string Words(bool hasRatio)
    {
        string[] cut = [.. new[] { (hasRatio && Ratio == Cut, "the ratio"), (Lower == Cut, "the lower end"), (
            Upper == Cut, "the upper end") }.Where(pair => pair.Item1).Select(pair => pair.Item2)];
        return cut.Length == 0 ? ArithmeticText.Words(Near) : $"when further decimals of {ArithmeticText.List(cut)} are cut off";
    }

    /// <summary>The readings under which something is possible, each with its region; <see langword="null"/>: a number may be 0.</summary>
    public static IReadOnlyList<(RatioRules Rules, IntervalRegion Region)>? Regions(PrintedNumber? ratio, PrintedInterval interval)
    {
        List<(RatioRules, IntervalRegion)> regions = [];
        foreach (RatioRules rules in All)
        {
            if (ratio is null && rules.Ratio == Cut)
            {
                continue;
            }

            ValueRange? middle = ratio is { } number ? ValueRange.PrintedAs(number, rules.Ratio) : null;
            if (IntervalRegion.Bound(middle, ValueRange.PrintedAs(interval.Lower, rules.Lower), ValueRange.PrintedAs(
                interval.Upper, rules.Upper)) is not { } region)
            {
                return null;
            }

            if (!region.IsEmpty)
            {
                regions.Add((rules, region));
            }
        }

        return regions;
    }
}
