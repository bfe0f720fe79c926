namespace SurvivalKit.Published;

/// <summary>How a row is measured, in words for readers.</summary>
internal static class MeasureWords
{
    public static string Of(StudyMeasure measure) => measure switch
    {
        SizeMeasure => "number of patients",
        CountMeasure count => $"count of {count.Condition}{(count.OfKnown ? ", of those with a value" : "")}",
        CountPairMeasure pair => $"counts of {pair.Column} {pair.First} and {pair.Second}",
        MedianRangeMeasure median => $"median and range of {median.Endpoint}",
        CoxMeasure cox => $"hazard ratio of {cox.Level ?? cox.Term} for {cox.Endpoint}{Beside(cox)}",
        PValueMeasure p => $"P by {Test(p)} of {(p.Endpoint ?? p.Condition?.ToString() ?? string.Join(", ", p.Columns))}",
        AlterationFrequencyMeasure frequency => $"alterations of {string.Join(" or ", frequency.Genes)}",
        _ => $"{measure.Name} of {string.Join(", ", measure.Columns)}",
    };

    private static string Test(PValueMeasure p) => MeasureReader.Tests.First(test => test.Test == p.Test).Name;

    private static string Beside(CoxMeasure cox) => cox.Covariates.Length == 1
        ? ""
        : $" beside {string.Join(", ", cox.Covariates.Where(column => column != cox.Term))}";
}
