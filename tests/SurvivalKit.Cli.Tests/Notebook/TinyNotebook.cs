using System.Text.Json.Nodes;
using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary>Small notebooks for the tests of the notebook commands.</summary>
public static class TinyNotebook
{
    /// <summary>Writes a notebook of code cells.</summary>
    /// <returns>Its path.</returns>
    public static string Write(TemporaryFolder folder, string name, params string[] cells) =>
        Write(folder, name, cells.Select(cell => new CodeCell(cell)));

    public static string Write(TemporaryFolder folder, string name, IEnumerable<NotebookCell> cells)
    {
        string path = folder.Place(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        new Notebook(cells).Write(path);
        return path;
    }

    public static CodeCell Tagged(string tag, string source) =>
        new(source) { Metadata = NotebookMetadata.Empty.With("tags", new JsonArray(tag)) };

    /// <summary>The plain text of what a cell of a notebook file shows.</summary>
    public static string Shown(string path, int cell) =>
        ((CodeCell)Notebook.Read(path).Cells[cell]).Outputs[0] is RichOutput rich ? rich.Data["text/plain"] : "";
}
