using System.Collections.Immutable;

namespace CSharpNotebook.Engine.Documentation;

/// <summary>
/// The XML documentation of the framework. It is not part of the runtime; where an SDK is installed, it is in the pack of reference
/// assemblies, in files with other names than the assemblies of the runtime.
/// </summary>
internal static class FrameworkDocumentation
{
    /// <summary>The files, in ordinal order; empty where no SDK is installed.</summary>
    public static ImmutableArray<string> Files { get; } = Find();

    private static ImmutableArray<string> Find()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        string? root = Path.GetDirectoryName(typeof(object).Assembly.Location);
        for (int level = 0; level < 3; level++)
        {
            root = Path.GetDirectoryName(root);
        }

        if (root is null)
        {
            return [];
        }

        string packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
        {
            return [];
        }

        string? folder = Directory.EnumerateDirectories(packs)
            .Select(pack => (
                Version: Version.TryParse(Path.GetFileName(pack).Split('-')[0], out Version? version) ? version : new Version(),
                Path: pack))
            .Where(pack => pack.Version.Major == Environment.Version.Major)
            .OrderByDescending(pack => pack.Version)
            .Select(pack =>
                Path.Combine(pack.Path, "ref", FormattableString.Invariant($"net{Environment.Version.Major}.{Environment.Version.Minor}")))
            .FirstOrDefault(Directory.Exists);
        return folder is null ? [] : [.. Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal)];
    }
}
