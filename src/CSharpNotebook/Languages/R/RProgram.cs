using System.Diagnostics;
using System.Globalization;
using CSharpNotebook.Languages.Bridge;

namespace CSharpNotebook.Languages.R;

/// <summary>R as a separate program that answers requests, by the script <c>bridge.R</c>, and keeps its variables between them.</summary>
internal sealed class RProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan InterruptInterval = TimeSpan.FromMilliseconds(200);

    private readonly BridgeProgram _bridge;
    private int _requests;

    /// <summary>Starts R.</summary>
    /// <param name="rscript">The path of <c>Rscript</c>.</param>
    /// <param name="workingDirectory">The folder in which R works.</param>
    public RProgram(string rscript, string workingDirectory) => _bridge = new BridgeProgram("bridge.R", workingDirectory, (script, word) =>
    {
        // Texts are exchanged as UTF-8, and messages do not depend on the language of the machine.
        var start = new ProcessStartInfo(rscript, ["--no-save", "--no-restore", "--no-init-file", script, word]);
        if (!IsUtf8("LC_ALL", "LC_CTYPE", "LANG"))
        {
            start.Environment["LC_ALL"] = "C.UTF-8";
        }

        start.Environment["LANGUAGE"] = "en";
        return start;
    });

    /// <summary>Whether R is still running.</summary>
    public bool IsRunning => _bridge.IsRunning;

    /// <summary>Finds <c>Rscript</c>.</summary>
    /// <param name="searchPath">The folders in which to look, as in the variable PATH.</param>
    /// <returns>The path of the program; null where there is none.</returns>
    public static string? Find(string? searchPath) => BridgeProgram.Find("Rscript", searchPath);

    /// <summary>Sends a request to R.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Receives R's output: the name of the stream, and the text.</param>
    /// <param name="cancellationToken">Interrupts R; its variables are kept if it stops within some seconds, else the process is
    /// ended.</param>
    /// <returns>The answer, and the plots as PNG pictures; no answer when R has ended.</returns>
    public async Task<(RObject? Answer, IReadOnlyList<byte[]> Plots)> AskAsync(
        RObject request, Action<string, string> write, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = _bridge.Folder.CreateSubdirectory((++_requests).ToString(CultureInfo.InvariantCulture));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "request.rds"), RdsWriter.Write(request), cancellationToken)
            .ConfigureAwait(false);
        Task answered = await _bridge.SendAsync(folder.FullName, write).ConfigureAwait(false);
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

    public void Dispose() => _bridge.Dispose();

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
            && _bridge.IsRunning
            && waited.Elapsed < Patience
            && !OperatingSystem.IsWindows();)
        {
            using var signal = Process.Start("kill", ["-INT", _bridge.Id.ToString(CultureInfo.InvariantCulture)]);
            await Task.WhenAny(answered, Task.Delay(InterruptInterval, CancellationToken.None)).ConfigureAwait(false);
        }
        if (!answered.IsCompleted)
        {
            _bridge.Kill();
        }
    }

    private static bool IsUtf8(params string[] variables) =>
        variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value))
            is { } locale && locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
}
