namespace SurvivalKit.Published;

/// <summary>P values of means and standard deviations: Student's and Welch's t tests, the z test, or the analysis of variance, over the
/// rounding of the printed numbers.</summary>
internal sealed class MeanPValueCheck : IAuditCheck
{
    private static readonly Dictionary<TestKind, int> Alike = [];

    public IEnumerable<AuditFinding> Try(AuditIndex index)
    {
        var named = new NamedTests(index.Study.Methods, NamedTestUse.Numbers);
        return from pair in index.RowsOf<PValueMeasure>()
               where pair.Measure.Test is TestKind.StudentT or TestKind.WelchT
               let p = index.Cell(pair.Row, ColumnNames.P, Aspects.P) ?? index.Cell(pair.Row, null, Aspects.P)
               where p is not null
               select Compare(index, p, pair.Row, pair.Measure.Column!, named);
    }

    private static AuditFinding Compare(AuditIndex index, Claim claim, StudyRow row, string variable, NamedTests named)
    {
        if (PrintedSamples.Read(index, row.Place, variable) is not { } samples)
        {
            return AuditFinding.Agrees(claim, AuditCheck.PValue, Reason(index, row.Place, variable));
        }

        var printed = PrintedPValue.FromNumber(claim.Number(), claim.Relation);
        TestMatch[] tried = [.. PValueArithmetic.FromMeans(samples.Samples, printed).Select(match => match with { How = samples.Sizes })];
        if (TestChoice.Best(tried, named, Alike) is { } best)
        {
            return TestChoice.Fits(claim, printed, best, tried, named);
        }

        string? open = !named.NameOnlyMeans ? "The methods do not say that it is of a test of means, and a test of ranks is not ruled out."
            : samples.IsSettled ? null
            : Fewer(samples.Samples, printed);
        return TestChoice.DoesNotFit(claim, printed, tried, named, open);
    }

    /// <summary>Numbers of patients with a value that would give the P, where the number with a value is not printed;
    /// <see langword="null"/>: none would.</summary>
    private static string? Fewer(IReadOnlyList<PrintedSample> samples, PrintedPValue printed)
    {
        if (samples.Count != 2)
        {
            return "How many patients have a value is not printed.";
        }

        foreach (int first in Sizes(samples[0].Count))
        {
            foreach (int second in Sizes(samples[1].Count))
            {
                if (PValueArithmetic.FromMeans([samples[0] with { Count = first }, samples[1] with { Count = second }], printed)
                    .Any(match => match.Fits))
                {
                    return FormattableString.Invariant(
                        $"It would be possible where only {first} and {second} patients have a value; how many have one is not printed.");
                }
            }
        }

        return null;
    }

    // From all of them downwards, in at most 24 steps.
    private static IEnumerable<int> Sizes(int n)
    {
        int step = Math.Max(1, (n - 2) / 24);
        for (int size = n; size >= 2; size -= step)
        {
            yield return size;
        }
    }

    private static string Reason(AuditIndex index, string place, string variable) =>
        index.RowsOf<MedianSdMeasure>().Any(pair => pair.Row.Place == place && pair.Measure.Column == variable)
            ? "Medians are printed: a test of means needs means, and a test of ranks the values."
            : index.RowsOf<MeanRangeMeasure>().Any(pair => pair.Row.Place == place && pair.Measure.Column == variable)
                ? "No standard deviations are printed beside the means, so that no test of means can be computed."
                : "Means and standard deviations are not printed for every arm, so that no test of means can be computed.";
}
