using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>Answers the items of INSPECT-SR that arithmetic can answer, from the findings of a text and what it says of its
/// trial.</summary>
/// <param name="findings">The findings.</param>
/// <param name="facts">What the text says of its trial.</param>
/// <param name="baselines">Its tables of baseline characteristics.</param>
internal sealed class IntegrityReview(TextFindings findings, TrialFacts facts, ImmutableArray<BaselineBalance> baselines)
{
    private const double Rare = 0.001;

    /// <summary>The items in their order.</summary>
    public IntegrityItems Items() => new(
    [
        Eligibility(), Allocation(), Baseline(), Repeated(), Losses(), Numbers(), Outcomes(), WholeNumbers(), Tests(), Others(),
    ]);

    private IntegrityItem Eligibility()
    {
        const string Name = "Data against the eligibility criteria";
        if (facts is not { EligibleAge: (var least, var most), ObservedAge: (var youngest, var oldest) })
        {
            return None("4.1", Name, "An age limit of the eligibility criteria and the range of the participants' ages were not both read.");
        }

        bool isOutside = Math.Floor(youngest) < Math.Floor(least) || Math.Floor(oldest) > most;
        return new("4.1", Name, isOutside ? IntegrityAnswer.SomeConcerns : IntegrityAnswer.NoConcern, FormattableString.Invariant(
            $"Ages from {youngest} to {oldest} were printed where {least} to {most} were eligible."), []);
    }

    private IntegrityItem Allocation()
    {
        const string Name = "Group sizes against the method of allocation";
        if (!facts.IsRandomised || facts.Arms.Length != 2)
        {
            return None("4.2", Name, "The numbers allocated at random to two groups were not read.");
        }

        (int a, int b) = (facts.Arms[0], facts.Arms[1]);
        int imbalance = Math.Abs(a - b);
        if (facts.IsUneven)
        {
            return None("4.2", Name, FormattableString.Invariant(
                $"{a} and {b} were allocated; an unequal ratio, strata, sites or clusters make this imbalance possible."));
        }

        if (facts.Block is { } block)
        {
            return new("4.2", Name, 2 * imbalance > block ? IntegrityAnswer.SomeConcerns : IntegrityAnswer.NoConcern,
                FormattableString.Invariant($"{a} and {b} were allocated in blocks of {block}, which allow a difference of {block / 2}."), []);
        }

        double p = ReferenceDistribution.NormalTwoSided(Math.Max(0, imbalance - 1) / Math.Sqrt(Math.Max(1, a + b)));
        return new("4.2", Name, p < Rare ? IntegrityAnswer.SomeConcerns : IntegrityAnswer.NoConcern, FormattableString.Invariant(
            $"{a} and {b} were allocated; a coin gives a difference as large with P = {ArithmeticText.P(p)}."), []);
    }

    private IntegrityItem Baseline()
    {
        const string Name = "Plausibility of the baseline data";
        if (baselines.IsEmpty)
        {
            return None("4.3", Name, "No table of baseline characteristics of randomised groups was read.");
        }

        BaselineBalance shown = baselines.MinBy(balance => Math.Min(balance.Alike, balance.Different))!;
        return new("4.3", Name, shown.Variables.Length < 5 ? IntegrityAnswer.NotAnswerable
            : shown.IsUnusual ? IntegrityAnswer.SomeConcerns : IntegrityAnswer.NoConcern, shown.Sentence, []);
    }

    /// <summary>Ratios that are printed in several places.</summary>
    private IntegrityItem Repeated()
    {
        const string Name = "The same result in several places";
        List<TextFinding> same = [];
        List<TextFinding> other = [];
        foreach (IGrouping<object, TextFinding> group in findings
            .Where(finding => finding.Kind.IsRatio() && finding.Statistic is { Value: not null, Interval: not null })
            .GroupBy(finding => (object)(finding.Kind, finding.Statistic!.Value!.Value.Value)))
        {
            TextFinding[] all = [.. group];
            for (int i = 0; i < all.Length; i++)
            {
                for (int j = i + 1; j < Math.Min(all.Length, i + 12); j++)
                {
                    (PrintedInterval x, PrintedInterval y) = (all[i].Statistic!.Interval!, all[j].Statistic!.Interval!);
                    bool isLow = x.Lower == y.Lower;
                    bool isHigh = x.Upper == y.Upper;
                    if (isLow && isHigh && (all[i].Place.Section != all[j].Place.Section || all[i].TableRow != all[j].TableRow))
                    {
                        same.AddRange([all[i], all[j]]);
                    }
                    else if (isLow != isHigh && IsNear(isLow ? x.Upper : x.Lower, isLow ? y.Upper : y.Lower)
                        && all[i].TableRow is null != all[j].TableRow is null)
                    {
                        other.AddRange([all[i], all[j]]);
                    }
                }
            }
        }

        return other.Count > 0
            ? new("4.4", Name, IntegrityAnswer.SomeConcerns,
                "A ratio stands in the text and in a table with the same value and one limit, and with another limit that differs a little.",
                [.. other.Distinct()])
            : same.Count > 0
                ? new(
                    "4.4", Name, IntegrityAnswer.NoConcern,
                    $"{NumberText.Count(same.Distinct().Count(), "printed ratio")} in more than one place agree.",
                    [.. same.Distinct()])
                : None("4.4", Name, "No ratio with its interval was found in two places.");
    }

