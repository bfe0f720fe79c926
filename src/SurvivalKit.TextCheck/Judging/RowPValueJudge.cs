namespace SurvivalKit.TextCheck;

/// <summary>Gives the P value of a table's row a verdict, by the counts or the means of the groups beside it.</summary>
/// <param name="table">The table.</param>
/// <param name="groups">Its groups of rows.</param>
/// <param name="shares">What its rows are parts of.</param>
internal sealed class RowPValueJudge(TextTable table, TextTableGroups groups, TableShares shares)
{
    private static readonly HashSet<string> OtherTests =
        new(StringComparer.Ordinal) { "adjusted", "corrected", "multivariate", "multivariable", "fdr", "q" };

    // Outcomes over time may also be compared by survival tests.
    private static readonly HashSet<string> Outcomes = new(StringComparer.Ordinal)
    {
        "death", "deaths", "died", "dead", "alive", "survival", "survivors", "mortality", "recurrence", "recurrences", "relapse",
        "relapses", "relapsed", "progression", "progressed",
        "event", "events", "os", "pfs", "dfs", "efs", "rfs",
    };

    /// <summary>The verdict.</summary>
    /// <param name="row">The row.</param>
    /// <param name="p">The column of the P value.</param>
    /// <param name="part">The P value.</param>
    public Judgement Judge(TextRow row, int p, PValuePart part)
    {
        TextColumn column = table.Columns[p];
        int[] groupColumns = table.GroupsOf(p);
        if (TextJudge.PrintedP(part) is not { } printed)
        {
            return Judgement.NotCheckable("A P value lies between 0 and 1.");
        }

        if (groupColumns.Length < 2)
        {
            return Judgement.NotCheckable("The numbers of patients of two groups are not printed in the headings of this table.");
        }

        if (column.Question is not null || column.Tokens.Any(token => OtherTests.Contains(token.Key)))
        {
            return Judgement.NotCheckable($"\"{column.Heading}\" is not of the counts alone, so that it does not follow from them.");
        }

        if (groupColumns.Length > 2 && column.Tokens.Any(token => token.Key is "vs" or "versus"))
        {
            return Judgement.NotCheckable($"\"{column.Heading}\" compares some of the groups, and which columns these are is not read.");
        }

        if (Means(row, groupColumns) is { } samples)
        {
            Judgement means = PValueArithmetic.Check(PValueArithmetic.FromMeans(samples, printed), printed);
            return means.Verdict != Verdict.Inconsistent
                ? means
                : means with
                {
                    Verdict = Verdict.NotCheckable,
                    Sentence = $"{printed.Text} is the P of no test of means; a rank test would need the values."
                };
        }

        List<CountReading> readings = [.. new CountReadings(table, groups, shares, groupColumns).Of(row)];
        if (readings.Count == 0)
        {
            return Judgement.NotCheckable("The row prints neither counts nor means with standard deviations of two groups.");
        }

        Judgement counts = Counts(readings, printed);
        if (counts.Verdict == Verdict.Inconsistent && !IsOfAll(row, groupColumns))
        {
            return counts with
            {
                Verdict = Verdict.NotCheckable,
                Sentence = $"{printed.Text} is the P of no test of the counts against all others; the percentages of the row are not of all."
            };
        }

        return counts.Verdict == Verdict.Inconsistent && IsOutcome(row)
            ? counts with
            {
                Verdict = Verdict.NotCheckable,
                Sentence = $"{printed.Text} is the P of no test of the counts; of such a row a log-rank test of the times is not ruled out."
            }
            : counts;
    }

    /// <summary>Whether a percentage of the row is one of its column's N: where none is, the counts are compared within fewer.</summary>
    private bool IsOfAll(TextRow row, int[] columns)
    {
        (int Column, CountStatistic Count)[] cells =
            [.. TableCounts.Of(table, row).Where(cell => columns.Contains(cell.Column) && cell.Count.Count > 0)];
        return cells.Length == 0 || cells.Any(cell => PercentArithmetic.Check(
            cell.Count.Count, cell.Count.Percent, new Denominator("",
                table.Columns[cell.Column].N!.Value)).Verdict != Verdict.Inconsistent);
    }

    private bool IsOutcome(TextRow row) =>
        row.Label.Tokens.Concat(groups.HeadOf(row)?.Label.Tokens ?? []).Any(token => Outcomes.Contains(token.Key)
            || (token.Kind == TokenKind.Word && token.Key.EndsWith("-free", StringComparison.Ordinal)));

    /// <summary>The first reading of the counts that gives P decides; where none does, the first.</summary>
    private static Judgement Counts(List<CountReading> readings, PrintedPValue p)
    {
        Judgement? first = null;
        foreach (CountReading reading in readings)
        {
            Judgement? result = Try(reading, p);
            if (result is not null && result.Verdict != Verdict.Inconsistent)
            {
                return result;
            }

            first ??= result;
        }

        if (first is not null && readings.Count > 1)
        {
            first = first with
            {
                Witness =
                $"{first.Witness} None gives it either for {string.Join(", nor for ", readings.Skip(1).Select(reading => reading.Name))}."
            };
        }

        return first ?? Judgement.NotCheckable("All groups have the same outcome, or none has one, so that there is nothing to compare.");
    }

    private static Judgement? Try(CountReading reading, PrintedPValue p)
    {
        try
        {
            Judgement result = PValueArithmetic.Check(
                PValueArithmetic.FromCounts(reading.Table, p, ordered: reading.IsOrdered && reading.Table.Columns > 2), p);
            return result with { Sentence = $"{result.Sentence[..^1]} ({reading.Name})." };
        }
        catch (SurvivalDataException)
        {
            // A margin of this reading is empty.
            return null;
        }
    }

    /// <summary>The means of all groups; <see langword="null"/>: a cell has none.</summary>
    private List<PrintedSample>? Means(TextRow row, int[] columns)
    {
        List<PrintedSample> samples = [];
        foreach (int c in columns)
        {
            bool inBrackets = TableMeasures.Read(table, row, groups.HeadOf(row), c) == TableMeasure.Mean;
            if (row[c] is not { } cell || CellGrammar.Mean(cell.Tokens, inBrackets) is not { } mean || table.Columns[c].N is not >= 2)
            {
                return null;
            }

            samples.Add(new PrintedSample(mean.Mean, mean.StandardDeviation, table.Columns[c].N!.Value));
        }

        return samples;
    }
}
