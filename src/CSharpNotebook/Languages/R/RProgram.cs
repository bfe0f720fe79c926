using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CSharpNotebook.Languages.R;

/// <summary>R as a separate program that answers requests, by the script <c>bridge.R</c>, and keeps its variables between them.</summary>
internal sealed class RProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notebook-r-");
    private readonly Process _process;
    private readonly RStream _output;
    private readonly RStream _errors;
    private Action<string, string>? _write;
    private int _requests;

    /// <summary>Starts R.</summary>
    /// <param name="rscript">The path of <c>Rscript</c>.</param>
    /// <param name="workingDirectory">The folder in which R works.</param>
    public RProgram(string rscript, string workingDirectory)
    {
        string script = Path.Combine(_folder.FullName, "bridge.R");
        using (Stream source = typeof(RProgram).Assembly.GetManifestResourceStream("bridge.R")!)
        using (FileStream target = File.Create(script))
        {
            source.CopyTo(target);
        }

        string mark = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(rscript, ["--no-save", "--no-restore", "--no-init-file", script, mark])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Texts are exchanged as UTF-8, and messages do not depend on the language of the machine.
        if (!IsUtf8("LC_ALL", "LC_CTYPE", "LANG"))
        {
            start.Environment["LC_ALL"] = "C.UTF-8";
        }

        start.Environment["LANGUAGE"] = "en";
        _process = Process.Start(start)!;
        _output = new RStream(_process.StandardOutput, $"\u0001{mark}\u0001", text => _write?.Invoke("stdout", text));
        _errors = new RStream(_process.StandardError, $"\u0001{mark}\u0001", text => _write?.Invoke("stderr", text));
        _ = _output.PumpAsync();
        _ = _errors.PumpAsync();
    }

    /// <summary>Whether R is still running.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Finds <c>Rscript</c>.</summary>
    /// <param name="searchPath">The folders in which to look, as in the variable PATH.</param>
    /// <returns>The path of the program; null where there is none.</returns>
    public static string? Find(string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "Rscript.exe" : "Rscript"))
            .FirstOrDefault(File.Exists);

    /// <summary>Sends a request to R.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Receives R's output: the name of the stream, and the text.</param>
    /// <param name="cancellationToken">Interrupts R; its variables are kept if it stops within some seconds, else the process is
    /// ended.</param>
    /// <returns>The answer, and the plots as PNG pictures; no answer when R has ended.</returns>
    public async Task<(RObject? Answer, IReadOnlyList<byte[]> Plots)> AskAsync(
        RObject request, Action<string, string> write, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = _folder.CreateSubdirectory((++_requests).ToString(CultureInfo.InvariantCulture));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "request.rds"), RdsWriter.Write(request), cancellationToken)
            .ConfigureAwait(false);
        _write = write;
        Task answered = Task.WhenAll(_output.NextMark(), _errors.NextMark());
        try
        {
            await _process.StandardInput.WriteLineAsync(folder.FullName).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // R has ended; its streams end too.
        }
        await EndAsync(answered, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        string answer = Path.Combine(folder.FullName, "answer.rds");
        if (!File.Exists(answer))
        {
            return (null, []);
        }

        RObject read = RdsReader.Read(await File.ReadAllBytesAsync(answer, cancellationToken).ConfigureAwait(false));
        byte[][] plots = [.. folder.GetFiles("plot-*.png")
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => File.ReadAllBytes(file.FullName))];
        folder.Delete(recursive: true);
        return (read, plots);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Waits for the answer; once cancelled, interrupts R repeatedly, and ends it when it does not stop.</summary>
    private async Task EndAsync(Task answered, CancellationToken cancellationToken)
    {
        try
        {
            await answered.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException)
        {
            // The loop below ends it.
        }
        for (var waited = Stopwatch.StartNew(); !answered.IsCompleted
            && !_process.HasExited
            && waited.Elapsed < Patience
            && !OperatingSystem.IsWindows();)
        {
            using var signal = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await Task.WhenAny(answered, Task.Delay(InterruptInterval, CancellationToken.None)).ConfigureAwait(false);
        }
        if (!answered.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsUtf8(params string[] variables) =>
        variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            is { } locale && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
}
