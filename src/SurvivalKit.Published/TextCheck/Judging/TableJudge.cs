namespace SurvivalKit.Published;

/// <summary>Finds the statistics of a table and gives each its verdict.</summary>
/// <param name="table">The table.</param>
/// <param name="judge">The verdicts of statistics as in running text.</param>
/// <param name="add">Takes a finding: its cell, its kind, its row and column, and the verdict.</param>
internal sealed class TableJudge(TextTable table, TextJudge judge, Action<TextCell, StatisticKind, TextRow, TextColumn, ArithmeticResult> add)
{
    private readonly TextTableGroups _groups = new(table);

    /// <summary>Judges all cells.</summary>
    public void Judge()
    {
        foreach (TextRow row in table.Rows)
        {
            int ratio = -1;
            for (int c = 0; c < table.Columns.Length; c++)
            {
                if (row[c] is not { } cell)
                {
                    continue;
                }

                if (table.Columns[c].IsP)
                {
                    P(row, c, cell, ratio);
                }
                else if (Ratio(row, c, cell))
                {
                    ratio = c;
                }
                else
                {
                    Cell(row, c, cell);
                }
            }
        }
    }

    private void Add(TextCell cell, StatisticKind kind, TextRow row, int c, ArithmeticResult result) => add(cell, kind, row, table.Columns[c], result);

    private void P(TextRow row, int c, TextCell cell, int ratio)
    {
        // The P value of a ratio is judged with the ratio.
        if (ratio >= 0 || CellGrammar.P(cell.Tokens) is not { } p)
        {
            return;
        }

        Add(cell, StatisticKind.PValue, row, c, RowPValueJudge.Judge(table, _groups, row, p));
    }

    private void Cell(TextRow row, int c, TextCell cell)
    {
        TableMeasure measure = TableMeasures.Of(table, row, _groups.HeadOf(row), c);
        if (measure != TableMeasure.Mean && measure != TableMeasure.Median && CellGrammar.Count(cell.Tokens, out bool hasSign) is { } count)
        {
            Add(cell, StatisticKind.Count, row, c, TableCountJudge.Judge(table, _groups, row, c, count, isNamed: hasSign || measure == TableMeasure.Percent || table.SaysPercent));
        }
        else if (CellGrammar.Mean(cell.Tokens, measure == TableMeasure.Mean) is { } mean)
        {
            Add(cell, StatisticKind.MeanSd, row, c, judge.Judge(mean with { N = table.Columns[c].N, IsWhole = TableMeasures.IsWhole(row) }));
        }
        else if (c + 1 < table.Columns.Length && table.Columns[c + 1].IsPercent && cell.Tokens is [{ IsWhole: true } whole] && row[c + 1] is { } next
            && CellGrammar.Number([.. next.Tokens.Where(token => token.Key != "%")]) is { } percent)
        {
            var split = new CountStatistic((int)whole.Number.Value, percent, null);
            Add(cell, StatisticKind.Count, row, c, TableCountJudge.Judge(table, _groups, row, c, split, isNamed: true));
        }
        else if (CellGrammar.Interval(cell.Tokens) is { } estimate)
        {
            StatisticKind kind = measure == TableMeasure.Median ? StatisticKind.Median : StatisticKind.Estimate;
            Add(cell, kind, row, c, TextJudge.Estimate(estimate.Value, Named(estimate.Interval, row), kind == StatisticKind.Median ? "median" : "estimate"));
        }
        else
        {
            foreach (Statistic statistic in StatisticScanner.Scan(cell.Tokens))
            {
                Add(cell, TextJudge.KindOf(statistic), row, c, judge.Judge(statistic));
            }
        }
    }

    /// <summary>A ratio with its interval in the same or the next cell and its P value in the next column of P values.</summary>
    private bool Ratio(TextRow row, int c, TextCell cell)
    {
        if (table.Columns[c].Ratio is not { } kind)
        {
            return false;
        }

        PrintedNumber? ratio;
        IntervalPart? interval = null;
        if (CellGrammar.Interval(cell.Tokens) is { } whole)
        {
            (ratio, interval) = (whole.Value, whole.Interval);
        }
        else
        {
            ratio = CellGrammar.Number(cell.Tokens);
            if (ratio is not null && c + 1 < table.Columns.Length && table.Columns[c + 1].IsInterval && row[c + 1] is { } ends)
            {
                interval = CellGrammar.Ends(ends.Tokens);
            }
        }

        if (ratio is null || (interval is null && ratio.Value.Decimals == 0))
        {
            return false;
        }

        Add(cell, kind, row, c, judge.Ratio(new RatioStatistic(kind, ratio.Value, interval, PBehind(row, c))));
        return true;
    }

    private static IntervalPart Named(IntervalPart interval, TextRow row) =>
        interval.Meaning == IntervalMeaning.Unnamed ? interval with { Meaning = TableMeasures.MeaningOf(row) } : interval;

    private PValuePart? PBehind(TextRow row, int c)
    {
        for (int behind = c + 1; behind < table.Columns.Length && table.Columns[behind].Ratio is null; behind++)
        {
            if (table.Columns[behind].IsP && row[behind] is { } cell)
            {
                return CellGrammar.P(cell.Tokens);
            }
        }

        return null;
    }
}
