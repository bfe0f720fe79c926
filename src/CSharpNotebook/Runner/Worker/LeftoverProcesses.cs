using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CSharpNotebook.Runner;

/// <summary>
/// Finds the programs that cells started and left behind when their worker was gone: they have lost their parent, but not their environment
/// (build servers find theirs the same way). Where the system does not show it (that is, outside Linux), only the living worker's tree is
/// ended.
/// </summary>
internal static class LeftoverProcesses
{
    /// <summary>The environment variable that names the worker, in its process and in all that descend from it.</summary>
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
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id == Environment.ProcessId)
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
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended meanwhile, or belongs to somebody else.
            }
        }
    }
}
