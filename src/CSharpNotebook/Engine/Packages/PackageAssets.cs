using System.Collections.Immutable;

namespace CSharpNotebook.Engine.Packages;

/// <summary>What a session takes from a package.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="AssemblyPaths">The full paths of its assemblies.</param>
internal sealed record PackageAssets(string Name, string Version, ImmutableArray<string> AssemblyPaths)
{
    /// <summary>The full paths of its native libraries for this machine.</summary>
    public ImmutableArray<string> NativePaths { get; init; } = [];

    /// <summary>The shared frameworks that it needs beside that of every program.</summary>
    public ImmutableArray<string> Frameworks { get; init; } = [];

    /// <summary>The scripts that it wants to have run when it is referred to.</summary>
    public ImmutableArray<string> ExtensionScripts { get; init; } = [];

    /// <summary>The assemblies that it wants to have loaded and run when it is referred to.</summary>
    public ImmutableArray<string> ExtensionAssemblies { get; init; } = [];

    /// <summary>What a carried package brings.</summary>
    public static PackageAssets Find(CarriedPackage package) =>
        new(package.Name, package.Version, package.AssemblyPaths) { ExtensionScripts = package.ExtensionPath is { } path ? [path] : [] };
}
