namespace SurvivalKit.TextCheck;

/// <summary>The ways in which the counts beside a P value can be read, the likeliest first.</summary>
/// <param name="table">The table.</param>
/// <param name="groups">Its groups of rows.</param>
/// <param name="shares">What its rows are parts of.</param>
/// <param name="columns">The columns that are compared.</param>
internal sealed class CountReadings(TextTable table, TextTableGroups groups, TableShares shares, int[] columns)
{
    /// <summary>The readings; none where the row holds no counts.</summary>
    public IEnumerable<CountReading> Of(TextRow row)
    {
        if (Counts(row) is { } counts)
        {
            int[] sizes = [.. columns.Select(c => table.Columns[c].N!.Value)];
            int[] missing = [.. columns.Select(c => groups.MissingOf(row, c))];
            List<TextRow> run = Run(row);
            if (run.Count > 2)
            {
                foreach (CountReading reading in Categories(run))
                {
                    yield return reading;
                }
            }

            if (Outcomes(counts, sizes) is { } whole)
            {
                yield return new("the row's counts against the rest of each group", whole);
            }

            int[] known = [.. sizes.Zip(missing, (n, m) => n - m)];
            if (missing.Any(m => m > 0) && Outcomes(counts, known) is { } valued)
            {
                yield return new("the row's counts against the rest of those with a value", valued);
            }

            if (missing.Any(m => m > 0) && Outcomes(counts, known, missing) is { } three)
            {
                yield return new("the row's counts, the rest, and those whose value is not known", three, IsOrdered: false);
            }

            foreach ((string name, int[] parts) in shares.SizesOf(row, columns))
            {
                if (Outcomes(counts, parts) is { } within)
                {
                    yield return new($"the row's counts against the rest of \"{name}\"", within);
                }
            }
        }
        else if (Pairs(row) is { } pairs)
        {
            // 12/40 means 12 of 40 (40 men of whom 12 smoke) or 12 and 40 (12 men and 40 women).
            CountReading? parts = Parts(pairs);
            bool isPart = parts is not null && columns.Select((c, g) => pairs[g].Second == table.Columns[c].N).All(same => same);
            CountReading? both = Both(pairs);
            foreach (CountReading? reading in isPart ? new[] { parts, both } : [both, parts])
            {
                if (reading is not null)
                {
                    yield return reading;
                }
            }
        }
        else if (groups.HeadOf(row) == row)
        {
            foreach (CountReading reading in Categories([.. groups.RowsOf(row)]))
            {
                yield return reading;
            }
        }
    }

    private IEnumerable<CountReading> Categories(List<TextRow> rows)
    {
        List<TextRow> all = [.. rows.Where(row => !row.IsSum && Counts(row) is not null)];
        List<TextRow> valued = [.. all.Where(row => !row.IsMissing)];
        if (Table(valued) is { } known)
        {
            yield return new("the categories", known);
        }

        if (valued.Count < all.Count && Table(all) is { } whole)
        {
            yield return new("the categories with those whose value is not known", whole);
        }
    }

    /// <summary>The row and those below it in its group that have no P value of their own.</summary>
    private List<TextRow> Run(TextRow row)
    {
        IReadOnlyList<TextRow> rows = groups.RowsOf(row);
        List<TextRow> run = [row];
        for (int i = groups.PlaceOf(row) + 1; i < rows.Count && !HasP(rows[i]); i++)
        {
            run.Add(rows[i]);
        }

        return run;
    }

    private bool HasP(TextRow row) => Enumerable.Range(0, table.Columns.Length).Any(c => table.Columns[c].IsP && row[c] is not null);

    private int[]? Counts(TextRow row)
    {
        int?[] counts = [.. columns.Select(c => TextTableGroups.CountOf(row, c))];
        return counts.Any(count => count is null) ? null : [.. counts.OfType<int>()];
    }

    private ContingencyTable? Table(List<TextRow> rows)
    {
        const int MostRows = 60;
        if (rows.Count is < 2 or > MostRows)
        {
            return null;
        }

        var counts = new int[columns.Length, rows.Count];
        for (int r = 0; r < rows.Count; r++)
        {
            int[] row = Counts(rows[r])!;
            for (int g = 0; g < row.Length; g++)
            {
                counts[g, r] = row[g];
            }
        }

        return Fits(counts) ? new ContingencyTable(counts) : null;
    }

    /// <summary>The counts, the rest of the group sizes, and the numbers without a value where they are given.</summary>
    private static ContingencyTable? Outcomes(int[] counts, int[] sizes, int[]? missing = null)
    {
        var cells = new int[counts.Length, missing is null ? 2 : 3];
        for (int g = 0; g < counts.Length; g++)
        {
            if (counts[g] > sizes[g])
            {
                return null;
            }

            cells[g, 0] = counts[g];
            cells[g, 1] = sizes[g] - counts[g];
            if (missing is not null)
            {
                cells[g, 2] = missing[g];
            }
        }

        return Fits(cells) ? new ContingencyTable(cells) : null;
    }

    /// <summary>Cells such as <c>43/13</c>.</summary>
    private (int First, int Second)[]? Pairs(TextRow row)
    {
        var pairs = new (int, int)[columns.Length];
        for (int g = 0; g < columns.Length; g++)
        {
            if (row[columns[g]]?.Tokens is not [{ IsWhole: true } first, { Key: "/" or ":" }, { IsWhole: true } second])
            {
                return null;
            }

            pairs[g] = ((int)first.Number.Value, (int)second.Number.Value);
        }

        return pairs;
    }

    /// <summary>A number for each of two outcomes.</summary>
    private static CountReading? Both((int First, int Second)[] pairs)
    {
        var cells = new int[pairs.Length, 2];
        for (int g = 0; g < pairs.Length; g++)
        {
            (cells[g, 0], cells[g, 1]) = pairs[g];
        }

        return Fits(cells) ? new("the row's pairs of counts", new ContingencyTable(cells)) : null;
    }

    /// <summary>A number out of a total.</summary>
    private static CountReading? Parts((int First, int Second)[] pairs) =>
        Outcomes([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]) is { } outcomes
            ? new("the row's counts against the rest of the numbers behind them", outcomes)
            : null;

    /// <summary>Larger sums are not counts of patients.</summary>
    private static bool Fits(int[,] cells) => cells.Cast<int>().Sum(count => (long)count) is > 0 and < 100_000_000;
}
