using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A claim and what the audit says of it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict in a sentence.</param>
/// <param name="Computed">What was computed; <see langword="null"/>: not one number.</param>
/// <param name="Method">How; <see langword="null"/>: not said.</param>
/// <param name="Witness">The arithmetic that a reader can follow by hand; <see langword="null"/>: none is needed.</param>
/// <param name="Findings">What each check said, the deciding one first.</param>
public sealed record AuditedClaim(
    Claim Claim,
    Verdict Verdict,
    string Sentence,
    double? Computed,
    string? Method,
    string? Witness,
    ImmutableArray<AuditFinding> Findings)
{
    /// <summary>The rule of rounding of a <see cref="Verdict.Rounding"/>; <see langword="null"/> for other verdicts.</summary>
    public RoundingRule? Rule { get; init; }

    /// <summary>The sentence, and the witness after it where that says more.</summary>
    public string Explanation => Witness is null || Sentence.Contains(Witness, StringComparison.Ordinal) ? Sentence : Sentence + " " + Witness;
}
