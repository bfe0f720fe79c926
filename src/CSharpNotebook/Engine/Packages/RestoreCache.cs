using System.Security.Cryptography;
using System.Text;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Keeps what a restore said, by what it was asked, in the user's folder of caches, so that the next session need not ask again.
/// </summary>
internal static class RestoreCache
{
    /// <summary>The folder; the user's own, and closed to others.</summary>
    public static string Folder
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named
                : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
            return Path.Combine(caches, "csharp-notebook", "restore");
        }
    }

    /// <summary>What was kept for a question, if all the files that it names are still there.</summary>
    /// <param name="question">The project that was restored.</param>
    /// <returns>The packages; null when there is nothing that can be used.</returns>
    public static IReadOnlyList<PackageAssets>? Find(string question)
    {
        string file = FileOf(question);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            IReadOnlyList<PackageAssets> packages = AssetsFile.Read(file);
            return packages.SelectMany(package => package.AssemblyPaths.Concat(package.NativePaths)).All(File.Exists) ? packages : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps the answer to a question. Where that cannot be, the next session asks again.</summary>
    public static void Keep(string question, string assetsFile)
    {
        try
        {
            string file = FileOf(question);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Folder);
            }
            else
            {
                Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            // Under another name first: another session can be reading.
            string temporary = $"{file}.{Guid.NewGuid():N}";
            File.Copy(assetsFile, temporary);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time, nothing else.
        }
    }

    private static string FileOf(string question) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question))) + ".json");
}
