using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The folders of a study, its notebooks and the artifacts.</summary>
/// <param name="Study">The folder of the study file.</param>
/// <param name="Notebooks">The folder of the notebooks.</param>
/// <param name="Artifacts">The folder that executed notebooks and report are written to.</param>
internal sealed record StudyPlaces(string Study, string Notebooks, string Artifacts)
{
    private static readonly string StandardStudy = Path.Combine("data-samples", "ep-nec-2025");
    private static readonly string StandardNotebooks = Path.Combine("notebooks", "paper");

    /// <summary>Whether the study was written because there was none.</summary>
    public bool IsCarried { get; private init; }

    public string Verdicts => Path.Combine(Study, "verdicts.json");

    public string Report => Path.Combine(Artifacts, "report", "index.html");

    public string ExecutedNotebooks => Path.Combine(Artifacts, "notebooks");

    /// <summary>The cohort of the study; <see langword="null"/>: it has none.</summary>
    /// <exception cref="SurvivalDataException">The cohort cannot be used.</exception>
    public Cohort? LoadCohort(Study study) => File.Exists(Path.Combine(Study, Cohort.PatientsFile)) ? Cohort.Load(study, Study) : null;

    /// <summary>Finds the folders that were not given: the study from the current folder upwards, the notebooks from the study
    /// upwards. Where there is no study and none was named, the one that the program carries is written into the current folder.</summary>
    /// <exception cref="CommandException">There is no such folder.</exception>
    public static StudyPlaces Find(string? study, string? notebooks, string? artifacts)
    {
        bool isCarried = study is null && notebooks is null && Upwards(Environment.CurrentDirectory, StandardStudy) is null;
        if (isCarried)
        {
            CarriedStudy.WriteTo(Environment.CurrentDirectory);
        }

        string studyFolder = study ?? StandardStudyFolder();
        if (!Directory.Exists(studyFolder))
        {
            throw new CommandException($"{studyFolder}: there is no such folder; the folder of a study was expected.");
        }

        string? top = Upwards(Path.GetFullPath(studyFolder), StandardNotebooks);
        string notebookFolder = notebooks
            ?? (top is null
                ? throw new CommandException($"there is no folder {StandardNotebooks} above {studyFolder}; --notebooks names another one.")
                : Path.Combine(top, StandardNotebooks));
        return Directory.Exists(notebookFolder)
            ? new(studyFolder, notebookFolder, artifacts ?? Path.Combine(top ?? Environment.CurrentDirectory, "artifacts"))
            {
                IsCarried = isCarried
            }
            : throw new CommandException($"{notebookFolder}: there is no such folder; a folder of notebooks was expected.");
    }

    /// <summary>The notebooks in the order of their names.</summary>
    /// <exception cref="CommandException">There are none.</exception>
    public string[] NotebookFiles()
    {
        string[] files = Directory.GetFiles(Notebooks, "*.ipynb");
        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files : throw new CommandException($"{Notebooks}: the folder has no notebooks (.ipynb).");
    }

    /// <summary>A path relative to the current folder where possible, for display.</summary>
    public static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string StandardStudyFolder() => Upwards(Environment.CurrentDirectory, StandardStudy) is { } top
        ? Path.Combine(top, StandardStudy)
        : throw new CommandException($"there is no folder {StandardStudy} here or above; the folder of a study was expected.");

    private static string? Upwards(string start, string wanted)
    {
        string? folder = start;
        while (folder is not null && !Directory.Exists(Path.Combine(folder, wanted)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
