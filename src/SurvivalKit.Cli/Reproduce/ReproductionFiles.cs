using System.Collections.Immutable;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The files of a reproduction: the executed notebooks and the report.</summary>
internal static class ReproductionFiles
{
    public static void Stage(StagedFiles files, StudyPlaces places, StudyRun run)
    {
        try
        {
            Directory.CreateDirectory(places.ExecutedNotebooks);
            Directory.CreateDirectory(Path.GetDirectoryName(places.Report)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{places.Artifacts}: the folder cannot be made: {e.Message}");
        }

        foreach (NotebookRun notebook in run.Runs)
        {
            files.Add(Path.Combine(places.ExecutedNotebooks, notebook.Name), notebook.Notebook.ToJson());
        }

        files.Add(places.Report, ReportPage.Render(run));
    }

    /// <summary>Removes notebooks of an earlier run whose names no longer exist.</summary>
    public static void RemoveOthers(StudyPlaces places, ImmutableArray<NotebookRun> runs)
    {
        foreach (string file in Directory.GetFiles(places.ExecutedNotebooks, "*.ipynb"))
        {
            if (runs.All(run => run.Name != Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }
}
