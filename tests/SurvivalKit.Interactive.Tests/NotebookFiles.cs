using System.Text.Json;

namespace SurvivalKit.Interactive.Tests;

/// <summary>The notebooks of the study.</summary>
internal static class NotebookFiles
{
    private static readonly string Repository = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Their paths from the repository.</summary>
    public static string[] Names =>
        [.. Directory.GetFiles(Path.Combine(Repository, "notebooks", "paper"), "*.ipynb")
            .Select(path => Path.GetRelativePath(Repository, path))
            .Order(StringComparer.Ordinal)];

    /// <summary>The full path of one.</summary>
    public static string FullPath(string name) => Path.Combine(Repository, name);

    /// <summary>The sources of its code cells.</summary>
    public static string[] Code(string name)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(FullPath(name)));
        return [.. notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
            .Select(cell => string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString())))];
    }

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("The tests were expected to run inside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "SurvivalKit.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
