using System.Collections.Immutable;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The files of a reproduction: the executed notebooks, the report, and the pages of its interactive charts.</summary>
internal static class ReproductionFiles
{
    public static ChartPages Stage(StagedFiles files, StudyPlaces places, StudyRun run)
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

        var charts = new ChartPages();
        files.Add(places.Report, ReportPage.Render(run, charts));
        foreach ((string name, string page) in charts.Files)
        {
            files.Add(Path.Combine(Path.GetDirectoryName(places.Report)!, name), page);
        }

        return charts;
    }

    /// <summary>Removes notebooks and charts of an earlier run whose names no longer exist.</summary>
    public static void RemoveOthers(StudyPlaces places, ImmutableArray<NotebookRun> runs, ChartPages charts)
    {
        foreach (string file in Directory.GetFiles(Path.GetDirectoryName(places.Report)!, ChartPages.FilePattern))
        {
            if (!charts.Files.ContainsKey(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }

        foreach (string file in Directory.GetFiles(places.ExecutedNotebooks, "*.ipynb"))
        {
            if (runs.All(run => run.Name != Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }
}
