using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A row of a table that is being drafted.</summary>
/// <param name="Row">The row as read.</param>
/// <param name="Label">Its label.</param>
/// <param name="Name">Its name in claims, with its heading.</param>
/// <param name="Cells">What its cells hold, by column; <see langword="null"/>: nothing, or it was not understood.</param>
internal sealed record DraftRow(TextRow Row, RowLabel Label, string Name, ImmutableArray<CellReading?> Cells)
{
    /// <summary>The kind of most of its cells; <see langword="null"/>: none was understood.</summary>
    public CellKind? Kind => Cells.OfType<CellReading>().GroupBy(cell => cell.Kind).OrderByDescending(group => group.Count())
        .Select(group => (CellKind?)group.Key).FirstOrDefault();

    /// <summary>Whether it counts.</summary>
    public bool IsCount => Kind == CellKind.Count;

    /// <summary>Whether it is of numbers that are averaged.</summary>
    public bool IsNumber => Kind is CellKind.MeanSd or CellKind.MedianSd or CellKind.MeanRange or CellKind.MedianRange;

    /// <summary>The number of an aspect in a column; <see langword="null"/>: there is none.</summary>
    public PrintedNumber? this[int column, string aspect] => column < Cells.Length
        ? Cells[column]?.Numbers.FirstOrDefault(number => number.Aspect == aspect)?.Number : null;
}
