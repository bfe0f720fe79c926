namespace SurvivalKit.TextCheck;

/// <summary>A confidence interval as it is printed.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Level">The confidence level, between 0 and 1.</param>
public sealed record PrintedInterval(PrintedNumber Lower, PrintedNumber Upper, double Level = 0.95);
