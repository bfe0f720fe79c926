using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CSharpNotebook.Engine.Packages;

/// <summary>The native libraries of restored packages, where the runtime does not look for them by itself.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, string> Paths = new(StringComparer.Ordinal);

    static NativeLibraries() => AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Find(name) is { } path ? NativeLibrary.Load(path) : 0;

    /// <summary>
    /// Makes a library known under its file name; of two with the same name the first stays, as it can be loaded already.
    /// </summary>
    public static void Add(string path) => Paths.TryAdd(Path.GetFileName(path), path);

    /// <summary>Code names a library with or without <c>lib</c> before it and the ending of the system behind it.</summary>
    private static string? Find(string name)
    {
        string ending = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        foreach (string candidate in (string[])[name, name + ending, "lib" + name, "lib" + name + ending])
        {
            if (Paths.TryGetValue(candidate, out string? path))
            {
                return path;
            }
        }
        return null;
    }
}
