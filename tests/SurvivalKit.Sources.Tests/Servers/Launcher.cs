using System.Collections.Concurrent;
using System.Diagnostics;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>Starts programs that end with the test process, however it ends.</summary>
internal static class Launcher
{
    private static readonly BlockingCollection<Action> Work = Begin();

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="user">The user it runs as, where the tests run as root; null: the same.</param>
    public static Process Start(string program, IEnumerable<string> arguments, string? user = null)
    {
        string[] asUser = user is not null && Environment.IsPrivilegedProcess
            ? [$"--reuid={user}", $"--regid={user}", "--clear-groups"] : [];
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", .. asUser, program, .. arguments])
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string? user = null)
    {
        using Process process = Start(program, arguments, user);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {error} {await output}");
        }
    }

    // The signal comes when the thread ends that started the program: one that lives as long as the process.
    private static BlockingCollection<Action> Begin()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (Action action in work.GetConsumingEnumerable())
            {
                action();
            }
        })
        { IsBackground = true, Name = "Launcher of servers" }.Start();
        return work;
    }
}
