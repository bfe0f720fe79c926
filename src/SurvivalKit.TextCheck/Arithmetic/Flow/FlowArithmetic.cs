using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Checks the numbers of participants of a trial, from screening to analysis: whether parts give their whole.</summary>
public static class FlowArithmetic
{
    /// <summary>Whether parts that share nobody, and leave out nobody, add up to their whole: arms to all who were randomised, those who
    /// were
    /// excluded and those who were randomised to all who were screened.</summary>
    /// <param name="whole">The whole, 0 or more.</param>
    /// <param name="name">What the whole is: <c>randomised</c>.</param>
    /// <param name="parts">The parts, each 0 or more, two or more of them.</param>
    /// <returns><see cref="Verdict.Recomputed"/> or <see cref="Verdict.Inconsistent"/> with the sum.</returns>
    /// <exception cref="SurvivalDataException">A number is below 0, or there are fewer than two parts.</exception>
    public static Judgement Parts(int whole, string name, params IReadOnlyList<int> parts)
    {
        Check(whole, parts, 2);
        long sum = parts.Sum(part => (long)part);
        string sentence = FormattableString.Invariant($"{Terms(parts)} = {sum}");
        return sum == whole
            ? new(Verdict.Recomputed, FormattableString.Invariant($"{sentence}, the number {name}."), sum, "sum of the parts")
            : new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"The parts of the {whole} {name} add up to {sum}."),
                sum,
                "sum of the parts",
                FormattableString.Invariant($"{sentence}, which is {Math.Abs(sum - whole)} {(sum > whole ? "more" : "fewer")} than {whole}."));
    }

    /// <summary>Whether the number that remains can be that of a whole without some of its parts. Parts that may share people can leave
    /// more than the difference, and never less.</summary>
    /// <param name="whole">The whole.</param>
    /// <param name="remaining">The number that remains.</param>
    /// <param name="parts">The parts that are taken away, one or more.</param>
    /// <returns><see cref="Verdict.Recomputed"/> where the difference is the number; <see cref="Verdict.NotCheckable"/> where it is less
    /// and the parts may overlap; else <see cref="Verdict.Inconsistent"/>.</returns>
    /// <exception cref="SurvivalDataException">A number is below 0, or there is no part.</exception>
    public static Judgement Remaining(int whole, int remaining, params IReadOnlyList<int> parts)
    {
        Check(whole, parts, 1);
        Given.AtLeast(remaining, 0, "number that remains");
        long difference = whole - parts.Sum(part => (long)part);
        string steps = string.Create(
            CultureInfo.InvariantCulture, $"{whole} - {string.Join(" - ", parts)} = {difference}");
        long most = whole - (parts.Count == 0 ? 0 : parts.Max());
        return remaining == difference ? new(Verdict.Recomputed, $"{steps}, the number that remains.", difference, "difference")
            : remaining > difference && parts.Count > 1 && remaining <= most ? Judgement.NotCheckable(
                $"{steps}; those who are taken away may be counted twice, so that more can remain.")
            : new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"{remaining} do not remain of {whole} without {Names(parts)}."),
                difference, "difference", $"{steps}.");
    }

    /// <summary>Whether reasons can be those of a number of people. Somebody may have several reasons, so that more reasons than people
    /// refute nothing; fewer do where all are named.</summary>
    /// <param name="whole">The number of people.</param>
    /// <param name="reasons">How many have each reason, two or more.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="SurvivalDataException">A number is below 0, or there are fewer than two reasons.</exception>
    public static Judgement Reasons(int whole, params IReadOnlyList<int> reasons)
    {
        Judgement sum = Parts(whole, "with these reasons", reasons);
        return sum.Verdict == Verdict.Inconsistent && sum.Computed > whole && reasons.Max() <= whole
            ? Judgement.NotCheckable(FormattableString.Invariant(
                $"{Terms(reasons)} = {sum.Computed}, more than {whole}; somebody may have several of these reasons."))
            : sum;
    }

    private static void Check(int whole, IReadOnlyList<int> parts, int least)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Given.AtLeast(whole, 0, "whole");
        Given.AtLeast(parts.Count, least, "number of parts");
        foreach (int part in parts)
        {
            Given.AtLeast(part, 0, "part");
        }
    }

    private static string Terms(IReadOnlyList<int> parts) => string.Join(" + ", parts.Select(Text));

    private static string Names(IReadOnlyList<int> parts) => ArithmeticText.List([.. parts.Select(Text)]);

    private static string Text(int part) => part.ToString(CultureInfo.InvariantCulture);
}
