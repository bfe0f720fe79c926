using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The subject of each row by the text of its id, so that ids match between files whose columns are of different kinds.</summary>
internal sealed class SubjectKeys
{
    private readonly string[] _keys;
    private readonly string _column;
    private readonly string? _source;

    private SubjectKeys(string[] keys, string column, string? source)
    {
        _keys = keys;
        _column = column;
        _source = source;
    }

    public string this[int row] => _keys[row];

    /// <summary>The number of rows.</summary>
    public int Count => _keys.Length;

    /// <summary>Reads a column of ids.</summary>
    /// <exception cref="SurvivalDataException">There is no such column, or an id is missing.</exception>
    public static SubjectKeys Read(DataFrame data, string id)
    {
        string? source = SurvivalData.SourceOf(data);
        FormulaValue.Levels levels = ColumnValues.ReadLabels(FrameColumns.Named(data, id), source).AsLevels();
        int missing = Array.FindIndex(levels.Codes, code => code < 0);
        return missing < 0
            ? new SubjectKeys(Array.ConvertAll(levels.Codes, code => levels.Names[code]), id, source)
            : throw SurvivalDataException.AtCell(
                source, missing + 1L, id, "", "the id is missing; each row was expected to name its subject.");
    }

    /// <summary>The error of two rows in which a subject is at risk at the same time.</summary>
    public SurvivalDataException Overlap(int row, int before) => SurvivalDataException.AtCell(
        _source, row + 1L, _column, _keys[row],
        $"\"{_keys[row]}\" is at risk in row {before + 1} at the same time; rows (start, stop] one after the other were expected.");
}
