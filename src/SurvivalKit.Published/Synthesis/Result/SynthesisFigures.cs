using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The printed figures that a cohort must match. Percentages and tests of counts follow from the counts and are not among
/// them.</summary>
internal static class SynthesisFigures
{
    public static ImmutableArray<SynthesisFigure> Of(Cohort cohort, StudyAudit audit)
    {
        var engine = new MeasureEngine(cohort.Study, cohort);
        return
        [
            .. cohort.Study.Claims.Where(claim => claim is { Checkable: true, SameAs: null } && IsFigure(cohort.Study, claim)).Select(claim =>
            {
                double? reached = engine.Of(claim).Value;
                ClaimCheck check = cohort.Study.Check(claim.Id, reached);
                RoundingRule? rule = check.Verdict is not (Verdict.MatchesCohort or Verdict.Rounding) ? null
                    : claim.Relation != ClaimRelation.Equal ? RoundingRule.HalfUp
                    : Rounding.RuleThatPrints(reached!.Value, (decimal)claim.Value, claim.Decimals);
                AuditedClaim audited = audit[claim.Id];
                return new SynthesisFigure(claim, reached, rule, audited.Verdict == Verdict.Inconsistent ? audited.Sentence : null);
            }),
        ];
    }

    private static bool IsFigure(Study study, Claim claim) => claim.Aspect switch
    {
        Aspects.Percent => !study.Claims.Any(other => other.Aspect == Aspects.Count && other.Place == claim.Place && other.Row == claim.Row && other.Column == claim.Column),
        Aspects.P => study.Rows.Any(row => row.Place == claim.Place && row.Row == claim.Row
            && row.Measure is CoxMeasure or PValueMeasure { Test: TestKind.LogRank or TestKind.StudentT or TestKind.WelchT }),
        _ => true,
    };
}
