using System.Diagnostics;

namespace CSharpNotebook.Jupyter;

/// <summary>Detects when the program that started the kernel has ended, since no shutdown request will then come.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Waits until a process has ended.</summary>
    public static async Task WaitAsync(int process, CancellationToken cancellationToken)
    {
        while (IsAlive(process))
        {
            await Task.Delay(Interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It exists, but belongs to another user.
            return true;
        }
    }
}
