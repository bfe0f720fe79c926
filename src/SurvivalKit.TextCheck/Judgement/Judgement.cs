namespace SurvivalKit.TextCheck;

/// <summary>What can be said of a printed number. It is made where the arithmetic is, and carried unchanged to the page.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict in a sentence.</param>
/// <param name="Computed">What was computed, in the unit of the print; <see langword="null"/>: not one number.</param>
/// <param name="Method">How, for example <c>Fisher's exact test</c> or <c>24 of 56 (all patients)</c>;
/// <see langword="null"/>: not said.</param>
/// <param name="Witness">The arithmetic that a reader can follow by hand: the numbers, the steps, the nearest admissible value;
/// <see langword="null"/>: none is needed.</param>
public sealed record Judgement(Verdict Verdict, string Sentence, double? Computed = null, string? Method = null, string? Witness = null)
{
    /// <summary>The rule of rounding of a <see cref="Verdict.Rounding"/>; <see langword="null"/> for other verdicts.</summary>
    public RoundingRule? Rule { get; init; }

    /// <summary>The number that a percentage was found to be of; <see langword="null"/>: none, or it is no percentage.</summary>
    public Denominator? Denominator { get; init; }

    /// <summary>Whether the printed P value and the computed ones are on two sides of .05; <see langword="null"/>: it is not
    /// inconsistent, or
    /// this is not determined.</summary>
    public bool? DecisionError { get; init; }

    /// <summary>The sentence, and the witness after it where that says more.</summary>
    public string Explanation =>
        Witness is null || Sentence.Contains(Witness, StringComparison.Ordinal) ? Sentence : Sentence + " " + Witness;

    internal static Judgement NotCheckable(string sentence) => new(Verdict.NotCheckable, sentence);

    /// <summary>Recomputed where the number is rounded to the nearest, else a matter of rounding.</summary>
    internal static Judgement Under(RoundingRule rule, string sentence, double? computed, string? method) =>
        rule == RoundingRule.HalfUp
            ? new(Verdict.Recomputed, sentence, computed, method)
            : new(Verdict.Rounding, sentence, computed, method) { Rule = rule };
}
