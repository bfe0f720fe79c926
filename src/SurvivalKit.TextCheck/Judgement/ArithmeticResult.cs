namespace SurvivalKit.TextCheck;

/// <summary>The result of a check of printed numbers, independent of a study.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict in a sentence.</param>
/// <param name="Computed">The computed value; <see langword="null"/>: not one number.</param>
/// <param name="Method">The method, for example <c>24 of 56 (all patients)</c>; <see langword="null"/>: not given.</param>
/// <param name="Witness">The arithmetic that a reader can check by hand; <see langword="null"/>: none is needed.</param>
public sealed record ArithmeticResult(Verdict Verdict, string Sentence, double? Computed = null, string? Method = null, string? Witness = null)
{
    internal static ArithmeticResult NotCheckable(string sentence) => new(Verdict.NotCheckable, sentence);

    /// <summary>Recomputed where the number is rounded to the nearest, else a matter of rounding.</summary>
    internal static Verdict Under(RoundingRule rule) => rule == RoundingRule.HalfUp ? Verdict.Recomputed : Verdict.Rounding;
}
