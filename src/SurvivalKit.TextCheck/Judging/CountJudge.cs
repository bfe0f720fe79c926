namespace SurvivalKit.TextCheck;

/// <summary>Gives a count with its percentage in running text a verdict.</summary>
internal static class CountJudge
{
    // A number without a per cent sign that is this near to the percentage is meant as one.
    private const double NearPercentage = 0.15;

    /// <summary>The verdict.</summary>
    /// <param name="count">The count.</param>
    /// <param name="sizes">The numbers of patients that the text names.</param>
    public static Judgement Judge(CountStatistic count, IReadOnlyList<Denominator> sizes)
    {
        if (count.Of is { } of)
        {
            Judgement own = PercentArithmetic.Check(count.Count, count.Percent, new Denominator("as the text says", of));
            if (own.Verdict == Verdict.Inconsistent && DoubleRounding.Of(count.Count, count.Percent, of) is { } twice)
            {
                return twice;
            }

            return own.Verdict == Verdict.Inconsistent && NotAPercentage(count, of) is { } reason ? Judgement.NotCheckable(reason) : own;
        }

        if (count.Part is { } part && SentenceCountJudge.Judge(count, part) is { } said)
        {
            return said;
        }

        // Where the text does not say of what, a size that it names elsewhere can give the percentage and none can refute it.
        Judgement result = PercentArithmetic.Check(count.Count, count.Percent, sizes);
        if (result.Verdict != Verdict.Inconsistent)
        {
            return result;
        }

        Judgement alone = PercentArithmetic.Check(count.Count, count.Percent);
        return alone.Verdict == Verdict.Inconsistent && !count.IsLoose ? alone : Judgement.NotCheckable(FormattableString.Invariant(
            $"The text does not say of how many {count.Count} are {count.Percent.Value}%, and no number of patients that it names gives this percentage."));
    }

    /// <summary>Why a number behind n/N is not tried as its percentage.</summary>
    private static string? NotAPercentage(CountStatistic count, int of)
    {
        if (count.Count > of && count.Percent.Value <= 100)
        {
            return FormattableString.Invariant(
                $"Could not be read: {count.Count} is more than {of}, so that the two were not printed as a part and its whole.");
        }

        if (count.IsLoose)
        {
            return FormattableString.Invariant($"Nothing says that {count.Percent.Value}% is that of {count.Count} of {of}.");
        }

        if (count.IsGlued)
        {
            return GluedCells.Sentence;
        }

        double percentage = 100.0 * count.Count / of;
        return !count.HasSign && Math.Abs((double)count.Percent.Value - percentage) > NearPercentage * percentage
            ? FormattableString.Invariant($"Nothing says that {count.Percent.Value} is a percentage of {count.Count} of {of}.")
            : null;
    }
}
