using System.Text;

namespace SurvivalKit.Cli;

/// <summary>Files that are created completely and together, or not at all: they are written beside their targets and then moved
/// there.</summary>
internal sealed class StagedFiles : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<(string Temporary, string Target)> _moves = [];
    private readonly List<(string Device, byte[] Content)> _devices = [];

    /// <summary>Stages a text file.</summary>
    public void Add(string path, string text) => Add(path, Utf8.GetBytes(text));

    /// <summary>Stages a file.</summary>
    /// <exception cref="CommandException">It cannot be written there.</exception>
    public void Add(string path, byte[] content)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new CommandException(
                $"{(path.Length == 0 ? "An empty name" : "A name with a zero byte")} was given for a file that is written; the name of a file was expected.");
        }

        string target = Path.GetFullPath(path);

        // Moving a file onto /dev/null or /dev/stdout would replace it by a file.
        if (target.StartsWith("/dev/", StringComparison.Ordinal) || target.StartsWith("/proc/", StringComparison.Ordinal))
        {
            _devices.Add((target, content));
            return;
        }

        if (Directory.Exists(target))
        {
            throw new CommandException($"{path}: this is a folder; the name of a file was expected.");
        }

        string folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"{path}: the folder {Path.GetDirectoryName(path)} does not exist.");
        }

        Guard(path, () =>
        {
            target = File.Exists(target) ? File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target : target;
            string temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
            _moves.Add((temporary, target));
            File.WriteAllBytes(temporary, content);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }
        });
    }

    /// <summary>Moves all files to their targets.</summary>
    public void Commit()
    {
        foreach ((string temporary, string target) in _moves)
        {
            Guard(target, () => File.Move(temporary, target, overwrite: true));
        }

        foreach ((string device, byte[] content) in _devices)
        {
            Guard(device, () =>
            {
                using FileStream stream = new(device, FileMode.Open, FileAccess.Write);
                stream.Write(content);
            });
        }

        _moves.Clear();
        _devices.Clear();
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        foreach ((string temporary, _) in _moves)
        {
            File.Delete(temporary);
        }
    }

    private static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: the file cannot be written: {e.Message}");
        }
    }
}
