using CSharpNotebook.Format;

namespace SurvivalKit.Cli;

/// <summary>The target files of executed notebooks: in a folder, with the same subfolders, or in place.</summary>
internal sealed class NotebookTargets
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    private NotebookTargets()
    {
    }

    /// <summary>The target file of a notebook.</summary>
    public string this[string file] => _targets[file];

    /// <summary>Each notebook is written in place.</summary>
    /// <exception cref="CommandException">A notebook is of a format without outputs.</exception>
    public static NotebookTargets InPlace(IReadOnlyList<string> files)
    {
        var targets = new NotebookTargets();
        foreach (string file in files)
        {
            if (Notebook.IsDib(file))
            {
                throw new CommandException($"--inplace: {file} has no place for outputs, as no .dib file has; --out DIR was expected.");
            }

            targets._targets[file] = file;
        }

        return targets;
    }

    /// <summary>
    /// Each notebook is written to a folder: its path without the common part of all paths; a <c>.dib</c> file, which has no place for
    /// outputs, as <c>.ipynb</c>.
    /// </summary>
    /// <exception cref="CommandException">A notebook would overwrite itself, or another.</exception>
    public static NotebookTargets In(string folder, IReadOnlyList<string> files)
    {
        var targets = new NotebookTargets();
        string root = CommonFolder(files);
        foreach (string file in files)
        {
            string target = Path.Combine(folder, Path.GetRelativePath(root, Path.GetFullPath(file)));
            target = Notebook.IsDib(target) ? Path.ChangeExtension(target, ".ipynb") : target;
            if (Path.GetFullPath(target) == Path.GetFullPath(file))
            {
                throw new CommandException(
                    $"--out {folder}: {file} would be written over itself; another folder, or --inplace, was expected.");
            }

            if (targets._targets.FirstOrDefault(pair => pair.Value == target).Key is { } other)
            {
                throw new CommandException($"--out {folder}: {other} and {file} would both go to {target}; one of them was expected.");
            }

            targets._targets[file] = target;
        }

        return targets;
    }

    private static string CommonFolder(IReadOnlyList<string> files)
    {
        string common = Path.GetDirectoryName(Path.GetFullPath(files[0]))!;
        foreach (string file in files)
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            while (folder != common
                && !folder.StartsWith(common.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                common = Path.GetDirectoryName(common)!;
            }
        }

        return common;
    }
}
