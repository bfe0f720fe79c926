using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CSharpNotebook.Format;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Export;

/// <summary>
/// A notebook as one C# file that runs on its own (<c>dotnet run notebook.cs</c>): packages as <c>#:package</c> lines, texts as comments,
/// the value that ends a cell printed, types at the end. A name that a later cell declares again gets a number.
/// </summary>
public static partial class NotebookScript
{
    internal const string DisplayType = "NotebookDisplay";

    internal static readonly string[] StandardUsings = ["using System.Collections;", "using System.Text;"];

    /// <summary>Exports a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>
    /// The C# file; the same notebook always gives the same text. What a file cannot do (cells of other languages, magic commands,
    /// references to files) stays in it as a comment.
    /// </returns>
    public static string Write(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var names = new ScriptNames();
        var packages = new List<string>();
        var usings = new List<string>(StandardUsings);
        var types = new List<string>();
        var body = new StringBuilder();
        for (int index = 0; index < notebook.Cells.Length; index++)
        {
            NotebookCell cell = notebook.Cells[index];
            if (string.IsNullOrWhiteSpace(cell.Source))
            {
                continue;
            }

            string language = Language(cell, notebook);
            body.Append(ScriptMarks.Header(index + 1, language)).Append('\n');
            if (cell is not CodeCell code || language.Length > 0)
            {
                Comment(body, cell.Source);
            }
            else
            {
                ScriptCell part = ScriptCell.Read(code.Source, names);
                packages.AddRange(part.Packages.Except(packages, StringComparer.Ordinal));
                usings.AddRange(part.Usings.Except(usings, StringComparer.Ordinal));
                types.AddRange(part.Types);
                body.Append(part.Statements);
            }
            body.Append('\n');
        }
        return Assemble(packages, usings, body, types);
    }

    /// <summary>
    /// Reads a C# file as a notebook. From one that <see cref="Write"/> made, the cells come back as they were, but for those without text,
    /// and without outputs, ids and metadata; what was added to the file by hand comes with the cell in which
    /// it stands, or first. Any other file becomes a cell of its <c>#:package</c> lines and one of its code.
    /// </summary>
    /// <param name="script">The text of the file.</param>
    /// <returns>The notebook.</returns>
    public static Notebook Read(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return ScriptReader.Read(script);
    }

    private static string Assemble(List<string> packages, List<string> usings, StringBuilder body, List<string> types)
    {
        var text = new StringBuilder("#!/usr/bin/env dotnet\n");
        foreach (string package in packages)
        {
            text.Append(CultureInfo.InvariantCulture, $"#:package {package}\n");
        }

        text.Append(string.Join('\n', ScriptMarks.Properties)).Append('\n');
        // In a file the version is that of all code.
        if (body.ToString().Split('\n').Contains(ScriptMarks.Mark + ScriptMarks.PreviewCommand))
        {
            text.Append(ScriptMarks.PreviewProperty).Append('\n');
        }

        text.Append('\n');
        foreach (string directive in usings.Order(StringComparer.Ordinal))
        {
            text.Append(directive).Append('\n');
        }

        text.Append('\n').Append(body).Append(ScriptMarks.End).Append("\n\n");
        string all = body + string.Join('\n', types);
        if (Displays().IsMatch(all))
        {
            text.Append(DisplayFunction);
        }

        if (Html().IsMatch(all))
        {
            text.Append("static string HTML(string content) => content;\n\n");
        }

        foreach (string type in types)
        {
            text.Append(type).Append("\n\n");
        }

        if (DisplaysItself().IsMatch(all))
        {
            text.Append(DisplayMethod);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Comment(StringBuilder body, string text)
    {
        foreach (string line in text.Split('\n'))
        {
            body.Append(line.Length > 0 ? "// " : "//").Append(line).Append('\n');
        }
    }

    /// <summary>The language that the first line of a cell names; none for C#.</summary>
    private static string Language(NotebookCell cell, Notebook notebook) => cell switch
    {
        CodeCell code => CellLanguage.IsCSharp(code, notebook) ? "" : CellLanguage.Find(code, notebook)!,
        MarkdownCell => "markdown",
        _ => "raw",
    };

    private const string DisplayFunction = """
        // Prints what a notebook would show.
        static void display(object value, params string[] mimeTypes) =>
            Console.WriteLine(value is IEnumerable items and not string ? string.Join(Environment.NewLine, items.Cast<object>()) : value);


        """;

    private const string DisplayMethod = """
        internal static class NotebookDisplay
        {
            public static void Display(this object value, params string[] mimeTypes) => Console.WriteLine(value);
        }

        """;

    [GeneratedRegex(@"\bdisplay\(", RegexOptions.CultureInvariant)]
    private static partial Regex Displays();

    [GeneratedRegex(@"\.Display\(", RegexOptions.CultureInvariant)]
    private static partial Regex DisplaysItself();

    [GeneratedRegex(@"(?<![.\w])HTML\(", RegexOptions.CultureInvariant)]
    private static partial Regex Html();
}