    private IntegrityItem Losses()
    {
        const string Name = "Numbers lost to follow-up";
        if (facts.Lost.IsEmpty)
        {
            return None("4.5", Name, "No number lost to follow-up was read.");
        }

        string lost = string.Join(", ", facts.Lost.Take(8));
        bool isMore = facts.Randomised is { } n && facts.Lost.Max() > n;
        return new("4.5", Name, isMore ? IntegrityAnswer.SomeConcerns : IntegrityAnswer.NoConcern, facts.Randomised is { } of
            ? FormattableString.Invariant($"Lost to follow-up: {lost}, of {of} who were randomised. Whether so few or so many are plausible is the reviewer's to say.")
            : $"Lost to follow-up: {lost}. Whether so few or so many are plausible is the reviewer's to say.", []);
    }

    private IntegrityItem Numbers() => FromVerdicts(
        "4.6", "Numbers of participants that agree", "number of participants and count with its percentage",
        finding => finding.Kind is TextStatisticKind.ParticipantFlow or TextStatisticKind.Count);

    private IntegrityItem Outcomes() => FromVerdicts(
        "4.7", "Plausibility of the outcome data", "ratio and survival rate",
        finding => finding.Kind.IsRatio() || finding.Kind == TextStatisticKind.SurvivalRate);

    private IntegrityItem WholeNumbers() => FromVerdicts(
        "4.8", "Means and SDs of whole numbers", "mean of whole numbers (GRIM, GRIMMER, DEBIT)",
        finding => WholeNumberMethods.Made(finding.Judgement)
            || (finding.Kind == TextStatisticKind.MeanSd && finding.Judgement.Verdict is Verdict.Inconsistent or Verdict.Recomputed),
        isPossibleEnough: true);

    private IntegrityItem Tests() => FromVerdicts(
        "4.9", "Errors in statistical results", "P value, test statistic, and ratio, difference, coefficient and correlation with its interval",
        finding => finding.Kind.IsRatio() || finding.Kind is TextStatisticKind.PValue or TextStatisticKind.ChiSquare
            or TextStatisticKind.StudentT or TextStatisticKind.Normal or TextStatisticKind.FRatio or TextStatisticKind.Difference
            or TextStatisticKind.Coefficient or TextStatisticKind.Correlation);

    private IntegrityItem Others() => FromVerdicts(
        "4.10", "Other contradictions in the data", "estimate with its interval or range",
        finding => finding.Kind is TextStatisticKind.Median or TextStatisticKind.Estimate, isPossibleEnough: true);

    private IntegrityItem FromVerdicts(
        string number, string name, string what, Func<TextFinding, bool> isOf, bool isPossibleEnough = false)
    {
        TextFinding[] own = [.. findings.Where(isOf)];
        TextFinding[] wrong = [.. own.Where(finding => finding.Judgement.Verdict == Verdict.Inconsistent)];
        TextFinding[] right = [.. own.Where(finding => finding.Judgement.Verdict is Verdict.Recomputed or Verdict.Rounding
            || (isPossibleEnough && finding.Judgement.Verdict == Verdict.NotCheckable))];
        string looked = $"{NumberText.Count(own.Length, "finding")} looked at ({what})";
        return wrong.Length > 0
            ? new(
                number, name, IntegrityAnswer.SomeConcerns,
                FormattableString.Invariant($"{looked}; {wrong.Length} cannot hold."), [.. wrong])
            : right.Length > 0
                ? new(number, name, IntegrityAnswer.NoConcern, FormattableString.Invariant(
                    $"{looked}; {right.Length} {(isPossibleEnough ? (right.Length == 1 ? "is possible" : "are possible") : (right.Length == 1 ? "was recomputed" : "were recomputed"))}."), [.. right])
                : None(number, name, own.Length == 0 ? $"Nothing of the kind was read ({what})." : $"{looked}; none could be checked.");
    }

    private static IntegrityItem None(string number, string name, string why) =>
        new(number, name, IntegrityAnswer.NotAnswerable, why, []);

    /// <summary>As after a slip of the pen: the same decimals, and a difference of a tenth at most.</summary>
    private static bool IsNear(PrintedNumber first, PrintedNumber second) => first.Decimals == second.Decimals
        && Math.Abs(first.Value - second.Value) <= Math.Max(first.Value, second.Value) / 10;
}
