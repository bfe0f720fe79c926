using System.CommandLine;
using System.IO.Enumeration;

namespace SurvivalKit.Cli;

/// <summary>The argument FILE... of the notebook commands: files, folders, and patterns for shells that do not support <c>**</c>.</summary>
internal static class NotebookFiles
{
    private const string Checkpoints = ".ipynb_checkpoints";

    public static Argument<string[]> Argument() => new("FILE")
    {
        Description = "Notebooks (.ipynb, .dib), folders of notebooks, or patterns: * within a folder, ** through folders.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The files that were named, each once; those of a folder or pattern in the order of their names.</summary>
    /// <exception cref="CommandException">There is no file for one of the names.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> names)
    {
        List<string> files = [];
        foreach (string name in names)
        {
            string[] found = File.Exists(name) ? [name]
                : Directory.Exists(name) ? Matches(
                    name.TrimEnd('/', Path.DirectorySeparatorChar) is { Length: > 0 } folder ? folder : name, ["**", "*.ipynb"],
                    ["**", "*.dib"])
                : name.AsSpan().IndexOfAny('*', '?') >= 0 ? OfPattern(name)
                : throw new CommandException($"{name}: there is no such file; a notebook (.ipynb, .dib) was expected.");
            if (found.Length == 0)
            {
                throw new CommandException($"{name}: there is no notebook (.ipynb, .dib) there.");
            }

            files.AddRange(found);
        }

        return [.. files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)];
    }

    private static string[] OfPattern(string pattern)
    {
        string[] parts = pattern.Replace('\\', '/').Split('/');
        int fixedParts = Array.FindIndex(parts, part => part.AsSpan().IndexOfAny('*', '?') >= 0);
        string root = string.Join('/', parts[..fixedParts]);
        root = root.Length > 0 ? root : pattern.StartsWith('/') ? "/" : ".";
        return Directory.Exists(root) ? Matches(root, parts[fixedParts..]) : [];
    }

    private static string[] Matches(string root, params string[][] patterns)
    {
        IEnumerable<string> entries = Directory.EnumerateFiles(
            root, "*", new EnumerationOptions
            {
                RecurseSubdirectories = patterns.Any(pattern => pattern.Length > 1),
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint
            });
        return
        [
            .. entries
                .Where(file => patterns.Any(
                    pattern => IsMatch(Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar), pattern)))
                .Where(file => !file.Contains(Checkpoints, StringComparison.Ordinal))
                .Select(file => root == "." ? Path.GetRelativePath(root, file) : file)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsMatch(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.IsEmpty || path.IsEmpty)
        {
            return pattern.IsEmpty && path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            return IsMatch(path, pattern[1..]) || IsMatch(path[1..], pattern);
        }

        return FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && IsMatch(path[1..], pattern[1..]);
    }
}
