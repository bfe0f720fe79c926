using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Checks a count with its percentage, <c>10 (17.9)</c>: which of the possible denominators gives it.</summary>
public static class PercentArithmetic
{
    /// <summary>Checks a percentage against its count and its possible denominators. The first that fits, under any rule of rounding, is
    /// used.</summary>
    /// <param name="count">The count, 0 or more.</param>
    /// <param name="percent">The printed percentage, in percent.</param>
    /// <param name="candidates">The possible denominators, the likeliest first. One that is 0 or less than the count is skipped.</param>
    /// <returns>
    /// <see cref="Verdict.Recomputed"/> or <see cref="Verdict.Rounding"/> with the denominator as method;
    /// <see cref="Verdict.Inconsistent"/> with
    /// a witness where no candidate fits; <see cref="Verdict.NotCheckable"/> where there is no candidate and some whole number fits.
    /// </returns>
    /// <exception cref="SurvivalDataException">The count is negative.</exception>
    public static Judgement Check(int count, PrintedNumber percent, params IReadOnlyList<Denominator> candidates)
    {
        Given.AtLeast(count, 0, "count");
        ArgumentNullException.ThrowIfNull(candidates);
        Denominator[] possible = [.. candidates.Where(candidate => candidate.N > 0 && candidate.N >= count)];
        foreach (Denominator candidate in possible)
        {
            double value = Percent(count, candidate.N);
            if (Rounding.RuleThatPrints(value, percent.Value, percent.Decimals) is { } rule)
            {
                return Fits(count, percent, candidate, value, rule);
            }
        }

        int[] others = [.. PercentDenominators.That(count, percent).Take(4)];
        return candidates.Count == 0 && others.Length > 0
            ? Judgement.NotCheckable($"The number that {count} are {percent.Text()}% of is not known; {Whole(others)} would give it.")
            : DoesNotFit(count, percent, candidates, possible, others);
    }

    private static Judgement Fits(int count, PrintedNumber percent, Denominator of, double value, RoundingRule rule)
    {
        string method = $"{count} of {of.N} ({of.Name})";
        string sentence = rule == RoundingRule.HalfUp
            ? $"{method} is {percent.Text()}%."
            : $"{method} is {Shown(value, percent)}%, which prints as {percent.Text()} {ArithmeticText.Words(rule)}.";
        return Judgement.Under(rule, sentence, value, method) with { Denominator = of };
    }

    private static Judgement DoesNotFit(
        int count, PrintedNumber percent, IReadOnlyList<Denominator> candidates, Denominator[] possible, int[] others)
    {
        string printed = percent.Text();
        List<string> steps = [];
        if (candidates.Count > 0)
        {
            steps.Add(string.Join(", ", candidates.Select(candidate => possible.Contains(candidate)
                ? $"{count} of {candidate.N} ({candidate.Name}) is {Shown(Percent(count, candidate.N), percent)}%"
                : $"{count} is more than {candidate.N} ({candidate.Name})")));
        }

        steps.Add(PercentDenominators.Sentence(count, percent, others.Length > 0 ? Whole(others) : null));
        if (possible.MinBy(candidate => Math.Abs(Percent(count, candidate.N) - (double)percent.Value)) is { } nearest)
        {
            steps.Add($"the nearest printed form is {Rounding.Text(Percent(count, nearest.N), percent.Decimals)} (of {nearest.N})");
        }

        if (OtherCount(percent, possible) is { } other)
        {
            steps.Add(other);
        }

        string sentence = candidates.Count == 0
            ? $"{count} are {printed}% of no whole number."
            : $"{printed}% is not {count} of {string.Join(" or ", candidates.Select(candidate => candidate.N).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture)))}.";
        double? computed = possible.Length > 0 ? Percent(count, possible[0].N) : null;
        return new(Verdict.Inconsistent, sentence, computed, null, string.Join("; ", steps) + ".");
    }

    // Reports where the percentage belongs to another count of the same patients.
    private static string? OtherCount(PrintedNumber percent, Denominator[] possible)
    {
        foreach (Denominator candidate in possible)
        {
            int near = (int)Math.Floor((double)percent.Value / 100 * candidate.N);
            for (int count = Math.Max(0, near); count <= Math.Min(near + 1, candidate.N); count++)
            {
                if (Rounding.RuleThatPrints(Percent(count, candidate.N), percent.Value, percent.Decimals) is not null)
                {
                    return $"{percent.Text()}% would be {count} of {candidate.N}";
                }
            }
        }

        return null;
    }

    private static double Percent(int count, int n) => 100.0 * count / n;

    private static string Shown(double value, PrintedNumber percent) => Rounding.Text(value, Math.Max(2, percent.Decimals + 1));

    private static string Whole(int[] numbers) => numbers.Length == 4
        ? $"{numbers[0]}, {numbers[1]}, {numbers[2]}, ..."
        : string.Join(" or ", numbers);
}
