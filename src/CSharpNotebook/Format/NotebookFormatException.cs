namespace CSharpNotebook.Format;

/// <summary>
/// A file is not a notebook that can be read; the message is one sentence with the file, the place and what was expected.
/// </summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Creates the exception for a place in a file.</summary>
    /// <param name="file">The file, or another name of the notebook, as the user knows it.</param>
    /// <param name="path">The JSON path, such as <c>$.cells[3].source</c>; of a <c>.dib</c> file the line, such as <c>line 3</c>.</param>
    /// <param name="problem">What is wrong there and what was expected, without a full stop.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public NotebookFormatException(string file, string path, string problem, Exception? innerException = null)
        : base($"{file}: at {path}: {problem}.", innerException)
    {
        File = file;
        Path = path;
        Problem = problem;
    }

    /// <summary>The file, or another name of the notebook, as the user knows it.</summary>
    public string File { get; }

    /// <summary>
    /// The JSON path of the place at fault, such as <c>$.cells[3].source</c>; <c>$</c> is the whole file. Of a <c>.dib</c> file the line.
    /// </summary>
    public string Path { get; }

    /// <summary>What is wrong at the place and what was expected.</summary>
    public string Problem { get; }
}
