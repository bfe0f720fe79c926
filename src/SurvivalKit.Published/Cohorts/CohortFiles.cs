using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>Reads and writes the files of a cohort.</summary>
internal static class CohortFiles
{
    private const string Gene = "gene";
    private const string Kind = "kind";
    private const string Burden = "tmb";
    private const string Microsatellites = "msi";

    public static Cohort Load(Study study, string patientsFile)
    {
        string folder = Path.GetDirectoryName(patientsFile) ?? "";
        DataFrame patients = SurvivalData.ReadCsv(patientsFile, new() { Schema = Schema(study) });
        return new Cohort(
            study,
            patients,
            ReadBeside(study, Path.Combine(folder, Cohort.AlterationsFile), AlterationSchema(study)),
            ReadBeside(study, Path.Combine(folder, Cohort.SequencedFile), SequencedSchema(study)),
            patientsFile);
    }

    /// <summary>Makes a cohort from the texts of its files.</summary>
    public static Cohort Parse(Study study, string patients, string? alterations, string? sequenced) => new(
        study,
        SurvivalData.ReadCsv(new StringReader(patients), Cohort.PatientsFile, new() { Schema = Schema(study) }),
        alterations is null ? null : SurvivalData.ReadCsv(
            new StringReader(alterations), Cohort.AlterationsFile, new() { Schema = AlterationSchema(study) }),
        sequenced is null ? null : SurvivalData.ReadCsv(
            new StringReader(sequenced), Cohort.SequencedFile, new() { Schema = SequencedSchema(study) }),
        Cohort.PatientsFile);

    public static void Write(Cohort cohort, string folder)
    {
        Directory.CreateDirectory(folder);
        Study study = cohort.Study;
        TextFile.Write(Path.Combine(folder, Cohort.PatientsFile), Text(cohort.Patients, study.Variables.Select(v => (v.Name, v.Decimals))));
        if (study.Sequencing is { } sequencing && cohort is { Alterations: { } alterations, Sequenced: { } sequenced })
        {
            string patient = PatientColumn(study);
            TextFile.Write(Path.Combine(folder, Cohort.AlterationsFile), Text(alterations, [(patient, 0), (Gene, 0), (Kind, 0)]));
            TextFile.Write(
                Path.Combine(folder, Cohort.SequencedFile),
                Text(sequenced, [(patient, 0), (Burden, sequencing.BurdenDecimals), (Microsatellites, 0)]));
        }
    }

    /// <summary>The column of the patients' identifiers: the first identifier.</summary>
    public static string PatientColumn(Study study) =>
        study.Variables.First(variable => variable.Kind == VariableKind.Identifier).Name;

    public static string AlterationHeader(Study study) => string.Join(',', PatientColumn(study), Gene, Kind);

    public static string SequencedHeader(Study study) => string.Join(',', PatientColumn(study), Burden, Microsatellites);

    public static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static DataFrame? ReadBeside(Study study, string path, Dictionary<string, ColumnKind> schema) =>
        study.Sequencing is not null && File.Exists(path) ? SurvivalData.ReadCsv(path, new() { Schema = schema }) : null;

    private static Dictionary<string, ColumnKind> Schema(Study study) => study.Variables.ToDictionary(v => v.Name, v => v.Kind switch
    {
        VariableKind.Identifier => ColumnKind.Text,
        VariableKind.Category => ColumnKind.Factor(v.Levels),
        VariableKind.Indicator or VariableKind.Grade => ColumnKind.WholeNumber,
        VariableKind.Continuous when v.Decimals == 0 => ColumnKind.WholeNumber,
        _ => ColumnKind.Number,
    });

    private static Dictionary<string, ColumnKind> AlterationSchema(Study study) => new()
    {
        [PatientColumn(study)] = ColumnKind.Text,
        [Gene] = ColumnKind.Text,
        [Kind] = ColumnKind.Factor(study.Sequencing?.Kinds ?? []),
    };

    private static Dictionary<string, ColumnKind> SequencedSchema(Study study) => new()
    {
        [PatientColumn(study)] = ColumnKind.Text,
        [Burden] = ColumnKind.Number,
        [Microsatellites] = ColumnKind.Factor(study.Sequencing?.MicrosatelliteStates ?? []),
    };

    private static string Text(DataFrame frame, IEnumerable<(string Name, int Decimals)> columns)
    {
        (string Name, int Decimals)[] all = [.. columns];
        var text = new StringBuilder();
        text.AppendJoin(',', all.Select(column => Quoted(column.Name))).Append('\n');
        for (long row = 0; row < frame.Rows.Count; row++)
        {
            text.AppendJoin(',', all.Select(column => Cell(frame[column.Name][row], column.Decimals))).Append('\n');
        }

        return text.ToString();
    }

    private static string Cell(object? value, int decimals) => value switch
    {
        null => "",
        double number => Rounding.Text(number, decimals),
        string text => Quoted(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
