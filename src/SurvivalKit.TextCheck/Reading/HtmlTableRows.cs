namespace SurvivalKit.TextCheck;

/// <summary>
/// Writes the cells of an HTML table as lines with tabs. A cell that spans columns or rows is in the first of them; the others are empty,
/// so that later cells keep their column. End tags may be left out, as HTML allows.
/// </summary>
internal sealed class HtmlTableRows(PlainTextWriter writer)
{
    private const int MostColumns = 64;
    private const int MostRows = 200;

    // For each column, how many of the next rows a cell above spans.
    private readonly int[] _covered = new int[MostColumns + MostColumns];
    private int _column;
    private int _tabs;
    private int _span;
    private bool _inRow;
    private bool _inCell;

    /// <summary>Begins the head or the body: no cell spans into it from above.</summary>
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
        writer.WriteLayout('\n');
        _inRow = false;
    }

    /// <summary>Begins a cell after those before it and those that span into this row from above.</summary>
    public void StartCell(ReadOnlySpan<char> attributes)
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
        _span = Math.Min(Span(attributes, "colspan", MostColumns), Math.Max(1, MostColumns - _column));
        int below = Span(attributes, "rowspan", MostRows) - 1;
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

    private void MoveTo(int column)
    {
        for (; _tabs < column; _tabs++)
        {
            writer.WriteLayout('\t');
        }
    }

    private static int Span(ReadOnlySpan<char> attributes, string name, int most)
    {
        int at = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return 1;
        }

        ReadOnlySpan<char> value = attributes[(at + name.Length)..].TrimStart(" =\"'");
        int digits = value.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(digits < 0 ? value : value[..digits], out int span) ? Math.Clamp(span, 1, most) : 1;
    }
}
