namespace CSharpNotebook.Runner;

/// <summary>
/// The address of a worker's runner: the name of a pipe. Outside Windows a pipe is a file, in a separate folder that only its
/// user can open.
/// </summary>
internal static class WorkerAddress
{
    private const string Prefix = "csnb-";

    public static string Create(string worker) =>
        OperatingSystem.IsWindows() ? worker : Path.Combine(Directory.CreateTempSubdirectory(Prefix).FullName, "line");

    /// <summary>Removes the folder; called by the last user.</summary>
    public static void Remove(string address)
    {
        if (!Path.IsPathRooted(address))
        {
            return;
        }

        string folder = Path.GetDirectoryName(address)!;
        try
        {
            if (Path.GetFileName(folder).StartsWith(Prefix, StringComparison.Ordinal))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has already been removed.
        }
    }
}
