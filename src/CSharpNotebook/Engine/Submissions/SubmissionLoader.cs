using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>
/// Loads what a session compiles. A piece that declares nothing has its own load context, which the runtime unloads when nothing
/// refers to it any more: a cell that only computes leaves nothing in memory. The others stay, and are loaded like any program,
/// because the runtime starts such code faster, with better stack traces and less memory. Once cells begin to replace others, all
/// later pieces are unloadable, since the runtime does not allow permanent assemblies to refer to unloadable ones.
/// </summary>
internal sealed class SubmissionLoader : IDisposable
{
    private readonly ConcurrentDictionary<string, Assembly> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, WeakReference<Assembly>> _forgotten = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);

    /// <summary>
    /// The context of pieces that stay and of assemblies that are referred to by their path: that of the session, not of the host.
    /// </summary>
    private readonly Context _lasting;

    public SubmissionLoader() => _lasting = new Context("session", this, isCollectible: false);

    /// <summary>Whether all assemblies loaded from now on are unloadable.</summary>
    public bool GivesBack { get; set; }

    /// <summary>Registers an assembly by its name; of one name, the last is used.</summary>
    public void RegisterDependency(Assembly assembly) => _assemblies[assembly.GetName().Name!] = assembly;

    /// <summary>Registers an assembly file, which is loaded only when needed.</summary>
    public void RegisterFile(string path)
    {
        _paths.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        if (Path.GetDirectoryName(path) is { } folder)
        {
            _folders.TryAdd(folder, 0);
        }
    }

    /// <summary>Loads a piece.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its debug symbols.</param>
    /// <param name="stays">Whether later pieces can refer to it; if not, it is unloaded when it is no longer used.</param>
    public Assembly Load(MemoryStream image, MemoryStream symbols, bool stays)
    {
        image.Position = 0;
        symbols.Position = 0;
        return (stays && !GivesBack ? _lasting : new Context("cell", this, isCollectible: true)).LoadFromStream(image, symbols);
    }

    /// <summary>
    /// Loads a library that cells have made. It has its own context, because there may be an earlier version of it, which the code
    /// compiled with it continues to use.
    /// </summary>
    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its debug symbols.</param>
    public Assembly LoadLibrary(MemoryStream image, MemoryStream symbols)
    {
        image.Position = 0;
        symbols.Position = 0;
        Assembly assembly = new Context("library", this, isCollectible: GivesBack).LoadFromStream(image, symbols);
        Keep(assembly);
        return assembly;
    }

    /// <summary>Keeps a piece, so that pieces that come later can refer to it.</summary>
    public void Keep(Assembly assembly) => _assemblies[assembly.FullName!] = assembly;

    /// <summary>
    /// Releases a piece; it is unloaded when nothing refers to it, and found until then.
    /// </summary>
    public void Forget(Assembly assembly)
    {
        foreach ((string name, WeakReference<Assembly> old) in _forgotten)
        {
            if (!old.TryGetTarget(out _))
            {
                _forgotten.TryRemove(name, out _);
            }
        }
        _forgotten[assembly.FullName!] = new WeakReference<Assembly>(assembly);
        _assemblies.TryRemove(assembly.FullName!, out _);
    }

    public void Dispose() => _assemblies.Clear();

    private Assembly? Resolve(AssemblyName name)
    {
        if (_assemblies.TryGetValue(name.FullName, out Assembly? exact))
        {
            return exact;
        }

        if (_assemblies.TryGetValue(name.Name!, out Assembly? known))
        {
            return known;
        }

        if (_forgotten.TryGetValue(name.FullName, out WeakReference<Assembly>? old) && old.TryGetTarget(out Assembly? forgotten))
        {
            return forgotten;
        }

        if (HostAssemblies.Paths.ContainsKey(name.Name!) && Host(name) is { } host)
        {
            return host;
        }

        if (!_paths.TryGetValue(name.Name!, out string? path))
        {
            path = _folders.Keys.Order(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, name.Name + ".dll"))
                .FirstOrDefault(File.Exists);
        }

        return path is null ? null : _lasting.LoadFromAssemblyPath(path);
    }

    private static Assembly? Host(AssemblyName name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException)
        {
            return null;
        }
    }

    private sealed class Context(string name, SubmissionLoader loader, bool isCollectible) : AssemblyLoadContext(name, isCollectible)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => loader.Resolve(assemblyName);
    }
}
