namespace SurvivalKit.TextCheck;

/// <summary>Gives a count with its percentage in a table a verdict, by its possible denominators.</summary>
internal static class TableCountJudge
{
    /// <summary>The verdict.</summary>
    /// <param name="table">The table.</param>
    /// <param name="groups">Its groups of rows.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="count">The count.</param>
    /// <param name="isNamed">Whether the table says that percentages are printed.</param>
    public static Judgement Judge(TextTable table, TextTableGroups groups, TextRow row, int column, CountStatistic count, bool isNamed)
    {
        List<Denominator> candidates = Candidates(table, groups, row, column, count.Of);
        Judgement result = PercentArithmetic.Check(count.Count, count.Percent, candidates);
        if (result.Verdict == Verdict.Inconsistent && candidates.Where(candidate => candidate.N >= count.Count)
            .Select(candidate => DoubleRounding.Of(count.Count, count.Percent,
                candidate.N)).FirstOrDefault(found => found is not null) is { } twice)
        {
            return twice;
        }

        return result.Verdict != Verdict.Inconsistent || isNamed || candidates.Count == 0
            ? result
            : Judgement.NotCheckable(FormattableString.Invariant(
                $"Nothing says that {count.Percent.Value} is a percentage; as one it would follow from none of {string.Join(", ", candidates.Select(candidate => candidate.N).Distinct())}."));
    }

    private static List<Denominator> Candidates(TextTable table, TextTableGroups groups, TextRow row, int column, int? of)
    {
        List<Denominator> candidates = [];
        if (of is { } printed)
        {
            Add("as the cell says", printed);
        }

        TextColumn own = table.Columns[column];
        if (own.N is { } n)
        {
            Add($"the N of {own.Name}", n);
            if (groups.MissingOf(row, column) is var missing and > 0 && missing < n)
            {
                Add("those with a value", n - missing);
            }
        }

        foreach (bool withMissing in (bool[])[true, false])
        {
            if (groups.CategoriesOf(row, column, withMissing) is { } categories && (own.N is null || categories <= own.N))
            {
                Add(withMissing ? "the categories together" : "the categories with a value together", categories);
            }
        }

        for (int c = 0; c < table.Columns.Length; c++)
        {
            if (c != column && table.Columns[c].N is { } other)
            {
                Add($"the N of {table.Columns[c].Name}", other);
            }
        }

        // A cell that spans the groups, or a percentage of all patients where no column of all is printed.
        long all = table.Groups.Sum(c => (long)table.Columns[c].N!.Value);
        if (table.Groups.Skip(1).Any() && all <= int.MaxValue)
        {
            Add("the groups together", (int)all);
        }

        int[] counts = [.. table.Groups.Select(c => TextTableGroups.CountOf(row, c)).OfType<int>()];
        if (counts.Length > 1)
        {
            Add("the row's total", counts.Sum());
        }

        return candidates;

        void Add(string name, int n)
        {
            if (n > 0 && candidates.All(candidate => candidate.N != n))
            {
                candidates.Add(new Denominator(name, n));
            }
        }
    }
}
