using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Commands;

/// <summary><c>#!import</c>: executes a file as if it were in the cell: code by its extension, a notebook cell by cell.</summary>
internal sealed class ImportCommand : ICellCommand
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cs"] = "csharp",
        [".csx"] = "csharp",
        [".dib"] = "csharp",
        [".fs"] = "fsharp",
        [".fsx"] = "fsharp",
        [".sql"] = "sql",
        [".r"] = "r",
        [".html"] = "html",
        [".js"] = "javascript",
        [".md"] = "markdown",
    };

    public string Name => "import";

    public string Usage => "#!import FILE";

    public string Summary => "Executes a file: .cs, .csx, .fsx, .sql, .R, .html, .js, .md, .dib or .ipynb.";

    public async Task RunAsync(CommandLine command, CellContext context, CancellationToken cancellationToken)
    {
        if (command.Values.Length == 0)
        {
            throw CellFailures.Command($"#!import names no file; {Usage} was expected.");
        }

        command.Expect(1);
        string name = CommandLine.Unquote(command.Values[0]);
        string path = Path.GetFullPath(name, context.WorkingDirectory);
        string ending = Path.GetExtension(path);
        bool isNotebook = ending.Equals(".ipynb", StringComparison.OrdinalIgnoreCase);
        if (!isNotebook && !Languages.ContainsKey(ending))
        {
            throw CellFailures.Command(
                $"#!import does not know files that end in \"{ending}\"; {string.Join(", ", Languages.Keys)} or .ipynb was expected.");
        }

        if (!File.Exists(path))
        {
            throw CellFailures.Command($"#!import names {name}, but there is no such file in {context.WorkingDirectory}.");
        }

        using IDisposable folder = context.Enter(path);
        if (isNotebook)
        {
            await ImportNotebookAsync(name, path, context, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await ImportAsync(
                name,
                await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false),
                LanguageList.Required(Languages[ending]),
                context,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ImportNotebookAsync(string name, string path, CellContext context, CancellationToken cancellationToken)
    {
        Notebook notebook;
        try
        {
            notebook = Notebook.Read(path);
        }
        catch (NotebookFormatException exception)
        {
            throw CellFailures.Command(exception.Message);
        }
        for (int index = 0; index < notebook.Cells.Length; index++)
        {
            if (notebook.Cells[index] is not CodeCell cell)
            {
                continue;
            }

            string language = CellLanguage.Find(cell, notebook) ?? "csharp";
            string place = string.Create(CultureInfo.InvariantCulture, $"{name}, cell {index + 1}");
            await ImportAsync(place, cell.Source, LanguageList.Required(language), context, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task ImportAsync(
        string place, string source, LanguageKind language, CellContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.RunAsync(source, language, cancellationToken).ConfigureAwait(false);
        }
        catch (CellFailedException failed)
        {
            // The line number is that in the file, and the position in the cell is that of the import.
            string where = failed.Failure.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"{place}, line {line}") : place;
            throw new CellFailedException(failed.Failure with
            {
                Message = $"{where}: {failed.Failure.Message}",
                Line = null,
                Column = null,
                Traceback = [$"in {where}:", .. failed.Failure.Traceback],
            });
        }
    }
}
