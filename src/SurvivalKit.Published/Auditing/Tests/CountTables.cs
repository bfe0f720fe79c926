using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>The possible tables of counts of a printed P value: with and without missing values, with the categories that are not printed,
/// and overlapping rows as if they excluded each other.</summary>
internal sealed class CountTables(AuditIndex index)
{
    /// <summary>The tables, the likeliest first; empty: the counts are not printed.</summary>
    public IReadOnlyList<CountTable> Of(StudyRow row, PValueMeasure measure)
    {
        IEnumerable<CountTable> tables = measure switch
        {
            { Condition: { } condition } => OfCondition(row, condition),
            { Indicators.IsEmpty: false } => OfIndicators(row, measure),
            { Column: { } column } => OfColumn(row.Place, index.Study.Variable(column)),
            _ => [],
        };
        return [.. tables];
    }

    /// <summary>Whether the counts give for every arm how many of its patients have a value, so that no table with fewer is
    /// possible.</summary>
    public bool IsSettled(StudyRow row, PValueMeasure measure) => !measure.Indicators.IsEmpty
        || measure.Columns.All(
            column => index.Arms.All(arm => index.WithValue(row.Place, column, arm) is not null) || Pair(row.Place, column) is not null);

    private IEnumerable<CountTable> OfCondition(StudyRow row, PatientCondition condition)
    {
        StudyRow? counted = index.Study.Rows.Where(
            other => other.Place == row.Place && other.Measure is CountMeasure && IsSame(ExclusiveGroup.ConditionOf(other), condition))
            .OrderByDescending(other => other.Row == row.Row).FirstOrDefault();
        if (counted is null || Counts(counted, Aspects.Count) is not { } counts)
        {
            yield break;
        }

        if (Table([counts, Rest([counts])]) is { } all)
        {
            yield return new(all, "", false);
        }

        if (condition.Columns is not [var column])
        {
            yield break;
        }

        KnownSize?[] sizes = [.. index.Arms.Select(arm => index.WithValue(row.Place, column, arm))];
        int[] without = [.. index.Study.Arms.Zip(sizes, (arm, size) => arm.N - (size?.N ?? arm.N))];
        if (without.All(count => count == 0))
        {
            yield break;
        }

        string missing = index.GroupOf(row.Place, column)?.MissingRow is { } missingRow
            ? Words.Label(missingRow.Row)
            : "those without a value";
        int[] rest = Rest([counts, without]);
        if (Table([counts, rest]) is { } known)
        {
            yield return new(known, "without " + missing, false);
        }

        if (Table([counts, rest, without]) is { } asCategory)
        {
            yield return new(asCategory, $"with {missing} as a category", false);
        }
    }

    private IEnumerable<CountTable> OfIndicators(StudyRow row, PValueMeasure measure)
    {
        int[]?[] counts = [.. measure.Indicators.Select(
            column => index.GroupOf(row.Place, column) is { Rows: [var only, ..] } ? Counts(only, Aspects.Count) : null)];
        if (counts.All(count => count is not null) && Table([.. counts.OfType<int[]>()]) is { } table)
        {
            yield return new(table, "of the rows as if they excluded each other", false);
        }
    }

    private IEnumerable<CountTable> OfColumn(string place, StudyVariable variable)
    {
        bool isOrdered = variable.Kind == VariableKind.Grade
            || (variable.Levels.Length > 0 && variable.Levels.All(level => double.TryParse(level, CultureInfo.InvariantCulture, out _)));
        if (Pair(place, variable.Name) is { } pair
            && Counts(pair, Aspects.FirstCount) is { } first
            && Counts(pair, Aspects.SecondCount) is { } second)
        {
            if (Table([first, second]) is { } both)
            {
                yield return new(both, "", isOrdered);
            }

            yield break;
        }

        if (index.GroupOf(place, variable.Name) is not { } group)
        {
            yield break;
        }

        StudyRow[] levels = [.. group.Rows.Where(row => row != group.MissingRow)];
        int[]?[] read = [.. levels.Select(level => Counts(level, Aspects.Count))];
        int[]? missing = group.MissingRow is { } missingRow ? Counts(missingRow, Aspects.Count) : null;
        if (read.Length == 0 || read.Any(count => count is null) || (group.MissingRow is not null && missing is null))
        {
            yield break;
        }

        int[][] counts = [.. read.OfType<int[]>()];
        int[] rest = Rest(missing is null ? counts : [.. counts, missing]);
        bool hasRest = rest.Any(count => count > 0);
        string unprinted = levels.Length == 1 ? "" : "with the categories that are not printed as one";
        int[][] known = hasRest && !group.IsComplete ? [.. counts, rest] : counts;
        if (Table(known) is { } plain)
        {
            yield return new(plain, missing is null
                ? (hasRest && !group.IsComplete ? unprinted : "")
                : "without " + Words.Label(group.MissingRow!.Row), isOrdered);
        }

        if (missing is not null && Table([.. known, missing]) is { } asLevel)
        {
            yield return new(asLevel, $"with {Words.Label(group.MissingRow!.Row)} as a category", isOrdered);
        }
        else if (missing is null && hasRest && group.IsComplete && Table([.. counts, rest]) is { } withRest)
        {
            yield return new(withRest, "with those without a value as a category", isOrdered);
        }
    }

    private StudyRow? Pair(string place, string column) =>
        index.RowsOf<CountPairMeasure>().FirstOrDefault(pair => pair.Row.Place == place && pair.Measure.Column == column).Row;

    /// <summary>The counts of the arms; one that is not printed is that of all patients minus the others.</summary>
    private int[]? Counts(StudyRow row, string aspect)
    {
        Claim?[] arms = [.. index.Arms.Select(arm => index.Cell(row, arm, aspect))];
        if (arms.Count(arm => arm is null) is var open && open == 0)
        {
            return [.. arms.Select(arm => (int)arm!.Value)];
        }

        if (open > 1 || index.Cell(row, ColumnNames.All, aspect) is not { } all)
        {
            return null;
        }

        int rest = (int)(all.Value - arms.Sum(arm => arm?.Value ?? 0));
        return rest < 0 ? null : [.. arms.Select(arm => arm is null ? rest : (int)arm.Value)];
    }

    /// <summary>The number of each arm in none of the categories; below 0 where the counts exceed the arm's size.</summary>
    private int[] Rest(int[][] counts) => [.. index.Study.Arms.Select((arm, i) => arm.N - counts.Sum(count => count[i]))];

    private static ContingencyTable? Table(int[][] categories)
    {
        if (categories.Any(category => category.Any(count => count < 0)))
        {
            return null;
        }

        var cells = new int[categories[0].Length, categories.Length];
        for (int arm = 0; arm < cells.GetLength(0); arm++)
        {
            for (int category = 0; category < cells.GetLength(1); category++)
            {
                cells[arm, category] = categories[category][arm];
            }
        }

        return new ContingencyTable(cells);
    }

    private static bool IsSame(PatientCondition one, PatientCondition other) =>
        one.Kind == other.Kind
            && one.Bound == other.Bound
            && one.Columns.SequenceEqual(other.Columns)
            && one.Levels.SequenceEqual(other.Levels);
}
