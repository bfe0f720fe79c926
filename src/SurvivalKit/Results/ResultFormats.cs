namespace SurvivalKit;

/// <summary>Writes any result in any format; none ends with a line end.</summary>
public static class ResultFormats
{
    /// <summary>Tables whose columns align in a terminal, numbers at their decimal point.</summary>
    /// <param name="result">The result.</param>
    public static string ToText(this IResult result) => Join(result, "\n\n", TextWriter.Write);

    /// <summary>Markdown tables.</summary>
    /// <param name="result">The result.</param>
    public static string ToMarkdown(this IResult result) => Join(result, "\n\n", MarkdownWriter.Write);

    /// <summary>HTML tables; texts are escaped.</summary>
    /// <param name="result">The result.</param>
    public static string ToHtml(this IResult result) => Join(result, "\n", HtmlWriter.Write);

    /// <summary>LaTeX tables with the rules of the booktabs package.</summary>
    /// <param name="result">The result.</param>
    public static string ToLatex(this IResult result) => Join(result, "\n\n", LatexWriter.Write);

    /// <summary>The frame of the result as comma-separated values (RFC 4180) with all digits, the header first.</summary>
    /// <param name="result">The result.</param>
    public static string ToCsv(this IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return CsvWriter.Write(result.ToDataFrame());
    }

    /// <summary>The result in a format.</summary>
    /// <param name="result">The result.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such format.</exception>
    public static string Write(this IResult result, ResultFormat format)
    {
        ArgumentNullException.ThrowIfNull(result);
        return format switch
        {
            ResultFormat.Text => result.ToText(),
            ResultFormat.Json => result.ToRecord().ToJson(),
            ResultFormat.Csv => result.ToCsv(),
            ResultFormat.Markdown => result.ToMarkdown(),
            ResultFormat.Html => result.ToHtml(),
            ResultFormat.Latex => result.ToLatex(),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
    }

    private static string Join(IResult result, string separator, Func<TableModel, string> write)
    {
        ArgumentNullException.ThrowIfNull(result);
        return string.Join(separator, result.ToTables().Select(write));
    }
}
