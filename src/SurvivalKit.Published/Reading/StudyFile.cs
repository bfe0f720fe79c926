using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Published;

/// <summary>Reads a study file into a <see cref="Study"/>: types and keys first, then whether all that it names exists.</summary>
internal static class StudyFile
{
    public const string Name = "study.json";

    public static Study Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string file = Directory.Exists(path) ? Path.Combine(path, Name) : path;
        return Parse(TextFile.Read(file), file);
    }

    public static Study Parse(string json, string name)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        using JsonDocument document = ParseJson(json, name);
        var whole = new JsonValueReader(name, "$", document.RootElement);
        Study study = Read(whole.Object());
        StudyNames.Check(study, name);
        ClaimNumbers.Check(study, name);
        return study;
    }

    public static JsonDocument ParseJson(string json, string name)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new StudyFileException(name, "$", string.Create(
                CultureInfo.InvariantCulture,
                $"the text is no JSON; it breaks off in line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}."));
        }
    }

    private static Study Read(JsonObjectReader o)
    {
        o.OptionalText("$schema");
        var study = new Study
        {
            Id = o.Required("id").Text(),
            Title = o.Required("title").Text(),
            Citation = o.Required("citation").Text(),
            Synthetic = o.Required("synthetic").Text(),
            Scope = o.Required("scope").Text(),
            Methods = StudyDesignReader.Methods(o.Required("methods").Object()),
            ArmColumn = o.Required("armColumn").Text(),
            Arms = o.Required("arms").List(StudyDesignReader.Arm, least: 2),
            Endpoints = o.Required("endpoints").List(StudyDesignReader.Endpoint),
            Sequencing = o.Optional("sequencing", StudyDesignReader.Sequencing),
            Variables = o.Required("variables").List(VariableReader.Read, least: 1),
            Tables = o.Required("tables").List(StudyDesignReader.Table),
            Rows = o.Required("rows").List(MeasureReader.Row),
            Claims = o.Required("claims").List(ClaimReader.Read, least: 1),
            NotPrintedAsText = o.Required("notPrintedAsText").List(StudyDesignReader.Unprinted),
            Remarks = o.Has("remarks") ? o.Required("remarks").List(RemarkReader.Read) : [],
        };
        o.End();
        return study;
    }
}
