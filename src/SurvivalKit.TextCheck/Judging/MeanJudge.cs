namespace SurvivalKit.TextCheck;

/// <summary>Gives a mean with its standard deviation a verdict.</summary>
internal static class MeanJudge
{
    // With this many values, whole numbers can have any mean with the printed decimals.
    private const int MostValues = 100_000;

    /// <summary>Whether whole numbers can have them, where the text says that the values are whole and how many there are.</summary>
    public static Judgement Judge(MeanStatistic mean) => mean switch
    {
        { N: null, Range: { } range } =>
            MeanArithmetic.Within(mean.Mean, mean.StandardDeviation, range, mean.Items, mean.IsBinary),
        { N: null } => Judgement.NotCheckable("The number of values is not printed beside this mean and its standard deviation."),
        { IsBinary: true, N: >= 2 and <= MostValues } => MeanArithmetic.Debit(mean.Mean, mean.StandardDeviation, mean.N.Value),
        { IsWhole: false } => Judgement.NotCheckable(FormattableString.Invariant(
            $"Nothing says that the {mean.N} values are whole numbers, and other values can have any mean and standard deviation.")),
        { N: >= 2 and <= MostValues } => MeanArithmetic.Grimmer(mean.Mean, mean.StandardDeviation, mean.N.Value, mean.Items),
        _ => Judgement.NotCheckable(
            FormattableString.Invariant($"Of {mean.N} whole numbers nothing follows for their mean and standard deviation.")),
    };
}
