using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>A notebook that is to be run.</summary>
/// <param name="Notebook">The notebook; its stored outputs are replaced in the result.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="WorkingDirectory">The folder to which its paths are relative; null: that of the running program.</param>
public sealed record NotebookJob(Notebook Notebook, string Name, string? WorkingDirectory)
{
    /// <summary>A notebook file, to be run in its own folder under its file name.</summary>
    /// <param name="path">The file; it is not written.</param>
    /// <returns>The job.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public static NotebookJob Read(string path) =>
        new(Notebook.Read(path), Path.GetFileName(path), Path.GetDirectoryName(Path.GetFullPath(path)));
}
