using System.Collections.Immutable;

namespace CSharpNotebook.Engine.Packages;

/// <summary>A package, or a project built into the host, that a notebook can refer to.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="AssemblyPaths">The full paths of its own assemblies; empty for a package that only has dependencies.</param>
/// <param name="Dependencies">The names of the packages that it needs.</param>
public sealed record CarriedPackage(
    string Name, string Version, ImmutableArray<string> AssemblyPaths, ImmutableArray<string> Dependencies)
{
    /// <summary>
    /// The script that is run when a notebook refers to the package: <c>interactive-extensions/NAME/extension.dib</c> next to the
    /// package's first assembly; null where there is none.
    /// </summary>
    public string? ExtensionPath =>
        AssemblyPaths.IsEmpty ? null
        : Path.Combine(Path.GetDirectoryName(AssemblyPaths[0])!, "interactive-extensions", Name, "extension.dib") is var path
            && File.Exists(path) ? path
        : null;
}
