namespace SurvivalKit.TextCheck;

/// <summary>
/// Lays the cells of tables out as lines with tabs. A cell that spans columns or rows stands in the first of
/// them; the others stay empty, so that what follows keeps its column. Rows and cells may be left open, as HTML allows.
/// </summary>
internal sealed class TableRows(PlainTextWriter writer)
{
    private const int MostColumns = 64;
    private const int MostRows = 200;

    // For each column, how many of the next rows a cell above spans.
    private readonly int[] _covered = new int[MostColumns + MostColumns];
    private int _tables;
    private int _column;
    private int _tabs;
    private int _span;
    private bool _inRow;
    private bool _inCell;

    public void StartTable() => Nest(1);

    public void EndTable() => Nest(-1);

    /// <summary>Begins the head or the body: no cell reaches into it from above.</summary>
    public void StartPart()
    {
        EndRow();
        Array.Clear(_covered);
    }

    public void StartRow()
    {
        EndRow();
        (_column, _tabs, _inRow) = (0, 0, true);
    }

    public void EndRow()
    {
        if (!_inRow)
        {
            return;
        }

        EndCell();
        for (int column = _column; column < _covered.Length; column++)
        {
            _covered[column] = Math.Max(0, _covered[column] - 1);
        }

        // A final tab marks a row of one cell as a row.
        MoveTo(Math.Max(1, _column));
        writer.WriteLayout("\n");
        _inRow = false;
    }

    /// <summary>Begins a cell behind those before it and those that reach into this row from above.</summary>
    public void StartCell(int columnSpan, int rowSpan)
    {
        if (!_inRow)
        {
            StartRow();
        }

        EndCell();
        while (_column < MostColumns && _covered[_column] > 0)
        {
            _covered[_column++]--;
        }

        MoveTo(_column);
        _span = Math.Clamp(columnSpan, 1, Math.Max(1, MostColumns - _column));
        int below = Math.Clamp(rowSpan, 1, MostRows) - 1;
        for (int i = 0; i < _span && _column + i < _covered.Length; i++)
        {
            _covered[_column + i] = below;
        }

        _inCell = true;
    }

    public void EndCell()
    {
        if (_inCell)
        {
            _column += _span;
            _inCell = false;
        }
    }

    /// <summary>Rules off the rows above as headings.</summary>
    public void Rule()
    {
        EndRow();
        writer.WriteLayout("---\t\n");
    }

    private void Nest(int change)
    {
        StartPart();
        _tables = Math.Max(0, _tables + change);
        writer.WriteLayout("\n\n");
        writer.InTable = _tables > 0;
    }

    private void MoveTo(int column)
    {
        for (; _tabs < column; _tabs++)
        {
            writer.WriteLayout("\t");
        }
    }
}
