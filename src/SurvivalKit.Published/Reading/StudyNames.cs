using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Checks that no name is doubled in a study file and that all that is named is there.</summary>
internal sealed class StudyNames
{
    private readonly Study _study;
    private readonly string _file;
    private readonly Dictionary<string, StudyVariable> _variables;

    private StudyNames(Study study, string file)
    {
        (_study, _file) = (study, file);
        CheckOnce("variables", study.Variables.Select(v => v.Name), "name");
        _variables = study.Variables.ToDictionary(v => v.Name, StringComparer.Ordinal);
    }

    public static void Check(Study study, string file)
    {
        var names = new StudyNames(study, file);
        names.CheckArms();
        names.CheckEndpoints();
        names.CheckVariables();
        names.CheckSequencing();
        names.CheckTables();
        for (int i = 0; i < study.Rows.Length; i++)
        {
            names.CheckRow(study.Rows[i], Invariant($"$.rows[{i}]"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private StudyFileException Error(string path, string reason) => new(_file, path, reason);

    private void CheckOnce(string list, IEnumerable<string> names, string key)
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

    private StudyVariable Column(string name, string path) => _variables.TryGetValue(name, out StudyVariable? variable)
        ? variable
        : throw Error(path, $"there is no column \"{name}\" among the variables; the nearest is \"{NearestName.Of(name, _variables.Keys)}\".");

    private StudyVariable Column(string name, string path, params ReadOnlySpan<VariableKind> kinds)
    {
        StudyVariable variable = Column(name, path);
        return kinds.Contains(variable.Kind)
            ? variable
            : throw Error(path, $"the column \"{name}\" is of the kind {Lower(variable.Kind)}; {string.Join(" or ", kinds.ToArray().Select(Lower))} was expected.");
    }

    private static string Lower(VariableKind kind) => kind.ToString().ToLowerInvariant();

    private StudyEndpoint Endpoint(string name, string path) => _study.Endpoints.FirstOrDefault(e => e.Name == name)
        ?? throw Error(path, $"there is no endpoint \"{name}\"; known are {string.Join(", ", _study.Endpoints.Select(e => e.Name))}.");

    private void CheckArms()
    {
        CheckOnce("arms", _study.Arms.Select(a => a.Name), "name");
        if (_study.Arms.Count(arm => arm.IsReference) != 1)
        {
            throw Error("$.arms", "one arm with \"reference\": true was expected, the one that hazard ratios compare with.");
        }

        StudyVariable column = Column(_study.ArmColumn, "$.armColumn", VariableKind.Category);
        if (!column.Levels.ToHashSet().SetEquals(_study.Arms.Select(arm => arm.Name)) || column.Levels[0] != _study.ReferenceArm.Name)
        {
            throw Error("$.armColumn", $"the levels of the column \"{column.Name}\" are not the arms with the reference arm \"{_study.ReferenceArm.Name}\" first.");
        }
    }

    private void CheckEndpoints()
    {
        CheckOnce("endpoints", _study.Endpoints.Select(e => e.Name), "name");
        for (int i = 0; i < _study.Endpoints.Length; i++)
        {
            StudyEndpoint endpoint = _study.Endpoints[i];
            Column(endpoint.Time, Invariant($"$.endpoints[{i}].time"), VariableKind.Time);
            Column(endpoint.Event, Invariant($"$.endpoints[{i}].event"), VariableKind.Indicator);
            if (endpoint.NoLaterThan is { } later && Endpoint(later, Invariant($"$.endpoints[{i}].noLaterThan")).NoLaterThan is not null)
            {
                throw Error(Invariant($"$.endpoints[{i}].noLaterThan"), $"the endpoint \"{later}\" has a noLaterThan itself; a last endpoint was expected.");
            }
        }
    }

    private void CheckVariables()
    {
        for (int i = 0; i < _study.Variables.Length; i++)
        {
            StudyVariable variable = _study.Variables[i];
            string path = Invariant($"$.variables[{i}]");
            CheckOnce(Invariant($"variables[{i}].levels"), variable.Levels, "level");
            foreach (string name in variable.AnyOf)
            {
                Column(name, path + ".anyOf", VariableKind.Grade);
            }

            if (variable.Follows is { } follows)
            {
                Endpoint(follows.Endpoint, path + ".follows.endpoint");
                foreach (string level in follows.LongestFirst.SelectMany(group => group))
                {
                    CheckLevel(variable, level, path + ".follows.longestFirst");
                }
            }
        }
    }

    private void CheckLevel(StudyVariable variable, string level, string path)
    {
        if (!variable.Levels.Contains(level))
        {
            throw Error(path, $"\"{level}\" is no level of the column \"{variable.Name}\"; its levels are {string.Join(", ", variable.Levels)}.");
        }
    }

    private void CheckSequencing()
    {
        if (_study.Sequencing is not { } sequencing)
        {
            return;
        }

        if (sequencing.N > _study.N)
        {
            throw Error("$.sequencing.n", Invariant($"{sequencing.N} patients were sequenced, but the arms have only {_study.N}."));
        }

        CheckOnce("sequencing.genes", sequencing.Genes.Select(g => g.Gene), "gene");
        for (int i = 0; i < sequencing.Genes.Length; i++)
        {
            foreach (string kind in sequencing.Genes[i].Kinds.Where(kind => !sequencing.Kinds.Contains(kind)))
            {
                throw Error(Invariant($"$.sequencing.genes[{i}].kinds"), $"\"{kind}\" is none of the kinds {string.Join(", ", sequencing.Kinds)}.");
            }
        }
    }

    private void CheckTables()
    {
        CheckOnce("tables", _study.Tables.Select(t => t.Place), "place");
        for (int i = 0; i < _study.Tables.Length; i++)
        {
            PrintedTable table = _study.Tables[i];
            for (int c = 0; c < table.Columns.Length; c++)
            {
                CheckColumnName(table.Columns[c].Name, Invariant($"$.tables[{i}].columns[{c}].name"));
            }

            CheckOnce(Invariant($"tables[{i}].rows"), table.Rows.Select(r => r.Row), "row");
            for (int r = 0; r < table.Rows.Length; r++)
            {
                foreach (string aspect in CellPattern.AspectsOf(table.Rows[r].Cell ?? "").Where(aspect => !Aspects.All.Contains(aspect)))
                {
                    throw Error(Invariant($"$.tables[{i}].rows[{r}].cell"), $"\"{aspect}\" is no aspect; known are {string.Join(", ", Aspects.All.Order(StringComparer.Ordinal))}.");
                }
            }
        }
    }

    internal static bool IsColumnName(Study study, string name) =>
        name is ColumnNames.All or ColumnNames.P || study.Arms.Any(arm => arm.Name == name);

    private void CheckColumnName(string name, string path)
    {
        if (!IsColumnName(_study, name))
        {
            throw Error(path, $"\"{name}\" is no column; {ColumnNames.All}, {ColumnNames.P} or an arm was expected.");
        }
    }

    private void CheckRow(StudyRow row, string path)
    {
        if (row.Measure.EndpointName is { } endpoint)
        {
            Endpoint(endpoint, path + ".endpoint");
        }

        foreach (string column in row.Measure.Columns)
        {
            Column(column, path);
        }

        switch (row.Measure)
        {
            case MeanSdMeasure or MeanRangeMeasure:
                Column(row.Measure.Columns[0], path, VariableKind.Continuous);
                break;
            case PValueMeasure { Test: ArmTest.StudentT or ArmTest.WelchT } test:
                Column(test.Column!, path, VariableKind.Continuous);
                if (_study.Arms.Length != 2)
                {
                    throw Error(path + ".test", Invariant($"a t test compares two arms; the study has {_study.Arms.Length}."));
                }

                break;
            case CountPairMeasure pair:
                CheckLevel(Column(pair.Column, path, VariableKind.Category), pair.First, path + ".pair");
                CheckLevel(Column(pair.Column, path, VariableKind.Category), pair.Second, path + ".pair");
                break;
            case CountMeasure count:
                CheckCondition(count.Condition, path);
                break;
            case PValueMeasure { Condition: { } condition }:
                CheckCondition(condition, path);
                break;
            case PValueMeasure { Indicators: { Length: > 0 } indicators }:
                foreach (string indicator in indicators)
                {
                    Column(indicator, path, VariableKind.Indicator);
                }

                break;
            case CoxMeasure cox:
                CheckCox(cox, path);
                break;
            case AlterationFrequencyMeasure frequency:
                CheckGenes(frequency.Genes, path);
                break;
        }
    }

    private void CheckCondition(PatientCondition condition, string path)
    {
        foreach (string name in condition.Columns)
        {
            StudyVariable column = Column(name, path);
            if (condition.Kind == ConditionKind.Among)
            {
                Column(name, path, VariableKind.Category);
                foreach (string level in condition.Levels)
                {
                    CheckLevel(column, level, path);
                }
            }
            else if (condition.Kind != ConditionKind.Missing)
            {
                Column(name, path, VariableKind.Continuous, VariableKind.Indicator, VariableKind.Grade, VariableKind.Time);
            }
        }
    }

    private void CheckCox(CoxMeasure cox, string path)
    {
        if (!cox.Covariates.Contains(cox.Term))
        {
            throw Error(path + ".term", $"\"{cox.Term}\" is none of the covariates {string.Join(", ", cox.Covariates)}.");
        }

        StudyVariable term = Column(cox.Term, path + ".term");
        if (cox.Level is { } level)
        {
            CheckLevel(term, level, path + ".level");
        }
        else if (term.Levels.Length > 2)
        {
            throw Error(path, $"the column \"{term.Name}\" has more than two levels; a key \"level\" was expected.");
        }
    }

    private void CheckGenes(ImmutableArray<string> genes, string path)
    {
        foreach (string gene in genes.Where(gene => _study.Sequencing?.Genes.Any(known => known.Gene == gene) != true))
        {
            throw Error(path + ".genes", $"the gene \"{gene}\" is not among the genes of \"sequencing\".");
        }
    }
}
