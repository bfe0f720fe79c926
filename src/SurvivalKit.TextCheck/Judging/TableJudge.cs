namespace SurvivalKit.TextCheck;

/// <summary>Finds the statistics of a table and gives each its verdict.</summary>
internal sealed class TableJudge
{
    private readonly TextTable _table;
    private readonly TextJudge _judge;
    private readonly Action<TextCell, TextStatisticKind, TextRow, TextColumn, Judgement> _add;
    private readonly TextTableGroups _groups;
    private readonly RowPValueJudge _rowPValues;
    private readonly TableCountJudge _counts;

    /// <summary>Prepares a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="judge">The verdicts of statistics as in running text.</param>
    /// <param name="add">Takes a finding: its cell, its kind, its row and column, and the verdict.</param>
    public TableJudge(TextTable table, TextJudge judge, Action<TextCell, TextStatisticKind, TextRow, TextColumn, Judgement> add)
    {
        (_table, _judge, _add) = (table, judge, add);
        _groups = new TextTableGroups(table);
        var shares = new TableShares(table, _groups);
        _counts = new TableCountJudge(table, _groups, shares);
        _rowPValues = new RowPValueJudge(table, _groups, shares);
    }

    /// <summary>Judges all cells.</summary>
    public void Judge()
    {
        foreach (TextRow row in _table.Rows)
        {
            int ratio = -1;
            for (int c = 0; c < _table.Columns.Length; c++)
            {
                if (row[c] is not { } cell)
                {
                    continue;
                }

                if (_table.Columns[c].IsP)
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

    private void Add(TextCell cell, TextStatisticKind kind, TextRow row, int c, Judgement result) =>
        _add(cell, kind, row, _table.Columns[c], result);

    private void P(TextRow row, int c, TextCell cell, int ratio)
    {
        // The P value of a ratio is judged with the ratio.
        if ((ratio >= 0 && _table.Columns[c].Question is null) || CellGrammar.P(cell.Tokens) is not { } p)
        {
            return;
        }

        Add(cell, TextStatisticKind.PValue, row, c, _rowPValues.Judge(row, c, p));
    }

    private void Cell(TextRow row, int c, TextCell cell)
    {
        if (GluedCells.AreWithin(cell.Tokens))
        {
            Add(cell, TextStatisticKind.Unread, row, c, Judgement.NotCheckable(GluedCells.Sentence));
            return;
        }

        TableMeasure measure = TableMeasures.Read(_table, row, _groups.HeadOf(row), c);
        if (measure != TableMeasure.Mean && measure != TableMeasure.Median && CellGrammar.Count(cell.Tokens, out bool hasSign) is { } count)
        {
            Add(cell, TextStatisticKind.Count, row, c, _counts.Judge(
                row, c, count, isNamed: hasSign || measure == TableMeasure.Percent || _table.SaysPercent));
        }
        else if (CellGrammar.Mean(cell.Tokens, measure == TableMeasure.Mean) is { } mean)
        {
            Add(cell, TextStatisticKind.MeanSd, row, c, _judge.Judge(
                mean with { N = _table.Columns[c].N, IsWhole = TableMeasures.IsWhole(row) }));
        }
        else if (c + 1 < _table.Columns.Length && _table.Columns[c + 1].IsPercent && cell.Tokens is [{ IsWhole: true } whole] && row[c
            + 1] is { } next
            && CellGrammar.Number([.. next.Tokens.Where(token => token.Key != "%")]) is { } percent)
        {
            var split = new CountStatistic((int)whole.Number.Value, percent, null);
            Add(cell, TextStatisticKind.Count, row, c, _counts.Judge(row, c, split, isNamed: true));
        }
        else if (CellGrammar.Interval(cell.Tokens) is { } estimate)
        {
            TextStatisticKind kind = measure == TableMeasure.Median ? TextStatisticKind.Median : TextStatisticKind.Estimate;
            Add(cell, kind, row, c, TextJudge.Estimate(
                estimate.Value, Named(estimate.Interval, row), kind == TextStatisticKind.Median ? "median" : "estimate"));
        }
        else
        {
            foreach (Statistic statistic in StatisticScanner.Scan(cell.Tokens))
            {
                Add(cell, TextJudge.KindOf(statistic), row, c, _judge.Judge(statistic));
            }
        }
    }

    /// <summary>A ratio with its interval in the same or the next cell and its P value in the next column of P values.</summary>
    private bool Ratio(TextRow row, int c, TextCell cell)
    {
        if ((_table.Columns[c].Ratio ?? LabelledRatio(row, c)) is not { } kind)
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
            if (ratio is not null && c + 1 < _table.Columns.Length && _table.Columns[c + 1].IsInterval && row[c + 1] is { } ends)
            {
                interval = CellGrammar.Ends(ends.Tokens);
            }
        }

        if (ratio is null || (interval is null && ratio.Value.Decimals == 0))
        {
            return false;
        }

        Add(cell, kind, row, c, _judge.Ratio(new RatioStatistic(kind, ratio.Value, interval, PBehind(row, c))));
        return true;
    }

    /// <summary>The ratio that a row's label names, <c>HR (95% CI)</c>, where no other cell of the row has an interval that the P value may
    /// belong to.</summary>
    private TextStatisticKind? LabelledRatio(TextRow row, int c)
    {
        if (TableMeasures.MeaningOf(row) != IntervalMeaning.Confidence || RatioNames.KindOf(row.Label.Tokens) is not { } kind)
        {
            return null;
        }

        IEnumerable<int> intervals = Enumerable.Range(0, _table.Columns.Length)
            .Where(other => row[other] is { } cell && CellGrammar.Interval(cell.Tokens) is not null);
        return intervals.SequenceEqual([c]) ? kind : null;
    }

    private static IntervalPart Named(IntervalPart interval, TextRow row) =>
        interval.Meaning == IntervalMeaning.Unnamed ? interval with { Meaning = TableMeasures.MeaningOf(row) } : interval;

    private PValuePart? PBehind(TextRow row, int c)
    {
        for (int behind = c + 1; behind < _table.Columns.Length && _table.Columns[behind].Ratio is null; behind++)
        {
            if (_table.Columns[behind] is { IsP: true, Question: null } && row[behind] is { } cell)
            {
                return CellGrammar.P(cell.Tokens);
            }
        }

        return null;
    }
}
