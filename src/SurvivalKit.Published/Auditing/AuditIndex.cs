using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The claims of a study by place, row, column and aspect, and its rows by measure. Repeated claims are
/// found by their id only.</summary>
internal sealed class AuditIndex
{
    private readonly Dictionary<(string Place, string? Row, string? Column, string Aspect), Claim> _cells;
    private readonly ImmutableArray<ExclusiveGroup> _groups;

    public AuditIndex(Study study)
    {
        Study = study;
        _cells = study.Claims.Where(claim => claim.SameAs is null && claim.Checkable)
            .ToDictionary(claim => (claim.Place, claim.Row, claim.Column, claim.Aspect));
        Arms = [.. study.Arms.Select(arm => arm.Name)];
        Columns = [ColumnNames.All, .. Arms];
        _groups = ExclusiveGroup.AllOf(study);
    }

    public Study Study { get; }

    /// <summary>The names of the arms.</summary>
    public ImmutableArray<string> Arms { get; }

    /// <summary>All, then the arms.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Rows that count mutually exclusive categories.</summary>
    public ImmutableArray<ExclusiveGroup> Groups => _groups;

    /// <summary>The rows of a measure.</summary>
    public IEnumerable<(StudyRow Row, T Measure)> RowsOf<T>()
        where T : StudyMeasure =>
        Study.Rows.Where(row => row.Measure is T).Select(row => (row, (T)row.Measure));

    /// <summary>The claim of a row's cell; <see langword="null"/>: nothing is printed there.</summary>
    public Claim? Cell(StudyRow row, string? column, string aspect) => _cells.GetValueOrDefault((row.Place, row.Row, column, aspect));

    /// <summary>The cells of a row in the columns; <see langword="null"/> where one of them is not printed.</summary>
    public Claim[]? Cells(StudyRow row, IEnumerable<string> columns, string aspect)
    {
        Claim?[] cells = [.. columns.Select(column => Cell(row, column, aspect))];
        return cells.Length > 0 && cells.All(cell => cell is not null) ? [.. cells.OfType<Claim>()] : null;
    }

    /// <summary>The patients of a column.</summary>
    public int N(string? column) => Study.Arms.FirstOrDefault(arm => arm.Name == column)?.N ?? Study.N;

    /// <summary>The group of a row's categories; <see langword="null"/>: none.</summary>
    public ExclusiveGroup? GroupOf(string place, string variable) =>
        _groups.FirstOrDefault(group => group.Place == place && group.Variable.Name == variable);

    /// <summary>The printed claim of a column's size in a place, including repeated ones; <see langword="null"/>: none.</summary>
    public Claim? SizeClaim(string place, string column) => Study.Claims.FirstOrDefault(claim =>
        claim.Place == place
            && claim.Column == column
            && claim.Aspect == Aspects.Count
            && SizeRows().Contains((Source(claim).Place, Source(claim).Row)));

    /// <summary>The number of patients of a column with a value, according to the printed numbers; <see langword="null"/>: they do not give
    /// it.</summary>
    /// <remarks>
    /// A printed row of missing values gives it, as do categories that cover all values. Otherwise a percentage that can only be of all
    /// patients of the column is taken to mean that all of them have a value: a study that prints neither a row of missing values nor a
    /// smaller denominator reports none.
    /// </remarks>
    public KnownSize? WithValue(string place, string variable, string column)
    {
        if (GroupOf(place, variable) is not { } group)
        {
            return null;
        }

        int n = N(column);
        if (group.MissingRow is { } missingRow)
        {
            return Cell(missingRow, column, Aspects.Count) is { } missing && missing.Value <= n
                ? new(n - (int)missing.Value, FormattableString.Invariant($"{n} less {missing.Printed} of {Words.Label(missingRow.Row)}"))
                : null;
        }

        if (group.Counts(this, column) is { } counts
            && counts.Sum(count => (int)count.Value) is var sum
            && (sum == n || (group.IsComplete && sum < n)))
        {
            return new(sum, $"the categories sum to it, {Words.Sum(counts)}");
        }

        return group.Rows.FirstOrDefault(row => IsOfAll(row, column, n)) is { } row
            ? new(n, $"the percentage of {Words.Label(row.Row)} is of all")
            : null;
    }

    /// <summary>Whether a percentage is of all patients of a column, and of no smaller number.</summary>
    private bool IsOfAll(StudyRow row, string column, int n) =>
        Cell(row, column, Aspects.Count) is { Value: > 0 } count && Cell(row, column, Aspects.Percent) is { } percent && count.Value <= n
        && PercentDenominators.That((int)count.Value, percent.Number()).TakeWhile(other => other <= n).SequenceEqual([n]);

    private HashSet<(string Place, string? Row)> SizeRows() => [.. RowsOf<SizeMeasure>().Select(pair => (pair.Row.Place, pair.Row.Row))];

    private Claim Source(Claim claim) => claim.SameAs is { } id ? Study[id] : claim;
}
