using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The printed numbers of a row by arm, as a synthetic cohort needs them. Inconsistent numbers are left out.</summary>
internal sealed class PrintedTargets(Study study, StudyAudit audit)
{
    // Figures stay this fraction of a printed unit inside their rounding interval, so that no digit depends on the order of a sum.
    private const double Margin = 0.01;

    /// <summary>The claim of an aspect of a row; <see langword="null"/>: not printed, or inconsistent.</summary>
    public Claim? Of(StudyRow row, string? column, string aspect) =>
        study.Find(string.Join('/', ((string?[])[row.Place, row.Row, column]).OfType<string>()) + "#" + aspect) is { } claim
            && audit[claim.Id].Judgement.Verdict != Verdict.Inconsistent
            ? claim
            : null;

    /// <summary>The target values of a search: those printed as the claim, truncated where the audit found that only this fits.</summary>
    public FigureTarget Target(Claim claim)
    {
        double unit = Math.Pow(10, -claim.Decimals);
        bool isCutOff = audit[claim.Id] is { Judgement.Rule: RoundingRule.Truncation };
        ValueRange values = claim.Relation switch
        {
            ClaimRelation.Less => new(double.NegativeInfinity, claim.Value),
            ClaimRelation.Greater => new(claim.Value, double.PositiveInfinity),
            _ => ValueRange.PrintedAs(
                new PrintedNumber((decimal)claim.Value, claim.Decimals), isCutOff ? RoundingRule.Truncation : RoundingRule.HalfUp),
        };
        return new(claim, new(values.Low + (Margin * unit), values.High - (Margin * unit)));
    }

    /// <summary>The rows of one kind of measure.</summary>
    public IEnumerable<(StudyRow Row, T Measure)> Rows<T>()
        where T : StudyMeasure => study.Rows.Where(row => row.Measure is T).Select(row => (row, (T)row.Measure));

    /// <summary>The number of patients of a row in each arm; <see langword="null"/> for the arms of which the study prints none.</summary>
    /// <remarks>A printed number of an arm is used, whatever the total is; the arms without one share the rest of a printed
    /// total.</remarks>
    public int?[] CountsByArm(StudyRow row, string aspect = Aspects.Count)
    {
        int?[] counts = [.. study.Arms.Select(arm => Count(row, arm.Name, arm.N, aspect))];
        if (Count(row, ColumnNames.All, study.N, aspect) is { } total && counts.Contains(null))
        {
            int[] without = [.. Enumerable.Range(0, counts.Length).Where(a => counts[a] is null)];
            int[] shares = Shares(Math.Max(0, total - counts.Sum(count => count ?? 0)), [.. without.Select(a => study.Arms[a].N)]);
            for (int i = 0; i < without.Length; i++)
            {
                counts[without[i]] = shares[i];
            }
        }

        return counts;
    }

    /// <summary>Distributes a number in proportion to sizes: whole numbers, the largest remainders rounded up, none above its
    /// size.</summary>
    public static int[] Shares(int total, int[] sizes)
    {
        int all = sizes.Sum();
        if (total > all)
        {
            throw new SurvivalDataException(FormattableString.Invariant($"{total} patients cannot be shared out among {all}."));
        }

        int[] shares = Array.ConvertAll(sizes, size => (int)((long)total * size / Math.Max(1, all)));
        int[] byRemainder = [.. Enumerable.Range(0, sizes.Length).OrderByDescending(i => (long)total * sizes[i] % Math.Max(1, all))];
        int left = total - shares.Sum();
        foreach (int i in byRemainder.Take(left))
        {
            shares[i]++;
        }

        return shares;
    }

    private int? Count(StudyRow row, string column, int of, string aspect) => Of(row, column, aspect) is { } count
        ? (int)count.Value
        : aspect == Aspects.Count && Of(row, column, Aspects.Percent) is { } percent
            ? (int)Math.Round(percent.Value * of / 100, MidpointRounding.AwayFromZero)
            : null;
}
