namespace SurvivalKit.TextCheck;

/// <summary>Gives a count with its percentage in a table a verdict, by its possible denominators.</summary>
/// <param name="table">The table.</param>
/// <param name="groups">Its groups of rows.</param>
/// <param name="shares">What its rows are parts of.</param>
internal sealed class TableCountJudge(TextTable table, TextTableGroups groups, TableShares shares)
{
    private readonly TableMissing _missing = new(table, groups);

    /// <summary>The verdict.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="count">The count.</param>
    /// <param name="isNamed">Whether the table says that percentages are printed.</param>
    public Judgement Judge(TextRow row, int column, CountStatistic count, bool isNamed)
    {
        List<Denominator> candidates = Candidates(row, column, count.Of);
        Judgement result = PercentArithmetic.Check(count.Count, count.Percent, candidates);
        if (result.Verdict == Verdict.Inconsistent && candidates.Where(candidate => candidate.N >= count.Count)
            .Select(candidate => DoubleRounding.Of(count.Count, count.Percent,
                candidate.N)).FirstOrDefault(found => found is not null) is { } twice)
        {
            return twice;
        }

        if (result.Verdict == Verdict.Inconsistent && count.Of is null && OtherWhole(row, column) is { } whole)
        {
            return Judgement.NotCheckable(FormattableString.Invariant(
                $"{count.Count} is {count.Percent.Value}% of none of {string.Join(", ", candidates.Select(one => one.N))}, {whole}"));
        }

        return result.Verdict != Verdict.Inconsistent || isNamed || candidates.Count == 0
            ? result
            : Judgement.NotCheckable(FormattableString.Invariant(
                $"Nothing says that {count.Percent.Value} is a percentage; as one it would follow from none of {string.Join(", ", candidates.Select(candidate => candidate.N).Distinct())}."));
    }

    /// <summary>What the percentage may be of although the table does not print it.</summary>
    private string? OtherWhole(TextRow row, int column)
    {
        if (_missing.Valued(row, column) is { } valued)
        {
            return FormattableString.Invariant(
                $"and other cells say as this one that values are missing: the N with a value is about {valued}.");
        }

        TextColumn own = table.Columns[column];
        if (own.N is null && !TotalColumns.IsNamed(own) && table.Columns.Any(other => other.N is not null))
        {
            return "but may be of the column's own patients, whose number is not printed.";
        }

        TextRow? parent = shares.ParentsOf(row).FirstOrDefault(
            above => TextTableReader.SizeOf(above.Label.Tokens) is { } n && table.Columns.All(other => other.N != n));
        return parent is null ? null : $"but may be of the column's part of \"{parent.Label.Text}\", which is not printed.";
    }

    private List<Denominator> Candidates(TextRow row, int column, int? of)
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

        foreach (Denominator share in shares.Of(row, column))
        {
            Add(share.Name, share.N);
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
