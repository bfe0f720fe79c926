using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <content>Whole numbers: GRIM and GRIMMER.</content>
public static partial class MeanArithmetic
{
    /// <summary>GRIM (Brown and Heathers 2017): whether whole numbers can have a mean.</summary>
    /// <param name="mean">The printed mean.</param>
    /// <param name="count">The number of values, 1 or more.</param>
    /// <param name="items">How many whole numbers each value is the mean of; 1: the values are whole.</param>
    /// <returns><see cref="Verdict.Inconsistent"/> with a witness where no sum gives it; <see cref="Verdict.Rounding"/> where one does only
    /// under another rule; else <see cref="Verdict.NotCheckable"/>: possible.</returns>
    /// <exception cref="SurvivalDataException">The number of values or of items is below 1.</exception>
    public static Judgement Grim(PrintedNumber mean, int count, int items = 1)
    {
        Given.AtLeast(count, 1, "number of values");
        Given.AtLeast(items, 1, "number of items");
        double parts = (double)count * items;
        (double sum, RoundingRule rule) = Sums(mean, parts).FirstOrDefault((double.NaN, RoundingRule.HalfUp));
        if (!double.IsNaN(sum))
        {
            string possible = $"{Whole(sum)}/{Whole(parts)} = {ArithmeticText.Fixed(sum / parts, mean.Decimals + 2)}";
            return rule == RoundingRule.HalfUp
                ? new(Verdict.NotCheckable, $"Whole numbers can have this mean, as {possible}; that does not determine it.", sum
                    / parts, WholeNumberMethods.Grim)
                : Judgement.Under(
                    rule, $"Whole numbers can have this mean {ArithmeticText.Words(rule)}, as {possible}.", sum / parts, WholeNumberMethods.Grim);
        }

        ValueRange near = mean.Near() * parts;
        double below = Math.Floor(near.Low);
        return new(
            Verdict.Inconsistent, $"No {Whole(parts)} whole numbers have a mean of {mean.Text()}.", null, WholeNumberMethods.Grim,
            FormattableString.Invariant(
                $"{mean.Text()} x {parts} needs a sum from {near.Low:0.###} to {near.High:0.###}, and no whole number is there, nor where further decimals are cut off; ")
            + $"the nearest means are {Quotient(below)} and {Quotient(below + 1)}.");

        string Quotient(double total) => $"{Whole(total)}/{Whole(parts)} = {ArithmeticText.Fixed(total / parts, mean.Decimals)}";
    }

    /// <summary>GRIMMER (Anaya 2016, by Allard's test of 2018): whether whole numbers can have a mean together with a
    /// standard deviation.</summary>
    /// <remarks>The sum of squares is whole, has the parity of the sum, and is at least that of whole numbers as close to each other as
    /// possible.</remarks>
    /// <param name="mean">The printed mean.</param>
    /// <param name="standardDeviation">The printed standard deviation, 0 or more.</param>
    /// <param name="count">The number of values, 2 or more.</param>
    /// <param name="items">How many whole numbers each value is the mean of; 1: the values are whole.</param>
    /// <returns>As <see cref="Grim"/>, for the standard deviation; where the mean is not possible, its result. A divisor n in place of n -
    /// 1 is tried too, and named.</returns>
    /// <exception cref="SurvivalDataException">The number of values is below 2, that of items below 1, or the standard
    /// deviation below 0.</exception>
    public static Judgement Grimmer(PrintedNumber mean, PrintedNumber standardDeviation, int count, int items = 1)
    {
        Given.AtLeast(count, 2, "number of values");
        Given.AtLeast((double)standardDeviation.Value, 0, "standard deviation");
        Judgement grim = Grim(mean, count, items);
        if (grim.Verdict == Verdict.Inconsistent)
        {
            return grim;
        }

        IEnumerable<(double Sum, RoundingRule Rule)> sums = Sums(mean, (double)count * items);
        foreach (int divisor in new[] { count - 1, count })
        {
            if (Plainest(standardDeviation, sums, count, items, divisor) is not { } possible)
            {
                continue;
            }

            double sd = Deviation(possible.Squares, possible.Sum, count, items, divisor);
            string how =
                $"sum {Whole(possible.Sum)} and sum of squares {Whole(possible.Squares)} give {ArithmeticText.Fixed(sd, standardDeviation.Decimals + 2)}";
            string with = divisor == count ? " with n in place of n - 1" : "";
            return possible.Rule == RoundingRule.HalfUp
                ? new(
                    Verdict.NotCheckable,
                    $"Whole numbers can have this mean and SD{with}: {how}; that does not determine them.",
                    sd,
                    WholeNumberMethods.Grimmer)
                : Judgement.Under(
                    possible.Rule,
                    $"Whole numbers can have this mean and SD{with} {ArithmeticText.Words(possible.Rule)}: {how}.",
                    sd,
                    WholeNumberMethods.Grimmer);
        }

        double first = sums.First().Sum;
        ValueRange squares = Squares(standardDeviation.Near().NotNegative(), first, count, items, count - 1);
        return new(
            Verdict.Inconsistent, $"No {count} whole numbers have a mean of {mean.Text()} and an SD of {standardDeviation.Text()}.", null,
            WholeNumberMethods.Grimmer,
            FormattableString.Invariant(
                $"With a sum of {first} the sum of squares would be (n - 1) SD^2 + sum^2 / n, from {squares.Low:0.###} to {squares.High:0.###}, ")
            + $"and no {(IsOdd(first) ? "odd" : "even")} number that whole numbers can have is there{(sums.Skip(1).Any() ? ", nor for another sum that prints this mean" : "")}.");
    }

