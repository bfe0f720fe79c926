using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>A number computed by a notebook that differs from the audit's number from the same cohort.</summary>
/// <param name="Id">The claim.</param>
/// <param name="Sentence">The two numbers, and the cell.</param>
public sealed record NumberDisagreement(string Id, string Sentence)
{
    // Notebooks write numbers at full precision; only the order of a summation may differ.
    private const double Tolerance = 1e-9;

    /// <summary>Compares what cells computed with the audit; without a cohort there is nothing to compare with.</summary>
    internal static ImmutableArray<NumberDisagreement> Find(StudyAudit audit, IEnumerable<(ClaimCheck Check, string Cell)> found) =>
    [
        .. from one in found
           let cohort = audit[one.Check.Claim.Id].Findings.FirstOrDefault(finding => finding.Check == AuditCheck.Cohort)
           where cohort is not null && !IsSame(one.Check.Judgement.Computed, cohort.Judgement.Computed)
           select new NumberDisagreement(
               one.Check.Claim.Id,
               $"{one.Check.Claim.Id}: {one.Cell} computes {Shown(one.Check.Judgement.Computed)}, the audit has {Shown(cohort.Judgement.Computed)} from the same cohort."),
    ];

    private static bool IsSame(double? one, double? other) => one is null || other is null
        ? one is null && other is null
        : Math.Abs(one.Value - other.Value) <= Tolerance * Math.Max(1e-300, Math.Max(Math.Abs(one.Value), Math.Abs(other.Value)));

    private static string Shown(double? value) => value?.ToString("G10", CultureInfo.InvariantCulture) ?? "nothing";
}
