using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages;

/// <summary>The cell that is being executed, for its commands and languages.</summary>
internal sealed class CellContext(LanguageHost languages, CellOutputSink sink, int executionCount)
{
    private readonly List<Action> _endings = [];
    private readonly Stack<string> _files = [];

    /// <summary>The languages of the session.</summary>
    public LanguageHost Languages => languages;

    /// <summary>The language around the current command.</summary>
    public LanguageKind Language { get; private set; } = LanguageList.CSharp;

    /// <summary>Receives the outputs of the cell.</summary>
    public CellOutputSink Sink => sink;

    /// <summary>The number of the execution in the session.</summary>
    public int ExecutionCount => executionCount;

    /// <summary>The folder to which paths are relative; that of the file while one is imported.</summary>
    public string WorkingDirectory { get; private set; } = languages.WorkingDirectory;

    /// <summary>
    /// Makes paths relative to the folder of a file until the returned object is disposed.
    /// </summary>
    /// <exception cref="CellFailedException">The file is being imported already.</exception>
    public IDisposable Enter(string file)
    {
        if (_files.Contains(file))
        {
            throw CellFailures.Command($"#!import goes round in a circle: {Path.GetFileName(file)} is being imported already.");
        }

        string before = WorkingDirectory;
        _files.Push(file);
        WorkingDirectory = Path.GetDirectoryName(file)!;
        return new Leaving(() =>
        {
            _files.Pop();
            WorkingDirectory = before;
        });
    }

    /// <summary>Shows a value as the result of the cell, formatted as that of C#.</summary>
    public void ShowValue(object? value) => ShowResult(ResultFormatter.Format(value));

    /// <summary>Shows the result of the cell.</summary>
    public void ShowResult(MimeBundle bundle) => sink.Add(new ExecuteResultOutput(executionCount, bundle));

    /// <summary>Registers an action for the end of the cell, if it does not fail.</summary>
    public void AtEnd(Action action) => _endings.Add(action);

    /// <summary>Runs the registered actions.</summary>
    public void End()
    {
        foreach (Action ending in _endings)
        {
            ending();
        }
    }

    /// <summary>Executes a text, part by part.</summary>
    /// <returns>The value of its last part.</returns>
    /// <exception cref="CellFailedException">A part failed.</exception>
    public async Task<object?> RunAsync(string source, LanguageKind language, CancellationToken cancellationToken)
    {
        object? value = null;
        foreach (CellPart part in CellSplitter.Split(source.ReplaceLineEndings("\n"), language))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (part is CommandPart command)
                {
                    Language = command.Language;
                    await command.Kind.RunAsync(command.Command, this, cancellationToken).ConfigureAwait(false);
                }
                else if (part is TextPart text)
                {
                    value = await languages.Get(text.Language).ExecuteAsync(text, this, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (CellFailedException failed) when (failed.Failure.Line is null && part is not TextPart { Language.Name: "csharp" })
            {
                throw new CellFailedException(failed.Failure with { Line = part.Line });
            }
        }
        return value;
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
