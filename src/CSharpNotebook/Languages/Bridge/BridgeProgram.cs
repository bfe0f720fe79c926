using System.Diagnostics;
using System.Text;

namespace CSharpNotebook.Languages.Bridge;

/// <summary>
/// The program of another language, which runs a script of ours, the bridge, reads a line for each request, and keeps its variables in
/// between. Both of its output streams write a mark where an answer ends.
/// </summary>
internal sealed class BridgeProgram : IDisposable
{
    private readonly Process _process;
    private readonly MarkedStream _output;
    private readonly MarkedStream _errors;
    private Action<string, string>? _write;

    /// <summary>Starts the program.</summary>
    /// <param name="bridge">The name of the embedded script.</param>
    /// <param name="workingDirectory">The folder in which the program works.</param>
    /// <param name="start">How the program is started, given the path of the bridge and the word of the mark, which stands between two
    /// characters U+0001.</param>
    public BridgeProgram(string bridge, string workingDirectory, Func<string, string, ProcessStartInfo> start)
    {
        string script = Path.Combine(Folder.FullName, bridge);
        using (Stream source = typeof(BridgeProgram).Assembly.GetManifestResourceStream(bridge)!)
        using (FileStream target = File.Create(script))
        {
            source.CopyTo(target);
        }

        string word = Guid.NewGuid().ToString("N");
        ProcessStartInfo info = start(script, word);
        info.WorkingDirectory = workingDirectory;
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        info.StandardOutputEncoding = Encoding.UTF8;
        info.StandardErrorEncoding = Encoding.UTF8;
        _process = Process.Start(info)!;
        _output = new MarkedStream(_process.StandardOutput, $"\u0001{word}\u0001", text => _write?.Invoke("stdout", text));
        _errors = new MarkedStream(_process.StandardError, $"\u0001{word}\u0001", text => _write?.Invoke("stderr", text));
        _ = _output.PumpAsync();
        _ = _errors.PumpAsync();
    }

    /// <summary>The folder through which requests and answers go.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("notebook-language-");

    /// <summary>Whether the program is still running.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>The number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Finds a program.</summary>
    /// <param name="name">Its name, without the ending that Windows gives it.</param>
    /// <param name="searchPath">The folders in which to look, as in the variable PATH.</param>
    /// <returns>The path of the program; null where there is none.</returns>
    public static string? Find(string name, string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);

    /// <summary>Sends a request.</summary>
    /// <param name="request">The line that the bridge reads.</param>
    /// <param name="write">Receives the output: the name of the stream, and the text.</param>
    /// <returns>A task that ends when both streams have come to their mark, or have ended.</returns>
    public async Task<Task> SendAsync(string request, Action<string, string> write)
    {
        _write = write;
        Task answered = Task.WhenAll(_output.NextMark(), _errors.NextMark());
        try
        {
            await _process.StandardInput.WriteLineAsync(request).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The program has ended; its streams end too.
        }

        return answered;
    }

    /// <summary>Ends the program and what it has started.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
        Folder.Delete(recursive: true);
    }
}
