namespace SurvivalKit.TextCheck;

/// <summary>Checks means and standard deviations: what whole numbers can give, what a range allows, what groups
/// give for their total.</summary>
/// <remarks>A mean that is possible for whole numbers or a range is not recomputed: the verdict is <see cref="Verdict.NotCheckable"/>, with
/// a sentence.</remarks>
public static partial class MeanArithmetic
{
    private static RoundingRule Weaker(RoundingRule first, RoundingRule second) => (RoundingRule)Math.Max((int)first, (int)second);
}
