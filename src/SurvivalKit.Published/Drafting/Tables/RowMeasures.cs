using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How the rows of a table of arms are measured: which column of the cohort each is of, and which tests give their P
/// values.</summary>
internal sealed class RowMeasures
{
    private readonly DraftBuilder _draft;
    private readonly string _place;
    private readonly ReadTable _read;
    private readonly ImmutableArray<string?> _columns;
    private readonly TextTableGroups _groups;
    private readonly (int Column, int N)[] _sizes;
    private readonly int? _grade;
    private readonly Dictionary<string, (string Column, string[] Levels)> _categories = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<TextRow, Func<StudyMeasure?>> _tests = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TextRow> _unmeasured = new(ReferenceEqualityComparer.Instance);
    private readonly MethodTests _methods;

    public RowMeasures(DraftBuilder draft, string place, ReadTable read, ImmutableArray<string?> columns, TextTableGroups groups)
    {
        (_draft, _place, _read, _columns, _groups) = (draft, place, read, columns, groups);
        _sizes = [.. Enumerable.Range(0, columns.Length).Where(c => columns[c] is not (null or ColumnNames.P))
            .Select(c => (c, read.Table.Columns[c].N ?? draft.SizeOf(columns[c])))];
        _grade = AdverseGrades.Of(read);
        _methods = new MethodTests(draft.Methods, draft.Arms.Length);
    }

    /// <summary>Why a column's numbers are not held against its arm: it is of other patients; <see langword="null"/>: it is of the
    /// arm's.</summary>
    public string? OtherSize(int column) =>
        _read.Table.Columns[column].N is { } n && _columns[column] is { } name && _draft.SizeOf(name) is var size && size != n
            ? FormattableString.Invariant($"The column is of {NumberText.Count(n, "patient")}, where {size} of {name} are in the study.")
            : null;

    /// <summary>Why no measure gives the numbers of a cell; <see langword="null"/>: one does.</summary>
    public string? WhyNot(DraftRow row, CellReading reading) =>
        _unmeasured.Contains(row.Row) ? "No measure of a study file gives what the row prints."
        : reading.Kind != row.Kind ? "The cell holds other numbers than most cells of its row."
        : null;

    /// <summary>Takes the rows of a group into the study.</summary>
    public void Take(DraftGroup group, string? heading, List<DraftRow> rows)
    {
        bool isCategory = group.Head is not null && _grade is null && GroupKinds.IsCategory(group, rows, _groups, _sizes);
        string? number = rows.Exists(row => row.IsNumber && row.Label.IsMeasureOnly && EndpointOf(row, group) is null)
            && heading is not null
            ? _draft.Column(NumberColumns.Of(heading, heading, rows))
            : null;
        string? category = isCategory ? Category(group, heading!, rows) : null;
        List<string> indicators = [];
        foreach (DraftRow row in rows)
        {
            if (row.IsNumber)
            {
                Number(group, heading, row, number);
            }
            else if (row.Kind == CellKind.Pair)
            {
                Pair(row);
            }
            else if (row.Kind == CellKind.HazardRatio || row.Kind is null)
            {
                _unmeasured.Add(row.Row);
            }
            else
            {
                Count(row, number, category, indicators, heading);
            }
        }

        if (group.Head is { } head)
        {
            _tests[head] = () => category is not null ? _methods.OfCounts(new PValueMeasure { Test = default, Column = category })
                : number is not null ? _methods.OfNumbers(number)
                : indicators.Count > 1 ? _methods.OfCounts(new PValueMeasure { Test = default, Indicators = [.. indicators] })
                : null;
        }

        // A P value in the first row of a category alone is of the whole category.
        if (category is not null && rows is [var first, _, ..] && HasP(first.Row) && !HasP(group.Head!)
            && !rows.Skip(1).Any(row => HasP(row.Row)))
        {
            _tests[first.Row] = () => _methods.OfCounts(new PValueMeasure { Test = default, Column = category });
        }
    }

    /// <summary>Adds the test of a row's P value; the reason where none is known.</summary>
    public string? Test(TextRow row, string name)
    {
        if (_columns.Where((_, c) => OtherSize(c) is not null).Any())
        {
            return "The table is of other patients than the arms of the study.";
        }

        if (!_tests.TryGetValue(row, out Func<StudyMeasure?>? test) || test() is not { } measure)
        {
            return _tests.ContainsKey(row) ? _methods.WhyNot : "What the P value compares was not understood.";
        }

        _draft.Measure(_place, name, measure);
        return null;
    }

    private bool HasP(TextRow row) => _columns.IndexOf(ColumnNames.P) is >= 0 and var c && row[c] is not null;

    private static string? EndpointOf(DraftRow row, DraftGroup group) =>
        DraftEndpoints.In(row.Label.Tokens) ?? (row.Label.IsMeasureOnly
            && group.Label is { } label ? DraftEndpoints.In(label.Tokens) : null);

