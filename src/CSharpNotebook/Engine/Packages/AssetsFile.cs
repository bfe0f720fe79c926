using System.Collections.Immutable;
using System.Text.Json;

namespace CSharpNotebook.Engine.Packages;

/// <summary>Reads <c>project.assets.json</c>, in which a restore lists the packages and their files for this machine.</summary>
internal static class AssetsFile
{
    /// <summary>The packages, dependencies first.</summary>
    /// <exception cref="InvalidDataException">The file is not an assets file.</exception>
    public static ImmutableArray<PackageAssets> Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            string[] folders = [.. Keys(root, "packageFolders")];
            // The last target is specific to this machine, the one before it is portable.
            JsonElement target = root.GetProperty("targets").EnumerateObject().Last().Value;
            JsonElement libraries = root.GetProperty("libraries");
            var found = new Dictionary<string, (PackageAssets Assets, string[] Needs)>(StringComparer.OrdinalIgnoreCase);
            foreach (JsonProperty library in target.EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package"))
            {
                string[] identity = library.Name.Split('/');
                JsonElement described = libraries.GetProperty(library.Name);
                string folder = Folder(folders, described.GetProperty("path").GetString()!);
                string[] files = [.. described.GetProperty("files").EnumerateArray().Select(one => one.GetString()!)];
                found[identity[0]] = (Package(identity, library.Value, folder, files), [.. Keys(library.Value, "dependencies")]);
            }
            return Ordered(found);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not what a restore writes: {exception.Message}", exception);
        }
    }

    private static PackageAssets Package(string[] identity, JsonElement library, string folder, string[] files)
    {
        string[] extensions = [.. files.Where(
            file => file.StartsWith("interactive-extensions/dotnet/", StringComparison.OrdinalIgnoreCase))];
        return new PackageAssets(identity[0], identity[1], Full(Keys(library, "runtime").Where(IsAssembly)))
        {
            NativePaths = Full(Keys(library, "native")),
            Frameworks = library.TryGetProperty(
                "frameworkReferences", out JsonElement frameworks) ? [.. frameworks.EnumerateArray().Select(one => one.GetString()!)] : [],
            ExtensionScripts = Full(extensions.Append("extension.dib")
                .Where(file => file.EndsWith("extension.dib", StringComparison.OrdinalIgnoreCase) && files.Contains(file))),
            ExtensionAssemblies = Full(extensions.Where(IsAssembly)),
        };

        ImmutableArray<string> Full(IEnumerable<string> paths) => [.. paths.Select(path => Path.GetFullPath(Path.Combine(folder, path)))];
    }

    private static bool IsAssembly(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase);

    private static string Folder(string[] folders, string path) =>
        folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) ?? Path.Combine(folders[0], path);

    private static ImmutableArray<PackageAssets> Ordered(Dictionary<string, (PackageAssets Assets, string[] Needs)> found)
    {
        var ordered = ImmutableArray.CreateBuilder<PackageAssets>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in found.Keys.Order(StringComparer.OrdinalIgnoreCase))
        {
            Add(name);
        }

        return ordered.ToImmutable();

        void Add(string name)
        {
            if (!found.TryGetValue(name, out (PackageAssets Assets, string[] Needs) package) || !seen.Add(name))
            {
                return;
            }

            foreach (string needed in package.Needs)
            {
                Add(needed);
            }

            ordered.Add(package.Assets);
        }
    }

    private static IEnumerable<string> Keys(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) ? value.EnumerateObject().Select(property => property.Name) : [];
}
