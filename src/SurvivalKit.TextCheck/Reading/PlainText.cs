namespace SurvivalKit.TextCheck;

/// <summary>A text without its markup, in the few characters that statistics are printed with; each with its position in the
/// source.</summary>
/// <remarks>Line breaks are kept; a row of an HTML table is a line whose cells are separated by tabs.</remarks>
internal sealed class PlainText
{
    private readonly int[] _origins;
    private readonly int[] _lineStarts;

    internal PlainText(string text, int[] origins, int[] lineStarts)
    {
        Text = text;
        _origins = origins;
        _lineStarts = lineStarts;
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>The place of a character in the given text, from 0.</summary>
    public int OriginOf(int position) => _origins.Length == 0 ? 0 : _origins[Math.Clamp(position, 0, _origins.Length - 1)];

    /// <summary>The line and the column, from 1, in the given text.</summary>
    public (int Line, int Column) PlaceOf(int position)
    {
        int origin = OriginOf(position);
        int line = Array.BinarySearch(_lineStarts, origin);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, origin - _lineStarts[line] + 1);
    }
}
