using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The printed figures that a cohort must match. Percentages and tests of counts follow from the counts and are not among
/// them.</summary>
internal static class SynthesisFigures
{
    public static ImmutableArray<SynthesisFigure> Compare(Cohort cohort, StudyAudit audit)
    {
        var engine = new MeasureEngine(cohort.Study, cohort);
        return
        [
            .. cohort.Study.Claims.Where(
                claim => claim is { Checkable: true, SameAs: null } && IsFigure(cohort.Study, claim)).Select(claim =>
            {
                Judgement audited = audit[claim.Id].Judgement;
                return new SynthesisFigure(
                    claim, engine.Check(claim).Judgement, audited.Verdict == Verdict.Inconsistent ? audited.Sentence : null);
            }),
        ];
    }

    private static bool IsFigure(Study study, Claim claim) => claim.Aspect switch
    {
        Aspects.Percent => !study.Claims.Any(
            other => other.Aspect == Aspects.Count && other.Place == claim.Place && other.Row == claim.Row && other.Column == claim.Column),
        Aspects.P => study.Rows.Any(row => row.Place == claim.Place && row.Row == claim.Row
            && row.Measure is CoxMeasure or PValueMeasure { Test: TestKind.LogRank or TestKind.StudentT or TestKind.WelchT }),
        _ => true,
    };
}
