using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Text that is nearly a column of numbers or dates, or dates that can be read in two ways: kept as it is written, and an error
/// where it is used as anything but a label.</summary>
/// <remarks>The values decide again where rows were left out, so that a filter that removes the stray cell makes the column one of
/// numbers.</remarks>
internal sealed class UncertainColumn(string name, IEnumerable<string?> values, WordReader reader) : StringDataFrameColumn(name, values)
{
    /// <summary>The column of numbers or dates.</summary>
    /// <exception cref="SurvivalDataException">A cell is none; the message names its row and value.</exception>
    public DataFrameColumn Resolve(string? source) => reader.Resolve(this, source);

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(long numberOfNullsToAppend) =>
        new UncertainColumn(Name, (StringDataFrameColumn)base.CloneImplementation(numberOfNullsToAppend), reader);

    /// <inheritdoc/>
    protected override DataFrameColumn CloneImplementation(
        DataFrameColumn? mapIndices, bool invertMapIndices, long numberOfNullsToAppend) => new UncertainColumn(
            Name, (StringDataFrameColumn)base.CloneImplementation(mapIndices, invertMapIndices, numberOfNullsToAppend), reader);
}
