namespace SurvivalKit;

/// <summary>The cells of a column in the order of the rows, as they are read.</summary>
internal abstract class CsvCells
{
    /// <summary>The number of cells.</summary>
    public int Count { get; protected set; }

    /// <summary>Reads the next field.</summary>
    /// <returns>Whether another field of the same record follows.</returns>
    public abstract bool Read(ref CsvCursor cursor);
}
