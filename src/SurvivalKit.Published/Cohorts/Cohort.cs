using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>The patients of a study, a row each, with the columns and level orders of its study file.</summary>
/// <example><code>
/// var cohort = Cohort.Load("data-samples/ep-nec-2025");
/// var fit = CoxModel.Fit(cohort.Patients, "Surv(os_months, os_event) ~ arm", new() { Ties = Ties.Breslow });
/// </code></example>
public sealed class Cohort : IResult
{
    /// <summary>The file of the patients in a study's folder.</summary>
    public const string PatientsFile = "cohort.csv";

    /// <summary>The file of the gene alterations in a study's folder.</summary>
    public const string AlterationsFile = "alterations.csv";

    /// <summary>The file of the sequenced patients in a study's folder.</summary>
    public const string SequencedFile = "sequenced.csv";

    private readonly CohortColumns _columns;

    internal Cohort(Study study, DataFrame patients, DataFrame? alterations, DataFrame? sequenced, string name)
    {
        Study = study;
        Patients = patients;
        Alterations = alterations;
        Sequenced = sequenced;
        _columns = new CohortColumns(study, patients);
        CohortCheck.Check(this, _columns, name);
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>A row a patient, with the columns of the study file. The first level of a factor is its reference level.</summary>
    public DataFrame Patients { get; }

    /// <summary>A row an alteration: patient, gene, kind; <see langword="null"/>: nothing was sequenced.</summary>
    public DataFrame? Alterations { get; }

    /// <summary>A row a sequenced patient: patient, tmb (mutations a megabase), msi; <see langword="null"/>:
    /// nothing was sequenced.</summary>
    public DataFrame? Sequenced { get; }

    /// <summary>The number of patients.</summary>
    public int Count => (int)Patients.Rows.Count;

    /// <summary>The line that says that the patients are synthetic.</summary>
    public string Notice => Study.Synthetic;

    internal CohortColumns Columns => _columns;

    /// <summary>Reads a cohort together with its study.</summary>
    /// <param name="path">A folder with <c>study.json</c> and <c>cohort.csv</c>, or the file of the patients in such a folder.
    /// <c>alterations.csv</c> and <c>sequenced.csv</c> beside it are read if they exist.</param>
    /// <exception cref="StudyFileException">The study file is missing or bad.</exception>
    /// <exception cref="SurvivalDataException">The cohort is missing, or a value does not agree with the study file's description of its
    /// column.</exception>
    public static Cohort Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load(Study.Load(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!), path);
    }

    /// <summary>Reads a cohort of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="path">A folder with <c>cohort.csv</c>, or the file of the patients.</param>
    /// <exception cref="SurvivalDataException">The cohort is missing, or a value does not agree with the study file's description of its
    /// column.</exception>
    public static Cohort Load(Study study, string path)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(path);
        return CohortFiles.Load(study, Directory.Exists(path) ? Path.Combine(path, PatientsFile) : path);
    }

    /// <summary>Writes <c>cohort.csv</c> and, where patients were sequenced, <c>alterations.csv</c> and <c>sequenced.csv</c>.</summary>
    /// <param name="folder">The folder; it is created if missing.</param>
    /// <remarks>UTF-8, commas, LF, missing values empty: the same cohort gives the same bytes.</remarks>
    public void Write(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        CohortFiles.Write(this, folder);
    }

    /// <summary>The patients of a column of the printed tables, as row numbers from 0.</summary>
    /// <param name="column"><see cref="ColumnNames.All"/> or an arm.</param>
    /// <exception cref="SurvivalDataException">There is no such column.</exception>
    public ImmutableArray<int> PatientsOf(string column) => column == ColumnNames.All
        ? [.. Enumerable.Range(0, Count)]
        : Study.Arms.Any(arm => arm.Name == column)
            ? [.. Enumerable.Range(0, Count).Where(i => _columns.Levels(Study.ArmColumn)[i] == column)]
            : throw new SurvivalDataException(
                $"The study {Study.Id} has no arm \"{column}\"; it has {string.Join(", ", Study.Arms.Select(arm => $"\"{arm.Name}\""))}.");

    /// <summary>The notice, the number of patients by arm, and the first patients.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string arms = string.Join(", ", Study.Arms.Select(arm => FormattableString.Invariant($"{PatientsOf(arm.Name).Length} {arm.Name}")));
        TableModel first = new FramePreview(Patients).ToTables()[0];
        return [new("", first.Columns, first.Rows, first.Notes) { Lead = [Notice, $"{NumberText.Count(Count, "patient")}: {arms}."] }];
    }

    /// <summary>The patients.</summary>
    public DataFrame ToDataFrame() => Patients;

    /// <summary>study, notice and patients (a number or text a column).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["study"] = Study.Id,
        ["notice"] = Notice,
        ["patients"] = Enumerable.Range(0, Count).Select(row =>
        {
            var patient = new ResultRecord();
            foreach (DataFrameColumn column in Patients.Columns)
            {
                patient[column.Name] = column[row];
            }

            return patient;
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
