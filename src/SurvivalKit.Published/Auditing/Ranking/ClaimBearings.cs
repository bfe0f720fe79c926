using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Decides what a contradicting number touches, from where its quantity is printed and what it measures.</summary>
internal static class ClaimBearings
{
    private static readonly string[] Summaries = ["abstract", "graphical-abstract", "title", "conclusion", "conclusions"];
    private static readonly string[] Arguments = [.. Summaries, "discussion"];

    /// <summary>The name on pages and in files.</summary>
    public static string ToName(this ClaimBearing bearing) => bearing switch
    {
        ClaimBearing.Conclusion => "conclusion",
        ClaimBearing.MainResult => "main result",
        ClaimBearing.TableEntry => "table entry",
        _ => "rounding",
    };

    /// <summary>What a claim touches.</summary>
    public static ClaimBearing Of(Study study, AuditedClaim claim)
    {
        if (IsArguedWith(study, claim.Claim) || ChangesSignificance(study, claim))
        {
            return ClaimBearing.Conclusion;
        }

        return IsMainResult(study, claim.Claim) ? ClaimBearing.MainResult
            : IsNear(claim) ? ClaimBearing.Rounding
            : ClaimBearing.TableEntry;
    }

    /// <summary>How far the print is from what the other numbers give, relative to the larger; 1 where they give no number.</summary>
    public static double Distance(AuditedClaim claim)
    {
        double printed = claim.Claim.Value;
        return claim.Judgement.Computed is not { } computed || !double.IsFinite(computed) ? 1
            : computed == printed ? 0
            : Math.Abs(computed - printed) / Math.Max(Math.Abs(computed), Math.Abs(printed));
    }

    private static bool IsArguedWith(Study study, Claim claim) => study.PrintingsOf(claim).Any(print => Arguments.Contains(print.Place))
        && (claim.SameAs is null || Arguments.Contains(claim.Place) || Source(study, claim).Value == claim.Value);

    // A P value that the print has below the level and the other numbers above it, or the reverse; a limit on the other side of 1.
    private static bool ChangesSignificance(Study study, AuditedClaim claim)
    {
        if (claim.Judgement.Computed is not { } computed || claim.Claim.Relation != ClaimRelation.Equal)
        {
            return false;
        }

        double? boundary = claim.Claim.Aspect switch
        {
            Aspects.P => study.Methods.Significance,
            Aspects.Lower or Aspects.Upper => 1,
            _ => null,
        };
        return boundary is { } level && (claim.Claim.Value < level) != (computed < level);
    }

    private static bool IsMainResult(Study study, Claim claim)
    {
        StudyMeasure[] measures = [.. MeasuresOf(study, claim)];
        if (measures.Any(measure => measure.EndpointName is not null)
            || claim.Aspect is Aspects.HazardRatio or Aspects.Lower or Aspects.Upper)
        {
            return true;
        }

        ImmutableArray<string> summarised =
        [
            .. study.Claims.Where(one => Summaries.Contains(one.Place)).SelectMany(one => MeasuresOf(study, one))
                .SelectMany(measure => measure.Columns).Distinct(),
        ];
        return measures.SelectMany(measure => measure.Columns).Any(summarised.Contains);
    }

    private static IEnumerable<StudyMeasure> MeasuresOf(Study study, Claim claim)
    {
        Claim source = Source(study, claim);
        return study.Rows.Where(row => row.Place == source.Place && row.Row == source.Row && row.Measure.Aspects.Contains(source.Aspect))
            .Select(row => row.Measure);
    }

    private static Claim Source(Study study, Claim claim) => claim.SameAs is { } id ? study[id] : claim;

    private static bool IsNear(AuditedClaim claim) =>
        claim.Claim.Aspect is not (Aspects.Count or Aspects.FirstCount or Aspects.SecondCount or Aspects.P)
        && claim.Judgement.Computed is { } computed
        && Math.Abs(computed - claim.Claim.Value) < 2 * Math.Pow(10, -claim.Claim.Decimals);
}
