using System.Security.Cryptography;
using System.Text;

namespace CSharpNotebook.Engine.Packages;

/// <summary>
/// Caches the results of restores by request in the user's cache folder, so that the next session need not restore again.
/// </summary>
internal static class RestoreCache
{
    /// <summary>The folder; only the user has access.</summary>
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

    /// <summary>The cached result of a request, if all the files that it names still exist.</summary>
    /// <param name="question">The project that was restored.</param>
    /// <returns>The packages; null when there is no usable result.</returns>
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

    /// <summary>Caches the result of a request. Where that is not possible, the next session restores again.</summary>
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
            // Written under a temporary name first, since another session may be reading.
            string temporary = $"{file}.{Guid.NewGuid():N}";
            File.Copy(assetsFile, temporary);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written only costs time.
        }
    }

    private static string FileOf(string question) =>
        Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question))) + ".json");
}
