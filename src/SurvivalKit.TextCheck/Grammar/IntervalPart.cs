namespace SurvivalKit.TextCheck;

/// <summary>The meaning of the two numbers after an estimate.</summary>
internal enum IntervalMeaning
{
    /// <summary>Not named.</summary>
    Unnamed,

    /// <summary>The ends of a confidence interval.</summary>
    Confidence,

    /// <summary>The first and the third quartile.</summary>
    Quartiles,

    /// <summary>The least and the greatest value.</summary>
    Range,
}

/// <summary>Two numbers after an estimate.</summary>
/// <param name="Lower">The first.</param>
/// <param name="Upper">The second.</param>
/// <param name="Level">The confidence level where it is printed.</param>
/// <param name="Meaning">Their meaning.</param>
internal sealed record IntervalPart(PrintedNumber Lower, PrintedNumber Upper, double? Level, IntervalMeaning Meaning)
{
    /// <summary>Its name in a sentence.</summary>
    public string Name => Meaning switch
    {
        IntervalMeaning.Confidence => "confidence interval",
        IntervalMeaning.Quartiles => "interquartile range",
        IntervalMeaning.Range => "range",
        _ => "interval",
    };
}
