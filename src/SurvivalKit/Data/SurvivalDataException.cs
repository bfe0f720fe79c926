using System.Globalization;

namespace SurvivalKit;

/// <summary>Data, a formula or an argument that a routine cannot use: one sentence that says what, where and what was expected.</summary>
/// <remarks>The parts of the sentence that are known (file, row, column, value) are properties too, so that a program can use them. This is
/// the one exception for what users give, whether data, formulas, options or numbers. A null and a value that its enumeration does not have
/// are errors of the calling program: <see cref="ArgumentNullException"/> and <see cref="ArgumentOutOfRangeException"/>.</remarks>
public class SurvivalDataException : Exception
{
    /// <summary>Makes an exception from a whole sentence.</summary>
    /// <param name="message">One sentence: what is wrong, where, and what was expected.</param>
    public SurvivalDataException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception from a whole sentence and its cause.</summary>
    /// <param name="message">One sentence: what is wrong, where, and what was expected.</param>
    /// <param name="innerException">The cause.</param>
    public SurvivalDataException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    private SurvivalDataException(string message, string? file, long? row, string? column, string? value)
        : base(message)
    {
        File = file;
        Row = row;
        Column = column;
        Value = value;
    }

    /// <summary>The file the data came from, where it is known.</summary>
    public string? File { get; }

    /// <summary>The data row at fault, counted from 1 and without the header, where there is one.</summary>
    public long? Row { get; }

    /// <summary>The column at fault, where there is one.</summary>
    public string? Column { get; }

    /// <summary>The value at fault as it was read, where there is one.</summary>
    public string? Value { get; }

    /// <summary>A value that is not of the expected kind: <c>lung.csv, row 3, column "time": "abc" is not a number.</c></summary>
    internal static SurvivalDataException AtCell(string? file, long row, string column, string value, string problem)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"row {row}, column \"{column}\"");
        return new(
            (file is null ? "" : file + ", ") + place + ": " + problem,
            file,
            row,
            column,
            value);
    }

    /// <summary>A column that is missing or cannot be used for its purpose.</summary>
    internal static SurvivalDataException AtColumn(string? file, string column, string problem) =>
        new((file is null ? "" : file + ", ") + $"column \"{column}\": " + problem, file, null, column, null);

    /// <summary>A whole row that cannot be used; the problem names it.</summary>
    internal static SurvivalDataException AtRow(string file, long row, string problem) =>
        new(file + ": " + problem, file, row, null, null);

    /// <summary>A whole file that cannot be used.</summary>
    internal static SurvivalDataException AtFile(string file, string problem) =>
        new(file + ": " + problem, file, null, null, null);
}
