using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;

namespace CSharpNotebook.Engine;

/// <summary>
/// The assemblies of the host process. A type that a cell sees must be identical to the host's type, or else a registration or a
/// static field set on one side would be missing on the other; so an assembly that the host has, or can have, is never loaded twice.
/// </summary>
internal static class HostAssemblies
{
    /// <summary>The assemblies that the runtime was started with: simple name to full path.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } =
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The framework's own assemblies, as paths in ordinal order.</summary>
    public static ImmutableArray<string> FrameworkPaths { get; } = FindFramework();

    /// <summary>Loads an assembly into the host's own context, or finds it there.</summary>
    /// <param name="path">The full path of an assembly.</param>
    /// <returns>The host's assembly of that name.</returns>
    /// <exception cref="BadImageFormatException">The file is not an assembly.</exception>
    public static Assembly Load(string path)
    {
        var name = AssemblyName.GetAssemblyName(path);
        return AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => Same(assembly.GetName(), name))
            ?? (Paths.ContainsKey(name.Name!)
                ? AssemblyLoadContext.Default.LoadFromAssemblyName(name)
                : AssemblyLoadContext.Default.LoadFromAssemblyPath(path));
    }

    /// <summary>Finds the host's assembly of the same name and version as a file.</summary>
    /// <param name="path">The full path of an assembly.</param>
    /// <returns>The host's assembly, or null when the host has none, or another version.</returns>
    /// <exception cref="BadImageFormatException">The file is not an assembly.</exception>
    public static Assembly? Find(string path)
    {
        var name = AssemblyName.GetAssemblyName(path);
        if (AssemblyLoadContext.Default.Assemblies.FirstOrDefault(assembly => Same(assembly.GetName(), name)) is { } loaded)
        {
            return loaded;
        }

        return Paths.TryGetValue(name.Name!, out string? hostPath) && Same(AssemblyName.GetAssemblyName(hostPath), name)
            ? AssemblyLoadContext.Default.LoadFromAssemblyName(name)
            : null;
    }

    /// <summary>Whether the host was started with a shared framework, whose assemblies are in <c>shared/NAME/VERSION</c>.</summary>
    /// <param name="name">The name of the framework, such as <c>Microsoft.AspNetCore.App</c>.</param>
    public static bool HasFramework(string name) =>
        Paths.Values.Any(path => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path))) == name);

    private static bool Same(AssemblyName left, AssemblyName right) => left.Name == right.Name && left.Version == right.Version;

    private static ImmutableArray<string> FindFramework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Paths.Values.Where(path => Path.GetDirectoryName(path) == folder).Order(StringComparer.Ordinal)];
    }
}
