namespace SurvivalKit.Published;

/// <summary>The same quantity in two places: the same number, the same under a rounding, or another one.</summary>
internal sealed class DuplicateCheck : IAuditCheck
{
    public IEnumerable<AuditFinding> Try(AuditIndex index) =>
        index.Study.Claims.Where(claim => claim is { SameAs: not null, Checkable: true })
            .SelectMany(claim => Compare(index.Study, claim, index.Study[claim.SameAs!]));

    private static IEnumerable<AuditFinding> Compare(Study study, Claim claim, Claim source)
    {
        RoundingRule? rule = Rule(claim, source);
        string both = $"{claim.Printed} is printed here, {source.Printed} in {study.NameOf(source)}";
        if (rule is null)
        {
            yield return Finding(
                claim, new(Verdict.Inconsistent, $"{both}, of the same quantity.", source.Value, Witness: Witness(claim, source)));
            yield return Finding(source, new(
                Verdict.NotCheckable,
                $"{claim.Printed} is printed of the same quantity in {ClaimNames.PlaceName(claim.Place)}.",
                claim.Value)) with
            { IsAlwaysSaid = true };
        }
        else
        {
            bool isCutOff = rule == RoundingRule.Truncation;
            string sentence = isCutOff ? $"{both}; a value prints as both only where further decimals are cut off."
                : claim.Number() == source.Number() ? $"It is printed in {study.NameOf(source)} too."
                : $"{source.Printed} in {study.NameOf(source)} and {claim.Printed} here are one value with {(claim.Decimals < source.Decimals ? "fewer" : "more")} decimals.";
            yield return Finding(claim, Judgement.Under(
                rule.Value, sentence, source.Value,
                    isCutOff ? "cut off from " + ClaimNames.PlaceName(source.Place) : "printed in " + ClaimNames.PlaceName(source.Place)));
        }

        static AuditFinding Finding(Claim of, Judgement judgement) => new(of, AuditCheck.Duplicate, judgement);
    }

    /// <summary>The values that are printed so under any rule, and that the two sets have none in common.</summary>
    private static string Witness(Claim claim, Claim source) =>
        claim.IsCounted()
            ? $"Counts are not rounded, and {claim.Printed} is not {source.Printed}, the nearest admissible number."
            : $"{Values(claim)}, and {Values(source)}; no value prints as both. The nearest admissible print here is {source.Printed}.";

    private static string Values(Claim claim)
    {
        ValueRange any = claim.Any();
        return claim.Relation switch
        {
            ClaimRelation.Less => $"{claim.Printed} stands for what is below {Words.Number(claim.Value)}",
            ClaimRelation.Greater => $"{claim.Printed} stands for what is above {Words.Number(claim.Value)}",
            _ => $"{claim.Printed} stands for {ArithmeticText.Span(any, claim.Decimals + 1)}, rounded or cut off",
        };
    }

    private static RoundingRule? Rule(Claim claim, Claim source)
    {
        if (claim.Relation == source.Relation)
        {
            return claim.Relation == ClaimRelation.Equal || claim.Value == source.Value
                ? PrintedPair.Rule(claim, source)
                : RoundingRule.HalfUp;
        }

        // A bound and a number: the number must be on the bound's side. Two opposite bounds: there must be values between them.
        (Claim bound, Claim other) = claim.Relation == ClaimRelation.Equal ? (source, claim) : (claim, source);
        ValueRange range = other.Relation switch
        {
            ClaimRelation.Equal => other.Any(),
            ClaimRelation.Less => new(double.NegativeInfinity, other.Value),
            _ => new(other.Value, double.PositiveInfinity),
        };
        bool holds = bound.Relation == ClaimRelation.Less ? range.Low < bound.Value : range.High > bound.Value;
        return holds ? RoundingRule.HalfUp : null;
    }
}
