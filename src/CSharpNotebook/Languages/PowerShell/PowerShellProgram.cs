using System.Diagnostics;
using System.Globalization;
using System.Text;
using CSharpNotebook.Languages.R;

namespace CSharpNotebook.Languages.PowerShell;

/// <summary>PowerShell as a separate program that runs scripts, by <c>bridge.ps1</c>, and keeps its variables between them.</summary>
internal sealed class PowerShellProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("notebook-pwsh-");
    private readonly Process _process;
    private readonly RStream _output;
    private readonly RStream _errors;
    private Action<string, string>? _write;
    private int _scripts;

    /// <summary>Starts PowerShell.</summary>
    /// <param name="pwsh">The path of the program.</param>
    /// <param name="workingDirectory">The folder in which it works.</param>
    public PowerShellProgram(string pwsh, string workingDirectory)
    {
        string bridge = Path.Combine(_folder.FullName, "bridge.ps1");
        using (Stream source = typeof(PowerShellProgram).Assembly.GetManifestResourceStream("bridge.ps1")!)
        using (FileStream target = File.Create(bridge))
        {
            source.CopyTo(target);
        }

        string mark = $"\u0001{Guid.NewGuid():N}\u0001";
        _process = Process.Start(new ProcessStartInfo(pwsh, ["-NoLogo", "-NoProfile", "-NonInteractive", "-File", bridge, mark])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["NO_COLOR"] = "1", ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off" },
        })!;
        _output = new RStream(_process.StandardOutput, mark, text => _write?.Invoke("stdout", text));
        _errors = new RStream(_process.StandardError, mark, text => _write?.Invoke("stderr", text));
        _ = _output.PumpAsync();
        _ = _errors.PumpAsync();
    }

    /// <summary>Finds <c>pwsh</c>.</summary>
    /// <param name="searchPath">The folders in which to look, as in the variable PATH.</param>
    /// <returns>The path of the program; null where there is none.</returns>
    public static string? Find(string? searchPath) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its text.</param>
    /// <param name="write">Receives what it writes: the name of the stream, and the text.</param>
    /// <param name="cancellationToken">Ends PowerShell.</param>
    /// <returns>
    /// The line, the type and the message of the error that ended the script; empty when there was none, null when PowerShell has ended.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was cancelled, and PowerShell was ended.</exception>
    public async Task<string[]?> RunAsync(string script, Action<string, string> write, CancellationToken cancellationToken)
    {
        string path = Path.Combine(_folder.FullName, string.Create(CultureInfo.InvariantCulture, $"cell-{++_scripts}.ps1"));
        await File.WriteAllTextAsync(path, script, cancellationToken).ConfigureAwait(false);
        _write = write;
        Task answered = Task.WhenAll(_output.NextMark(), _errors.NextMark());
        try
        {
            await _process.StandardInput.WriteLineAsync(path).ConfigureAwait(false);
            await _process.StandardInput.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // PowerShell has ended; its streams end too.
        }

        await answered.WaitAsync(cancellationToken).ConfigureAwait(false);
        string answer = path + ".answer";
        return !File.Exists(answer) ? null
            : await File.ReadAllTextAsync(answer, cancellationToken).ConfigureAwait(false) is { Length: > 0 } error ? error.Split('\n', 3)
            : [];
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
}
