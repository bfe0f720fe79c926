using CSharpNotebook.Cells;
using CSharpNotebook.Export;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The notebooks of a command: those that can be read, and of each of the others what is wrong with it.</summary>
internal sealed class NotebookSet
{
    private readonly List<(string File, Notebook? Notebook, string Problem)> _all = [];

    private NotebookSet()
    {
    }

    /// <summary>Those that can be read, in the order in which they were named.</summary>
    public IReadOnlyList<(string File, Notebook Notebook)> Readable =>
        [.. _all.Where(one => one.Notebook is not null).Select(one => (one.File, one.Notebook!))];

    /// <summary>Reads notebooks; one that cannot be read is told in a sentence, and the others go on.</summary>
    /// <param name="files">The files.</param>
    /// <param name="streams">Where the sentences go.</param>
    /// <param name="programs">Whether a C# program (.cs) is read too, as the notebook that it was exported from.</param>
    /// <exception cref="CommandException">None of them can be read.</exception>
    public static NotebookSet Read(IReadOnlyList<string> files, CliStreams streams, bool programs = false)
    {
        var set = new NotebookSet();
        foreach (string file in files)
        {
            try
            {
                bool isProgram = programs && file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
                set._all.Add((file, isProgram ? NotebookScript.Read(File.ReadAllText(file)) : Notebook.Read(file), ""));
            }
            catch (NotebookFormatException e)
            {
                set._all.Add((file, null, e.Message));
            }
        }

        string[] problems = [.. set._all.Where(one => one.Notebook is null).Select(one => one.Problem)];
        bool isAny = problems.Length < files.Count;
        foreach (string problem in isAny ? problems : problems[..^1])
        {
            streams.Error.WriteLine("survkit: " + problem);
        }

        return isAny ? set : throw new CommandException(problems[^1]);
    }

    /// <summary>The runs of all notebooks in the order in which they were named; one that cannot be read failed before its cells.</summary>
    /// <param name="runs">The runs of <see cref="Readable"/>.</param>
    public IReadOnlyList<NotebookRun> Complete(IReadOnlyList<NotebookRun> runs)
    {
        var left = new Queue<NotebookRun>(runs);
        return [.. _all.Select(one => one.Notebook is null ? Unread(one.File, one.Problem) : left.Dequeue())];
    }

    /// <summary>The exit code of the command: a notebook that cannot be read is wrong input, unless the run was cut short.</summary>
    /// <param name="code">The exit code without it.</param>
    public int ExitCode(int code) =>
        code is ExitCodes.Done or ExitCodes.Differences && _all.Exists(one => one.Notebook is null) ? ExitCodes.WrongInput : code;

    private static NotebookRun Unread(string file, string problem)
    {
        string message = problem.StartsWith(file + ": ", StringComparison.Ordinal) ? problem[(file.Length + 2)..] : problem;
        var cause = new CellFailure(CellFailureKind.Unsupported, "NotebookFormat", message) { Traceback = [message] };
        return new NotebookRun(
            file, new Notebook([]), NotebookRunStatus.Failed, [], new NotebookFailure(file, 0, 0, cause, ""), TimeSpan.Zero);
    }
}
