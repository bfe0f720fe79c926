using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CSharpNotebook.Runner;

/// <summary>
/// Finds the programs that cells started and that still run after their worker ended: they have lost their parent, but keep their
/// environment (build servers find theirs the same way). Where the system does not expose it (outside Linux), only the process tree of a
/// running worker is ended.
/// </summary>
internal static class LeftoverProcesses
{
    /// <summary>The environment variable that names the worker, in its process and in all its descendants.</summary>
    public const string Variable = "CSHARP_NOTEBOOK_WORKER";

    public static void Kill(string worker)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        byte[] mark = Encoding.UTF8.GetBytes($"{Variable}={worker}\0");
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || id == Environment.ProcessId)
            {
                continue;
            }

            try
            {
                if (File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(mark) < 0)
                {
                    continue;
                }

                using Process process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception exception) when (exception is IOException
                or UnauthorizedAccessException
                or ArgumentException
                or InvalidOperationException
                or System.ComponentModel.Win32Exception)
            {
                // It has ended, or belongs to another user.
            }
        }
    }
}
