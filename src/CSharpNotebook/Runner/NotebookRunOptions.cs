using CSharpNotebook.Engine.Packages;

namespace CSharpNotebook.Runner;

/// <summary>How <see cref="NotebookRunner"/> runs a notebook.</summary>
public record NotebookRunOptions
{
    /// <summary>The name of the notebook in messages, usually its file name; <c>notebook</c> by default.</summary>
    public string Name { get; init; } = "notebook";

    /// <summary>
    /// The folder to which the paths in the notebook are relative; it is the process's current folder during the run. Null, the default,
    /// does not change the current folder.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// The packages that <c>#r "nuget: ..."</c> can find; those of the running program by default. A separate process has those of its
    /// program.
    /// </summary>
    public ICarriedPackages Packages { get; init; } = CarriedPackages.OfProcess;

    /// <summary>
    /// Whether each cell's <c>metadata.execution</c> records when it started and ended, as Jupyter does. False by default, because then two
    /// runs of a notebook give the same bytes.
    /// </summary>
    public bool RecordTimings { get; init; }

    /// <summary>Whether the cells after one that failed are run. False by default: the first failure ends the run.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>
    /// How many characters of output a cell may produce (text, and the content of what it shows); output beyond that is left out, with a
    /// sentence in its place. 20,000,000 by default, with which a notebook can still be opened.
    /// </summary>
    public long OutputLimit { get; init; } = 20_000_000;

    /// <summary>
    /// Whether C# is the preview of the compiler's next version from the first cell on, as after <c>#!lang preview</c>. False by default:
    /// the newest released version, C# 14.
    /// </summary>
    public bool PreviewLanguage { get; init; }
}
