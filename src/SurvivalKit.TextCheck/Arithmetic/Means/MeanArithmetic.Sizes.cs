namespace SurvivalKit.TextCheck;

/// <content>Group sizes that are not printed: GRIM, GRIMMER and DEBIT over a range of them.</content>
public static partial class MeanArithmetic
{
    // A range with more sizes than this refutes nothing, and the search would be long.
    private const int MostSizes = 10_000;

    /// <summary>The numbers of whole values that can have a mean, and a standard deviation where one is given: GRIM and GRIMMER with an
    /// unknown group size.</summary>
    /// <param name="mean">The printed mean.</param>
    /// <param name="standardDeviation">The printed standard deviation, 0 or more; <see langword="null"/>: none is printed.</param>
    /// <param name="least">The least number of values that is plausible, 2 or more.</param>
    /// <param name="most">The greatest, not below the least and at most 10 000 above it.</param>
    /// <param name="items">How many whole numbers each value is the mean of; 1: the values are whole.</param>
    /// <returns>The sizes in rising order; empty: none in the range.</returns>
    /// <exception cref="SurvivalDataException">The range is not one, the number of items is below 1, or the standard deviation below
    /// 0.</exception>
    public static IReadOnlyList<int> Sizes(PrintedNumber mean, PrintedNumber? standardDeviation, int least, int most, int items = 1)
    {
        CheckRange(least, most);
        return
        [
            .. Enumerable.Range(least, most - least + 1).Where(n => (standardDeviation is { } deviation
                ? Grimmer(mean, deviation, n, items)
                : Grim(mean, n, items)).Verdict != Verdict.Inconsistent),
        ];
    }

    /// <summary>The numbers of zeros and ones that can have a mean and a standard deviation: DEBIT with an unknown group size.</summary>
    /// <param name="mean">The printed mean, a proportion from 0 to 1.</param>
    /// <param name="standardDeviation">The printed standard deviation.</param>
    /// <param name="least">The least number of values that is plausible, 2 or more.</param>
    /// <param name="most">The greatest, not below the least and at most 10 000 above it.</param>
    /// <returns>The sizes in rising order; empty: none in the range.</returns>
    /// <exception cref="SurvivalDataException">The range is not one.</exception>
    public static IReadOnlyList<int> BinarySizes(PrintedNumber mean, PrintedNumber standardDeviation, int least, int most)
    {
        CheckRange(least, most);
        return
        [
            .. Enumerable.Range(least, most - least + 1)
                .Where(n => Debit(mean, standardDeviation, n).Verdict != Verdict.Inconsistent),
        ];
    }

    /// <summary>The verdict on a mean whose number of values is known by a range only: inconsistent where none of the range can have
    /// it.</summary>
    internal static Judgement Within(
        PrintedNumber mean, PrintedNumber? standardDeviation, (int Least, int Most) range, int items, bool isBinary)
    {
        string what = isBinary ? "zeros and ones" : "whole numbers";
        string values = standardDeviation is { } sd ? $"a mean of {mean.Text()} and an SD of {sd.Text()}" : $"a mean of {mean.Text()}";
        string method = isBinary ? WholeNumberMethods.Debit
            : standardDeviation is null ? WholeNumberMethods.Grim : WholeNumberMethods.Grimmer;
        IReadOnlyList<int> sizes = isBinary
            ? BinarySizes(mean, standardDeviation!.Value, range.Least, range.Most)
            : Sizes(mean, standardDeviation, range.Least, range.Most, items);
        int tried = range.Most - range.Least + 1;
        if (sizes.Count == 0)
        {
            return new(
                Verdict.Inconsistent,
                FormattableString.Invariant($"No {range.Least} to {range.Most} {what} have {values}."),
                null,
                method,
                FormattableString.Invariant($"All {tried} numbers of values from {range.Least} to {range.Most} were tried, each with every sum that prints this mean."));
        }

        string fitting = sizes.Count > 6
            ? string.Join(", ", sizes.Take(6)) + ", ..."
            : ArithmeticText.List([.. sizes.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return Judgement.NotCheckable(FormattableString.Invariant(
            $"Of the numbers of values from {range.Least} to {range.Most}, {sizes.Count} can have {values} with {what}: {fitting}.")) with
        { Method = method };
    }

    private static void CheckRange(int least, int most)
    {
        Given.AtLeast(least, 2, "least number of values");
        if (most < least || most - least > MostSizes)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The range of group sizes is from {least} to {most}; a range of at most {MostSizes} sizes in rising order was expected."));
        }
    }
}
