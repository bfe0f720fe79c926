namespace SurvivalKit.TextCheck;

/// <summary>Checks means and standard deviations: what whole numbers can give, what a range allows, what groups give for their total.</summary>
/// <remarks>A mean that whole numbers or a range allow is not thereby recomputed: the verdict is <see cref="Verdict.NotCheckable"/>, and says so.</remarks>
public static partial class MeanArithmetic
{
    private static RoundingRule Weaker(RoundingRule first, RoundingRule second) => (RoundingRule)Math.Max((int)first, (int)second);
}
