using System.Diagnostics;
using System.Globalization;
using CSharpNotebook.Languages.Bridge;

namespace CSharpNotebook.Languages.PowerShell;

/// <summary>PowerShell as a separate program that runs scripts, by <c>bridge.ps1</c>, and keeps its variables between them.</summary>
/// <param name="pwsh">The path of the program.</param>
/// <param name="workingDirectory">The folder in which it works.</param>
internal sealed class PowerShellProgram(string pwsh, string workingDirectory) : IDisposable
{
    private readonly BridgeProgram _bridge = new("bridge.ps1", workingDirectory, (script, word) =>
        new ProcessStartInfo(pwsh, ["-NoLogo", "-NoProfile", "-NonInteractive", "-File", script, $"\u0001{word}\u0001"])
        {
            Environment = { ["NO_COLOR"] = "1", ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off" },
        });

    private int _scripts;

    /// <summary>Finds <c>pwsh</c>.</summary>
    /// <param name="searchPath">The folders in which to look, as in the variable PATH.</param>
    /// <returns>The path of the program; null where there is none.</returns>
    public static string? Find(string? searchPath) => BridgeProgram.Find("pwsh", searchPath);

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
        string path = Path.Combine(_bridge.Folder.FullName, string.Create(CultureInfo.InvariantCulture, $"cell-{++_scripts}.ps1"));
        await File.WriteAllTextAsync(path, script, cancellationToken).ConfigureAwait(false);
        Task answered = await _bridge.SendAsync(path, write).ConfigureAwait(false);
        await answered.WaitAsync(cancellationToken).ConfigureAwait(false);
        string answer = path + ".answer";
        return !File.Exists(answer) ? null
            : await File.ReadAllTextAsync(answer, cancellationToken).ConfigureAwait(false) is { Length: > 0 } error ? error.Split('\n', 3)
            : [];
    }

    public void Dispose() => _bridge.Dispose();
}
