using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CSharpNotebook.Engine.Packages;

/// <summary>The native libraries of restored packages, which the runtime does not find by itself.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, string> Paths = new(StringComparer.Ordinal);

    static NativeLibraries() =>
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => Find(name) is { } path ? NativeLibrary.Load(path) : 0;

    /// <summary>
    /// Registers a library under its file name; of two with the same name the first is kept, since it may already be loaded.
    /// </summary>
    public static void Add(string path) => Paths.TryAdd(Path.GetFileName(path), path);

    /// <summary>Code names a library with or without <c>lib</c> before it and the extension of the system after it.</summary>
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
