using System.Collections.Immutable;

namespace CSharpNotebook.Engine.Packages;

/// <summary>The files of a package that a session uses.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="AssemblyPaths">The full paths of its assemblies.</param>
internal sealed record PackageAssets(string Name, string Version, ImmutableArray<string> AssemblyPaths)
{
    /// <summary>The full paths of its native libraries for this machine.</summary>
    public ImmutableArray<string> NativePaths { get; init; } = [];

    /// <summary>The shared frameworks that it needs besides that of every program.</summary>
    public ImmutableArray<string> Frameworks { get; init; } = [];

    /// <summary>The scripts to run when it is referenced.</summary>
    public ImmutableArray<string> ExtensionScripts { get; init; } = [];

    /// <summary>The assemblies to load and run when it is referenced.</summary>
    public ImmutableArray<string> ExtensionAssemblies { get; init; } = [];

    /// <summary>The files of a carried package.</summary>
    public static PackageAssets Find(CarriedPackage package) =>
        new(package.Name, package.Version, package.AssemblyPaths) { ExtensionScripts = package.ExtensionPath is { } path ? [path] : [] };
}
