using System.CommandLine;
using System.Globalization;
using CSharpNotebook.Cleaning;
using CSharpNotebook.Format;

namespace SurvivalKit.Cli;

/// <summary><c>survkit notebook clean FILE...</c>: removes from notebooks what a run adds to them.</summary>
internal static class NotebookCleanCommand
{
    public static Command Create(CliStreams streams)
    {
        Argument<string[]> files = NotebookFiles.Argument();
        Option<bool> check =
            new("--check") { Description = "Changes nothing, and says which notebooks would be changed: exit code 2 if there are any." };
        var command = new Command(
            "clean", "Takes out outputs, execution counts and times; a notebook without them is not touched. Tag of a cell: keep_output.")
        {
            files, check,
        };
        command.WithExamples("survkit notebook clean analysis.ipynb", "survkit notebook clean \"notebooks/**/*.ipynb\" --check");
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> paths = NotebookFiles.Find(parsed.GetValue(files)!);
            NotebookSet set = NotebookSet.Read(paths, streams);
            (string File, Notebook Notebook)[] dirty = [.. set.Readable.Where(pair => !NotebookCleaner.IsClean(pair.Notebook))];
            bool changes = !parsed.GetValue(check);
            foreach ((string file, Notebook notebook) in dirty)
            {
                if (changes)
                {
                    NotebookCleaner.Clean(notebook).Write(file);
                }

                streams.Output.WriteLine($"{(changes ? "cleaned" : "not clean"),-9}  {file}");
            }

            streams.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{NumberText.Count(paths.Count, "notebook")}, {dirty.Length} {(changes ? "cleaned" : "not clean")}"));
            return set.ExitCode(changes || dirty.Length == 0 ? ExitCodes.Done : ExitCodes.Differences);
        });
        return command;
    }
}
