using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The means and standard deviations that a place prints of a column of the cohort, one per arm.</summary>
/// <param name="Row">The row.</param>
/// <param name="Samples">The arms' samples, each with the number of patients that have a value.</param>
/// <param name="IsSettled">Whether the printed numbers give how many patients of every arm have a value; otherwise all patients of the arm
/// are used.</param>
/// <param name="Sizes">A description of the numbers of patients, as the end of a sentence; empty: all patients.</param>
internal sealed record PrintedSamples(StudyRow Row, ImmutableArray<PrintedSample> Samples, bool IsSettled, string Sizes)
{
    /// <summary>The arms' samples; <see langword="null"/>: they are not all printed.</summary>
    public static PrintedSamples? Read(AuditIndex index, string place, string variable)
    {
        StudyRow? row =
            index.RowsOf<MeanSdMeasure>().FirstOrDefault(pair => pair.Row.Place == place && pair.Measure.Column == variable).Row;
        return row is not null
            && index.Cells(row, index.Arms, Aspects.Mean) is { } means
            && index.Cells(row, index.Arms, Aspects.StandardDeviation) is { } spreads
            ? Read(index, row, variable, means, spreads)
            : null;
    }

    /// <summary>The numbers of patients that have a value, arm by arm, and whether they are printed for every arm.</summary>
    public static (int[] Counts, bool IsSettled) SizesOf(AuditIndex index, string place, string variable)
    {
        KnownSize?[] known = [.. index.Arms.Select(arm => index.WithValue(place, variable, arm))];
        return ([.. index.Study.Arms.Zip(known, (arm, size) => size?.N ?? arm.N)], known.All(size => size is not null));
    }

    private static PrintedSamples? Read(AuditIndex index, StudyRow row, string variable, Claim[] means, Claim[] spreads)
    {
        (int[] counts, bool isSettled) = SizesOf(index, row.Place, variable);
        return counts.All(count => count >= 2)
            ? new(
                row,
                [.. means.Select((mean, i) => new PrintedSample(mean.Number(), spreads[i].Number(), counts[i]))],
                isSettled,
                counts.SequenceEqual(index.Study.Arms.Select(arm => arm.N)) ? "" : "of "
                    + ArithmeticText.List([.. counts.Select(count => count.ToString(System.Globalization.CultureInfo.InvariantCulture))]))
            : null;
    }
}
