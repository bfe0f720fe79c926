using System.Collections.Immutable;
using System.Text.Json;

namespace CSharpNotebook.Engine.Packages;

/// <summary>Reads a <c>*.deps.json</c> file: which libraries a program was built with, their assemblies and their dependencies.</summary>
internal static class DependencyFile
{
    /// <summary>The dependency files of the running program itself; without those of the shared frameworks.</summary>
    public static IEnumerable<string> OfProcess()
    {
        string listed = AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "";
        string home = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        return listed.Split([';', Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries)
            .Where(file => Path.GetDirectoryName(file) == home && File.Exists(file));
    }

    public static IEnumerable<CarriedPackage> Read(string file, IReadOnlyDictionary<string, string> hostPaths)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            JsonElement root = document.RootElement;
            string target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            string folder = Path.GetDirectoryName(file)!;
            return [.. root.GetProperty("targets").GetProperty(target).EnumerateObject()
                .Select(library => ReadLibrary(library, folder, hostPaths))];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not a dependency file of a .NET program: {exception.Message}", exception);
        }
    }

    private static CarriedPackage ReadLibrary(JsonProperty library, string folder, IReadOnlyDictionary<string, string> hostPaths)
    {
        string[] identity = library.Name.Split('/', 2);
        return new CarriedPackage(
            identity[0],
            identity.ElementAtOrDefault(1) ?? "",
            [.. Keys(library.Value, "runtime")
                .Where(asset => asset.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                    || asset.EndsWith(".exe", StringComparison.OrdinalIgnoreCase))
                .Select(asset => hostPaths.GetValueOrDefault(Path.GetFileNameWithoutExtension(asset))
                    ?? Path.Combine(folder, Path.GetFileName(asset)))],
            [.. Keys(library.Value, "dependencies")]);
    }

    private static IEnumerable<string> Keys(JsonElement owner, string key) =>
        owner.TryGetProperty(key, out JsonElement value) ? value.EnumerateObject().Select(property => property.Name) : [];
}
