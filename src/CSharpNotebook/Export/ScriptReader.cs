using System.Text;
using CSharpNotebook.Directives;
using CSharpNotebook.Format;
using CSharpNotebook.Format.Dib;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpNotebook.Export;

/// <summary>Reads a C# file as a notebook: one that was exported, cell by cell, any other as one cell.</summary>
internal sealed class ScriptReader
{
    private readonly string[] _lines;
    private readonly Dictionary<string, Queue<string>> _types = new(StringComparer.Ordinal);
    private readonly List<string> _packages = [];
    private readonly List<string> _usings = [];
    private readonly List<string> _others = [];

    private ScriptReader(string text) => _lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    public static Notebook Read(string text) => new ScriptReader(text.TrimStart('\uFEFF')).Read();

    private Notebook Read()
    {
        int[] headers = [.. Enumerable.Range(0, _lines.Length).Where(index => ScriptMarks.LanguageOf(_lines[index]) is not null)];
        if (headers.Length == 0)
        {
            return Foreign();
        }

        ReadTop(_lines[..headers[0]]);
        int end = Array.IndexOf(_lines, ScriptMarks.End);
        end = end < headers[^1] ? _lines.Length : end;
        ReadTypes(string.Join('\n', _lines[Math.Min(end + 1, _lines.Length)..]));
        List<NotebookCell> cells = [.. headers.Select((header, index) =>
            Cell(ScriptMarks.LanguageOf(_lines[header])!, _lines[(header + 1)..(index + 1 < headers.Length ? headers[index + 1] : end)]))];

        // What was added to the file and belongs to no cell comes first, since cells may use it.
        string added = string.Join(
            '\n', [.. _others, .. _packages.Select(Reference), .. _usings, .. _types.Values.SelectMany(type => type)]);
        return new Notebook(added.Length > 0 ? cells.Prepend(new CodeCell(added)) : cells);
    }

    private NotebookCell Cell(string language, string[] lines)
    {
        // An empty line sets cells apart.
        lines = lines is [.., ""] ? lines[..^1] : lines;
        if (language.Length == 0)
        {
            return new CodeCell(ScriptCellReader.Read(lines, _types, _packages, _usings));
        }

        string source = string.Join('\n', lines.Select(line =>
            line.StartsWith("// ", StringComparison.Ordinal) ? line[3..]
            : line.StartsWith("//", StringComparison.Ordinal) ? line[2..]
            : line));
        return language switch
        {
            DibKernels.Markdown => new MarkdownCell(source),
            "raw" => new RawCell(source),
            _ => new CodeCell(source) { Metadata = DibReader.Standard(language) },
        };
    }

    /// <summary>A file of another origin: its packages and the namespaces that the SDK imports, then its code.</summary>
    private Notebook Foreign()
    {
        int first = Array.FindIndex(_lines, line => line.Length > 0 && !line.StartsWith("#:", StringComparison.Ordinal)
            && !line.StartsWith("#!", StringComparison.Ordinal));
        ReadTop(_lines[..(first < 0 ? _lines.Length : first)]);
        string top = string.Join('\n',
            [.. _others, .. _packages.Select(Reference), "using System.IO;", "using System.Net.Http;", "using System.Threading;"]);
        string code = first < 0 ? "" : string.Join('\n', _lines[first..]).TrimEnd('\n');
        return new Notebook(code.Length > 0 ? [new CodeCell(top), new CodeCell(code)] : [new CodeCell(top)]);
    }

    private void ReadTop(string[] lines)
    {
        foreach (string line in lines.Where(line => line.Length > 0 && !line.StartsWith("#!", StringComparison.Ordinal)))
        {
            if (line.StartsWith("#:package ", StringComparison.Ordinal))
            {
                _packages.Add(line["#:package ".Length..].Trim());
            }
            else if (line.StartsWith("using ", StringComparison.Ordinal) && !NotebookScript.StandardUsings.Contains(line))
            {
                _usings.Add(line);
            }
            else if (!line.StartsWith("using ", StringComparison.Ordinal) && !ScriptMarks.Properties.Contains(line)
                && !(line == ScriptMarks.PreviewProperty && _lines.Contains(ScriptMarks.Mark + ScriptMarks.PreviewCommand)))
            {
                _others.Add(line.StartsWith("//", StringComparison.Ordinal) ? line : "// " + line);
            }
        }
    }

    private void ReadTypes(string tail)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(
            tail, CellSyntax.ParseOptions.WithKind(Microsoft.CodeAnalysis.SourceCodeKind.Regular)).GetRoot();
        foreach (MemberDeclarationSyntax type in root.Members.Where(ScriptMarks.IsType))
        {
            string name = ScriptMarks.NameOf(type);
            if (name != NotebookScript.DisplayType)
            {
                _types.TryAdd(name, new Queue<string>());
                _types[name].Enqueue(type.ToFullString().Trim('\n').TrimEnd());
            }
        }
    }

    private static string Reference(string package)
    {
        string[] parts = package.Split('@', 2);
        var reference = new StringBuilder("#r \"nuget: ").Append(parts[0]);
        return reference.Append(parts is [_, { Length: > 0 } version] && version != "*" ? $", {version}\"" : "\"").ToString();
    }
}
