using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CSharpNotebook.Format.Dib;

namespace CSharpNotebook.Format;

/// <summary>
/// A notebook in the Jupyter notebook format, version 4 (https://nbformat.readthedocs.io). Every minor version is read; 4.5 is written,
/// with the bytes that Jupyter writes. Immutable: change it with <c>with</c>.
/// </summary>
public sealed record Notebook
{
    /// <summary>The metadata of a C# notebook, as Jupyter, Polyglot Notebooks and papermill know them.</summary>
    public static NotebookMetadata CSharpMetadata { get; } = NotebookMetadata.Empty
        .With("kernelspec", new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" })
        .With("language_info", new JsonObject
        {
            ["name"] = "C#",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        })
        .With("polyglot_notebook", new JsonObject
        {
            ["kernelInfo"] = new JsonObject
            {
                ["defaultKernelName"] = "csharp",
                ["items"] = new JsonArray(new JsonObject { ["name"] = "csharp", ["languageName"] = "C#", ["aliases"] = new JsonArray() }),
            },
        });

    /// <summary>Makes a notebook; cells without a usable id get one made from their place and text.</summary>
    /// <param name="cells">The cells in their order.</param>
    public Notebook(IEnumerable<NotebookCell> cells) => Cells = CellIds.Complete(cells);

    /// <summary>The metadata; those of a C# notebook by default (<see cref="CSharpMetadata"/>).</summary>
    public NotebookMetadata Metadata { get; init; } = CSharpMetadata;

    /// <summary>The cells in their order, each with a unique id.</summary>
    public ImmutableArray<NotebookCell> Cells { get; private init; }

    /// <summary>
    /// The language of the code cells (<c>C#</c>), from the kernelspec or else the language info; null when neither gives it.
    /// </summary>
    public string? Language => Metadata.Text("kernelspec", "language") ?? Metadata.Text("language_info", "name");

    /// <summary>A copy with other cells.</summary>
    /// <param name="cells">The cells in their order.</param>
    /// <returns>The changed copy.</returns>
    public Notebook WithCells(IEnumerable<NotebookCell> cells) => this with { Cells = CellIds.Complete(cells) };

    /// <summary>Reads a notebook file: the format of Polyglot Notebooks when it ends in <c>.dib</c>, otherwise Jupyter's.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookFormatException">The file is missing, cut off or not a notebook of its format.</exception>
    public static Notebook Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException(
                path, "$", $"there is no such file; a notebook ({(IsDib(path) ? ".dib" : ".ipynb")}) was expected", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, "$", $"the file cannot be read ({exception.Message.TrimEnd('.')})", exception);
        }
        return IsDib(path) ? DibReader.Read(bytes, path) : NotebookReader.Read(bytes, path);
    }

    /// <summary>Whether a file name is that of a notebook in the format of Polyglot Notebooks, which has no place for outputs.</summary>
    /// <param name="path">The file name.</param>
    /// <returns>Whether it ends in <c>.dib</c>.</returns>
    public static bool IsDib(string path) => Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a notebook from its JSON.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="name">The name of the notebook in error messages.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookFormatException">The text is not a notebook of format 4.</exception>
    public static Notebook Parse(string json, string name = "notebook") => NotebookReader.Read(Encoding.UTF8.GetBytes(json), name);

    /// <summary>Reads a notebook from the text of a <c>.dib</c> file.</summary>
    /// <param name="dib">The text.</param>
    /// <param name="name">The name of the notebook in error messages.</param>
    /// <returns>The notebook; its cells of code name their kernels in their metadata.</returns>
    /// <exception cref="NotebookFormatException">The <c>#!meta</c> of the text cannot be read.</exception>
    public static Notebook ParseDib(string dib, string name = "notebook")
    {
        ArgumentNullException.ThrowIfNull(dib);
        return DibReader.Parse(dib, name);
    }

    /// <summary>
    /// The notebook as a <c>.dib</c> file, the format of Polyglot Notebooks. It has no place for outputs and execution counts; everything
    /// else comes back from <see cref="ParseDib"/>: what the format has no words for (ids, tags, attachments, raw cells, empty lines around
    /// a cell) is kept in the key <c>csharpNotebook</c> of its <c>#!meta</c>.
    /// </summary>
    /// <returns>The text; the same notebook always gives the same text.</returns>
    public string ToDib() => DibWriter.Write(this);

    /// <summary>
    /// The notebook as Jupyter would write it: nbformat 4.5, sorted keys, one space of indent, <c>\n</c> line ends, a final newline.
    /// </summary>
    /// <returns>The JSON text; the same notebook always gives the same text.</returns>
    public string ToJson() => NotebookWriter.ToJson(this);

    /// <summary>Writes the notebook to a file in UTF-8, in the format of Polyglot Notebooks when it ends in <c>.dib</c>, otherwise in
    /// Jupyter's. The file is replaced as a whole: after a failure the old one is unchanged.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public void Write(string path)
    {
        string full = Path.GetFullPath(path);
        string partial = full + ".partial";
        try
        {
            File.WriteAllText(partial, IsDib(path) ? ToDib() : ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(partial, full, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
