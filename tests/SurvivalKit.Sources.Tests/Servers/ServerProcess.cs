using System.Diagnostics;
using System.Globalization;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A server program that can be killed, stopped for a while, and started again.</summary>
/// <param name="start">Starts it.</param>
/// <param name="answers">Whether it answers already.</param>
internal sealed class ServerProcess(Func<Process> start, Func<Task<bool>> answers) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);
    private readonly List<string> _lines = [];
    private Process? _process;

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = start();
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!await answers())
        {
            if (_process.HasExited || clock.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The server does not start: {string.Join('\n', Lines())}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Kills the server and every process of it, at once.</summary>
    public void Kill()
    {
        if (_process is null)
        {
            return;
        }

        // Stopped first, so that none of them can start another or say good-bye.
        Signal("STOP");
        Signal("KILL");
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Stops every process of the server where it stands; connections stay open.</summary>
    public void Halt() => Signal("STOP");

    /// <summary>Lets a stopped server go on.</summary>
    public void Continue() => Signal("CONT");

    /// <inheritdoc/>
    public void Dispose() => Kill();

    private void Signal(string signal)
    {
        // A process of it may have ended meanwhile: what kill says of that is of no use.
        string[] ids = [.. Tree(_process!.Id).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-" + signal, .. ids]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private static IEnumerable<int> Tree(int id)
    {
        string children = $"/proc/{id}/task/{id}/children";
        return File.Exists(children)
            ? [id, .. File.ReadAllText(children).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture)))]
            : [id];
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (_lines)
        {
            _lines.Add(line.Data ?? "");
        }
    }

    private string[] Lines()
    {
        lock (_lines)
        {
            return [.. _lines.TakeLast(20)];
        }
    }
}
