namespace SurvivalKit.Cli;

/// <summary>What a command found, in each form that it can be asked for.</summary>
internal abstract class Report
{
    /// <summary>For a reader at a terminal; without a line end.</summary>
    public virtual string ToText() => string.Join("\n\n", Tables().Select(table => table.ToText()));

    /// <summary>For a program: an object whose properties are those that the command's JSON has.</summary>
    public abstract object ToJson();

    /// <summary>For a paper: Markdown, HTML and LaTeX.</summary>
    public abstract IReadOnlyList<TableModel> Tables();

    /// <summary>For a spreadsheet or another program: one table of plain columns, numbers with all their digits.</summary>
    public abstract TableModel ToTidyTable();

    /// <summary>The report in a form.</summary>
    public string Render(OutputFormat format) => format switch
    {
        OutputFormat.Text => ToText(),
        OutputFormat.Json => JsonText.Of(ToJson()),
        OutputFormat.Csv => ToTidyTable().ToCsv(),
        OutputFormat.Markdown => string.Join("\n\n", Tables().Select(table => table.ToMarkdown())),
        OutputFormat.Html => string.Join("\n", Tables().Select(table => table.ToHtml())),
        OutputFormat.Latex => string.Join("\n\n", Tables().Select(table => table.ToLatex())),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };
}
