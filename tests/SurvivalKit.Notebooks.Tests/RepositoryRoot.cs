namespace SurvivalKit.Notebooks.Tests;

internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("The tests were expected to run inside the repository.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "SurvivalKit.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