    private void Number(DraftGroup group, string? heading, DraftRow row, string? shared)
    {
        if (EndpointOf(row, group) is { } endpoint)
        {
            bool isMedian = row.Kind is CellKind.MedianRange or CellKind.MedianSd;
            _ = isMedian || _unmeasured.Add(row.Row);
            string used = _draft.Endpoints.Use(endpoint);
            if (isMedian)
            {
                _draft.Measure(_place, row.Name, new MedianRangeMeasure(used));
            }

            _tests[row.Row] = () => new PValueMeasure { Test = TestKind.LogRank, Endpoint = used };
            return;
        }

        string column = row.Label.IsMeasureOnly && shared is not null ? shared
            : _draft.Column(NumberColumns.Of(row.Label.Name, row.Name, [row]));
        NumberColumns.Measure(_draft, _place, row, column);
        _tests[row.Row] = () => _methods.OfNumbers(column);
    }

    private void Pair(DraftRow row)
    {
        string[] levels = [.. row.Label.Name.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (levels.Length != 2 || levels[0] == levels[1])
        {
            _unmeasured.Add(row.Row);
            return;
        }

        string column = _draft.Column(new()
        {
            Name = row.Label.Name,
            Label = row.Label.Name,
            Kind = VariableKind.Category,
            Levels = [.. levels]
        });
        _draft.Measure(_place, row.Name, new CountPairMeasure(column, levels[0], levels[1]));
        _tests[row.Row] = () => _methods.OfCounts(new PValueMeasure { Test = default, Column = column });
    }

    private string? Category(DraftGroup group, string heading, List<DraftRow> rows)
    {
        string[] levels = [.. rows.Where(row => row.IsCount && !row.Row.IsMissing && !row.Row.IsSum).Select(LevelOf).Distinct()];
        if (levels.Length < 2)
        {
            return null;
        }

        string column = _draft.Column(new()
        {
            Name = heading,
            Label = group.Label!.Name,
            Kind = VariableKind.Category,
            Levels = [.. levels]
        });
        _categories[column] = (column, levels);
        return column;
    }

    private static string LevelOf(DraftRow row) => row.Label.Name;

    private void Count(DraftRow row, string? number, string? category, List<string> indicators, string? heading)
    {
        PatientCondition condition = ConditionOf(row, number, category, indicators, heading);
        _draft.Measure(_place, row.Name, new CountMeasure(condition) { OfKnown = category is not null && IsOfKnown(row) });
        _tests[row.Row] = () => _methods.OfCounts(new PValueMeasure { Test = default, Condition = condition });
    }

    /// <summary>Whether the percentages are of those with a value: no other number gives them.</summary>
    private bool IsOfKnown(DraftRow row)
    {
        int known = 0;
        int all = 0;
        foreach ((int column, int n) in _sizes)
        {
            int missing = _groups.MissingOf(row.Row, column);
            if (missing > 0 && missing < n && row[column, Aspects.Count] is { } count && row[column, Aspects.Percent] is { } percent
                && count.Value > 0)
            {
                bool IsOf(int size) => Rounding.RuleThatPrints((double)(100 * count.Value / size), percent.Value,
                    percent.Decimals) is not null;
                all += IsOf(n) ? 1 : 0;
                known += !IsOf(n) && IsOf(n - missing) ? 1 : 0;
            }
        }

        return known > all && !row.Row.IsMissing;
    }

    private PatientCondition ConditionOf(DraftRow row, string? number, string? category, List<string> indicators, string? heading)
    {
        if (row.Row.IsMissing && (category ?? number) is { } known)
        {
            return new() { Columns = [known], Kind = ConditionKind.Missing };
        }

        if (number is not null && row.Label.Bound is var (kind, bound))
        {
            return new() { Columns = [number], Kind = kind, Bound = bound };
        }

        if (category is not null && !row.Row.IsSum)
        {
            return new() { Columns = [category], Kind = ConditionKind.Among, Levels = [LevelOf(row)] };
        }

        if (SumOf(row) is { } sum)
        {
            return sum;
        }

        bool isGraded = _grade is not null && !row.Label.Tokens.Any(token => token.Key is "grade" or "grades");
        string label = heading is null ? row.Label.Name : $"{heading}: {row.Label.Name}";
        string column = _draft.Column(isGraded
            ? new()
            {
                Name = row.Label.Name,
                Label = row.Label.Name,
                Kind = VariableKind.Grade,
                Grades = [.. Enumerable.Range(_grade!.Value, 6 - _grade.Value)]
            }
            : new() { Name = row.Label.Name, Label = label, Kind = VariableKind.Indicator });
        if (!isGraded)
        {
            indicators.Add(column);
        }

        return isGraded
            ? new() { Columns = [column], Kind = ConditionKind.AtLeast, Bound = _grade!.Value }
            : new() { Columns = [column], Kind = ConditionKind.Exactly, Bound = 1 };
    }

    /// <summary>The levels that a label adds up: <c>ORR (CR + PR)</c>.</summary>
    private PatientCondition? SumOf(DraftRow row)
    {
        int open = row.Label.Text.IndexOf('(', StringComparison.Ordinal);
        int close = row.Label.Text.LastIndexOf(')');
        string list = open >= 0 && close > open ? row.Label.Text[(open + 1)..close] : row.Label.Text;
        string[] parts = [.. list.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach ((string column, string[] levels) in _categories.Values)
        {
            if (parts.Length > 1 && parts.All(levels.Contains))
            {
                return new() { Columns = [column], Kind = ConditionKind.Among, Levels = [.. parts] };
            }
        }

        return null;
    }
}
