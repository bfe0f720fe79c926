namespace SurvivalKit.Published;

/// <summary>Whether printed numbers can be of the same value.</summary>
internal static class PrintedPair
{
    /// <summary>The claim's number with its printed decimals.</summary>
    public static PrintedNumber Number(this Claim claim) => new((decimal)claim.Value, claim.Decimals);

    /// <summary>All values that print so to the nearest.</summary>
    public static ValueRange Nearest(this Claim claim) => ValueRange.PrintedAs(claim.Number());

    /// <summary>All values that are printed as the number under some rule: rounded or truncated.</summary>
    public static ValueRange Any(this Claim claim)
    {
        ValueRange nearest = claim.Nearest();
        ValueRange cut = ValueRange.PrintedAs(claim.Number(), RoundingRule.Truncation);
        return new(Math.Min(nearest.Low, cut.Low), Math.Max(nearest.High, cut.High));
    }

    /// <summary>Whether an aspect is counted, so that it is never rounded.</summary>
    public static bool IsCounted(this Claim claim) =>
        claim.Aspect is Aspects.Count or Aspects.FirstCount or Aspects.SecondCount or Aspects.Year;

    /// <summary>The rule under which both numbers are of one value; <see langword="null"/>: there is no such value.</summary>
    /// <remarks>Half up means that some value rounds to both. One unit apart, only a boundary value does; truncation explains it.</remarks>
    public static RoundingRule? Rule(Claim one, Claim other)
    {
        if (one.Number().Value == other.Number().Value && one.Decimals == other.Decimals)
        {
            return RoundingRule.HalfUp;
        }

        if (one.IsCounted())
        {
            return null;
        }

        return Meet(one.Nearest(), other.Nearest()) ? RoundingRule.HalfUp
            : Meet(one.Any(), other.Any()) ? RoundingRule.Truncation
            : null;
    }

    /// <summary>Whether the intervals have more than an end in common, within rounding errors.</summary>
    public static bool Meet(ValueRange one, ValueRange other)
    {
        ValueRange both = one.And(other);
        return both.High - both.Low > 1e-9 * Math.Max(1, Math.Abs(both.High));
    }
}
