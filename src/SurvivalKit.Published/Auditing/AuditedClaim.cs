using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A claim and its result in the audit.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Sentence">The verdict in a sentence.</param>
/// <param name="Computed">The computed value; <see langword="null"/>: not one number.</param>
/// <param name="Method">The method; <see langword="null"/>: not given.</param>
/// <param name="Witness">The arithmetic that a reader can check by hand; <see langword="null"/>: none is needed.</param>
/// <param name="Findings">The findings of the checks, the deciding one first.</param>
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

    /// <summary>The sentence, and the witness after it where it adds information.</summary>
    public string Explanation => Witness is null || Sentence.Contains(Witness, StringComparison.Ordinal) ? Sentence : Sentence + " " + Witness;
}
