namespace SurvivalKit.Sources;

/// <summary>How a data file is read.</summary>
public sealed record DataFileOptions
{
    /// <summary>How text is read: separator, encoding, marks of missing values, kinds of columns. The marks and the kinds also hold for
    /// the cells of a spreadsheet.</summary>
    public CsvOptions Text { get; init; } = new();

    /// <summary>The sheet of a workbook, or the data set of a transport file that has several; <see langword="null"/>: the first sheet
    /// with cells, the only data set.</summary>
    public string? Sheet { get; init; }

    /// <summary>What becomes of the labels of values; factors by default, as <c>as_factor</c> of R's package haven.</summary>
    public ValueLabelUse ValueLabels { get; init; } = ValueLabelUse.Levels;

    /// <summary>What becomes of values that the file declares to be missing; missing by default, as haven's
    /// <c>user_na = FALSE</c>.</summary>
    public DeclaredMissingUse DeclaredMissing { get; init; } = DeclaredMissingUse.Missing;
}