    // The sum and sum of squares with the simplest rule of rounding.
    private static (RoundingRule Rule, double Sum, double Squares)? Plainest(
        PrintedNumber deviation, IEnumerable<(double Sum, RoundingRule Rule)> sums, int count, int items, int divisor)
    {
        (RoundingRule Rule, double Sum, double Squares)? best = null;
        foreach ((double sum, RoundingRule rule) in sums)
        {
            if (SumOfSquares(deviation, sum, count, items, divisor) is { } found
                && (best is null || Weaker(rule, found.Rule) < best.Value.Rule))
            {
                best = (Weaker(rule, found.Rule), sum, found.Squares);
            }

            if (best is { Rule: RoundingRule.HalfUp })
            {
                break;
            }
        }

        return best;
    }

    // Every whole sum whose mean prints as given, the nearest first: no other has a simpler rule.
    private static IEnumerable<(double Sum, RoundingRule Rule)> Sums(PrintedNumber mean, double parts)
    {
        ValueRange range = mean.Either() * parts;
        double nearest = Math.Round((double)mean.Value * parts);
        if (Rounding.RuleThatPrints(nearest / parts, mean.Value, mean.Decimals) is { } first)
        {
            yield return (nearest, first);
        }

        for (double sum = Math.Ceiling(range.Low - 1e-6); sum <= range.High + 1e-6; sum++)
        {
            if (sum != nearest && Rounding.RuleThatPrints(sum / parts, mean.Value, mean.Decimals) is { } rule)
            {
                yield return (sum, rule);
            }
        }
    }

    private static (double Squares, RoundingRule Rule)? SumOfSquares(PrintedNumber deviation, double sum, int count, int items, int divisor)
    {
        ValueRange range = Squares(deviation.Either().NotNegative(), sum, count, items, divisor);
        double quotient = Math.Floor(sum / count);
        double rest = sum - (quotient * count);
        double least = (count * quotient * quotient) + (rest * ((2 * quotient) + 1));
        double start = Math.Max(Math.Ceiling(range.Low - 1e-6), least);
        start += IsOdd(start) == IsOdd(sum) ? 0 : 1;
        (double, RoundingRule)? found = null;
        for (double squares = start; squares <= range.High + 1e-6; squares += 2)
        {
            RoundingRule? rule =
                Rounding.RuleThatPrints(Deviation(squares, sum, count, items, divisor), deviation.Value, deviation.Decimals);
            if (rule == RoundingRule.HalfUp)
            {
                return (squares, RoundingRule.HalfUp);
            }

            found ??= rule is { } other ? (squares, other) : null;
        }

        return found;
    }

    private static ValueRange Squares(ValueRange deviation, double sum, int count, int items, int divisor) =>
        deviation.Map(sd => (divisor * sd * sd * items * items) + (sum * sum / count));

    private static double Deviation(double squares, double sum, int count, int items, int divisor) =>
        Math.Sqrt(Math.Max(0, ((squares * count) - (sum * sum)) / count / divisor)) / items;

    private static bool IsOdd(double whole) => Math.Abs(whole % 2) == 1;

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
