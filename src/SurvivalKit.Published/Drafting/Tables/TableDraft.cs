using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Drafts a table whose columns are the arms: its sizes, its rows with how they are measured, its numbers as claims, and its
/// layout.</summary>
internal sealed class TableDraft
{
    private readonly DraftPaper _paper;
    private readonly DraftBuilder _draft;
    private readonly ReadTable _read;
    private readonly int _index;
    private readonly string _place;
    private readonly ImmutableArray<string?> _columns;
    private readonly TextTableGroups _groups;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<PrintedRow> _layout = [];
    private readonly Dictionary<TextRow, RowLabel> _labels = new(ReferenceEqualityComparer.Instance);
    private readonly RowMeasures _measures;

    private TableDraft(DraftPaper paper, DraftBuilder draft, int index, string place)
    {
        (_paper, _draft, _read, _index, _place) = (paper, draft, paper.Tables[index], index, place);
        _columns = ArmColumns.Of(_read.Table, draft.Arms);
        _groups = new TextTableGroups(_read.Table);
        _measures = new RowMeasures(draft, place, _read, _columns, _groups);
    }

    /// <summary>Drafts a table; <see langword="null"/> where fewer than two of its columns are of arms or of all patients.</summary>
    public static IReadOnlyList<PrintedName>? Draft(DraftPaper paper, DraftBuilder draft, int index, string place)
    {
        var table = new TableDraft(paper, draft, index, place);
        return table._columns.Count(name => name is not (null or ColumnNames.P)) < 2 ? null : table.Draft();
    }

    private List<PrintedName> Draft()
    {
        TextTable table = _read.Table;
        List<PrintedName> printed = [];
        Sizes();
        foreach (DraftGroup group in DraftGroup.Of(table, LabelOf))
        {
            string? heading = group.Label?.Name;
            if (group.Head is { } head)
            {
                heading = Unique(heading!);
                _layout.Add(new PrintedRow(heading, LabelOf(head).Text, null));
                printed.Add(new PrintedName(_place, heading, group.Label!.Stems, []));
            }

            List<DraftRow> rows = [.. group.Rows.Select(row => Read(row, group, heading))];
            _measures.Take(group, heading, rows);
            if (group.Head is { } above)
            {
                PValue(above, heading!);
            }

            foreach (DraftRow row in rows)
            {
                IReadOnlyList<string> own = row.Label.IsMeasureOnly ? group.Label?.Stems ?? [] : row.Label.Stems;
                printed.Add(new PrintedName(_place, row.Name, own, group.Label?.Stems ?? []));
                Cells(row);
                PValue(row.Row, row.Name);
            }
        }

        Layout();
        return printed;
    }

    private RowLabel LabelOf(TextRow row)
    {
        if (!_labels.TryGetValue(row, out RowLabel? label))
        {
            _labels[row] = label = RowLabel.Of(row.Label, _paper);
        }

        return label;
    }

    private string Unique(string name)
    {
        string given = name.Length == 0 ? "Row" : name;
        string unique = given;
        for (int i = 2; !_names.Add(unique); i++)
        {
            unique = FormattableString.Invariant($"{given} ({i})");
        }

        return unique;
    }

    private DraftRow Read(TextRow row, DraftGroup group, string? heading)
    {
        RowLabel label = LabelOf(row);
        string name = Unique(heading is null ? label.Name : $"{heading} > {label.Name}");
        IntervalMeaning meaning = TableMeasures.MeaningOf(row);
        meaning = meaning == IntervalMeaning.Unnamed && group.Head is { } head ? TableMeasures.MeaningOf(head) : meaning;
        CellReading? ReadCell(int c) => _columns[c] is null or ColumnNames.P || row[c] is not { } cell ? null
            : CellReading.Read(cell, label, group.Label, TableMeasures.Read(_read.Table, row, group.Head, c), meaning);
        return new DraftRow(row, label, name, [.. Enumerable.Range(0, _columns.Length).Select(ReadCell)]);
    }

