using CSharpNotebook.Cells;

namespace CSharpNotebook.Engine.Packages;

/// <summary>A package that a notebook requests.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Version">The version as it was written; empty for the newest.</param>
internal sealed record PackageRequest(string Name, string Version)
{
    /// <summary>Whether the same request always gives the same packages, so that the result can be cached.</summary>
    public bool IsPinned =>
        Version.Length > 0 && !Version.Contains('*', StringComparison.Ordinal) && !Version.Contains(',', StringComparison.Ordinal);

    /// <summary>Reads what follows <c>nuget:</c>: <c>Name</c> or <c>Name, Version</c>.</summary>
    /// <exception cref="CellFailedException">It names no package.</exception>
    public static PackageRequest Parse(string specification)
    {
        string[] parts = specification.Split(',', 2, StringSplitOptions.TrimEntries);
        // Other characters are not valid in a package name, but could have a meaning for MSBuild.
        if (parts[0].Length == 0 || !parts[0].All(character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-'))
        {
            throw PackageFailures.NotFound(
                "#r \"nuget: ...\" names no package; a name and a version were expected, such as #r \"nuget: Name, 1.0.0\".");
        }

        string version = parts.ElementAtOrDefault(1) ?? "";
        if (!version.All(character => char.IsLetterOrDigit(character) || ".,-+*[]() ".Contains(character, StringComparison.Ordinal)))
        {
            throw PackageFailures.NotFound(
                $"{version} is no version of a package; one such as 1.0.0, 1.2.* or [1.0.0, 2.0.0) was expected.");
        }

        return new PackageRequest(parts[0], version);
    }
}
