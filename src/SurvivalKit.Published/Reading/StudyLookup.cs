using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Looks up the names of a study file; an unknown one is an error at the place that names it.</summary>
internal sealed class StudyLookup
{
    private readonly string _file;
    private readonly Dictionary<string, StudyVariable> _variables;

    public StudyLookup(Study study, string file)
    {
        (Study, _file) = (study, file);
        CheckOnce("variables", study.Variables.Select(v => v.Name), "name");
        _variables = study.Variables.ToDictionary(v => v.Name, StringComparer.Ordinal);
    }

    public Study Study { get; }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public StudyFileException Error(string path, string reason) => new(_file, path, reason);

    public void CheckOnce(string list, IEnumerable<string> names, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int index = 0;
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                throw Error(Invariant($"$.{list}[{index}].{key}"), $"\"{name}\" stands here for the second time; once was expected.");
            }

            index++;
        }
    }

    public StudyVariable Column(string name, string path) => _variables.TryGetValue(name, out StudyVariable? variable)
        ? variable
        : throw Error(
            path, $"there is no column \"{name}\" among the variables; the nearest is \"{NearestName.Find(name, _variables.Keys)}\".");

    public StudyVariable Column(string name, string path, params ReadOnlySpan<VariableKind> kinds)
    {
        StudyVariable variable = Column(name, path);
        return kinds.Contains(variable.Kind)
            ? variable
            : throw Error(
                path,
                $"the column \"{name}\" is of the kind {Lower(variable.Kind)}; {string.Join(" or ", kinds.ToArray().Select(Lower))} was expected.");
    }

    private static string Lower(VariableKind kind) => kind.ToString().ToLowerInvariant();

    public StudyEndpoint Endpoint(string name, string path) => Study.Endpoints.FirstOrDefault(e => e.Name == name)
        ?? throw Error(path, $"there is no endpoint \"{name}\"; known are {string.Join(", ", Study.Endpoints.Select(e => e.Name))}.");

    public void CheckLevel(StudyVariable variable, string level, string path)
    {
        if (!variable.Levels.Contains(level))
        {
            throw Error(
                path, $"\"{level}\" is no level of the column \"{variable.Name}\"; its levels are {string.Join(", ", variable.Levels)}.");
        }
    }

    public static bool IsColumnName(Study study, string name) =>
        name is ColumnNames.All or ColumnNames.P || study.Arms.Any(arm => arm.Name == name);

    public void CheckColumnName(string name, string path)
    {
        if (!IsColumnName(Study, name))
        {
            throw Error(path, $"\"{name}\" is no column; {ColumnNames.All}, {ColumnNames.P} or an arm was expected.");
        }
    }
}