    private void Sizes()
    {
        bool isAny = false;
        for (int c = 0; c < _columns.Length; c++)
        {
            if (_columns[c] is { } column and not ColumnNames.P && _read.Table.Columns[c].N is { } n)
            {
                isAny = true;
                string digits = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
                _draft.Add(DraftClaims.Of(_place, "N", column, new(Aspects.Count, new(n, 0), digits), "N = " + digits));
                if (_measures.OtherSize(c) is { } other)
                {
                    _draft.Remarks.Add(new(_place, "N", column, digits, _paper.LineOf(_read.Block.Start), other));
                }
            }
        }

        if (isAny)
        {
            _draft.Measure(_place, "N", new SizeMeasure());
        }
    }

    private void Cells(DraftRow row)
    {
        _layout.Add(new PrintedRow(row.Name, row.Label.Text, row.Cells.OfType<CellReading>().FirstOrDefault()?.Pattern));
        for (int c = 0; c < _columns.Length; c++)
        {
            if (_columns[c] is not { } column || column == ColumnNames.P || row.Row[c] is not { } cell)
            {
                continue;
            }

            int line = _paper.LineOf(cell.Tokens[0].Start);
            string text = _paper.TextOf(cell.Tokens);
            if (row.Cells[c] is not { } reading)
            {
                _draft.Remarks.Add(new(
                    _place, row.Name, column, text, line, "The form of the cell is none that a study file has a measure for, or its label does not say what it holds."));
                continue;
            }

            string? unmeasured = _measures.OtherSize(c) ?? _measures.WhyNot(row, reading);
            foreach (DraftNumber number in reading.Numbers)
            {
                string? context = reading.Numbers.Length > 1 ? text : null;
                Claim claim = DraftClaims.Of(_place, row.Name, column, number, context);
                _draft.Add(unmeasured is null ? claim : claim with { Checkable = false, Reason = unmeasured }, line, cell.Tokens[0].Start);
            }

            if ((reading.Left ?? (unmeasured != _measures.OtherSize(c) ? unmeasured : null)) is { } left)
            {
                _draft.Remarks.Add(new(_place, row.Name, column, text, line, left));
            }
        }
    }

    private void PValue(TextRow row, string name)
    {
        int c = _columns.IndexOf(ColumnNames.P);
        if (c < 0 || row[c] is not { } cell)
        {
            return;
        }

        int line = _paper.LineOf(cell.Tokens[0].Start);
        if (CellGrammar.P(cell.Tokens) is not { } p)
        {
            _draft.Remarks.Add(new(_place, name, ColumnNames.P, _paper.TextOf(cell.Tokens), line, "This is no P value."));
            return;
        }

        string digits = cell.Tokens.FirstOrDefault(token => token.Kind == TokenKind.Number && token.Number == p.Number).Text ?? "";
        Claim claim = DraftClaims.Of(_place, name, ColumnNames.P, DraftNumber.Of(Aspects.P, p.Number, digits, p.Relation), null);
        string? why = _measures.Test(row, name);
        if (why is not null)
        {
            _draft.Remarks.Add(new(_place, name, ColumnNames.P, claim.Printed, line, why));
        }

        _draft.Add(why is null ? claim : claim with { Checkable = false, Reason = why }, line, cell.Tokens[0].Start);
    }

    private void Layout()
    {
        ImmutableArray<PrintedColumn> columns =
        [
            .. Enumerable.Range(0, _columns.Length).Where(c => _columns[c] is not null)
                .Select(c => new PrintedColumn(_columns[c]!, TableNames.Header(_read.Table.Columns[c]))),
        ];
        if (_layout.Count > 0)
        {
            _draft.Tables.Add(new PrintedTable(
                _place, TableNames.Title(_read.Name, _place), TableNames.Stub(_paper, _read), columns, [.. _layout],
                    [.. _paper.NotesOf(_index)]));
        }

        for (int c = 0; c < _columns.Length; c++)
        {
            if (_columns[c] is null && _read.Table.Rows.Any(row => row[c] is not null))
            {
                _draft.Remarks.Add(new(
                    _place, null, null, TableNames.Header(_read.Table.Columns[c]), _paper.LineOf(_read.Block.Start),
                    "The column is of no arm by its heading; its numbers are no claims."));
            }
        }
    }
}
