namespace SurvivalKit.Published;

/// <summary>Checks that no name is repeated in a study file and that everything named exists.</summary>
internal sealed class StudyNames
{
    private readonly Study _study;
    private readonly StudyLookup _names;

    private StudyNames(StudyLookup names) => (_study, _names) = (names.Study, names);

    public static void Check(Study study, string file)
    {
        var lookup = new StudyLookup(study, file);
        var names = new StudyNames(lookup);
        names.CheckArms();
        names.CheckEndpoints();
        names.CheckVariables();
        names.CheckSequencing();
        names.CheckTables();
        RowNames.Check(lookup);
    }

    private void CheckArms()
    {
        _names.CheckOnce("arms", _study.Arms.Select(a => a.Name), "name");
        for (int i = 0; i < _study.Arms.Length; i++)
        {
            if (_study.Arms[i].Name is ColumnNames.All or ColumnNames.P)
            {
                throw _names.Error(
                    StudyLookup.Invariant($"$.arms[{i}].name"),
                    $"\"{_study.Arms[i].Name}\" is the name of a printed column; the name of an arm was expected.");
            }
        }

        if (_study.Arms.Sum(arm => (long)arm.N) > int.MaxValue)
        {
            throw _names.Error("$.arms", StudyLookup.Invariant($"the arms have more than {int.MaxValue} patients in all."));
        }

        if (_study.Arms.Count(arm => arm.IsReference) != 1)
        {
            throw _names.Error("$.arms", "one arm with \"reference\": true was expected, the one that hazard ratios compare with.");
        }

        StudyVariable column = _names.Column(_study.ArmColumn, "$.armColumn", VariableKind.Category);
        if (!column.Levels.ToHashSet().SetEquals(_study.Arms.Select(arm => arm.Name)) || column.Levels[0] != _study.ReferenceArm.Name)
        {
            throw _names.Error(
                "$.armColumn",
                $"the levels of the column \"{column.Name}\" are not the arms with the reference arm \"{_study.ReferenceArm.Name}\" first.");
        }
    }

    private void CheckEndpoints()
    {
        _names.CheckOnce("endpoints", _study.Endpoints.Select(e => e.Name), "name");
        for (int i = 0; i < _study.Endpoints.Length; i++)
        {
            StudyEndpoint endpoint = _study.Endpoints[i];
            _names.Column(endpoint.Time, StudyLookup.Invariant($"$.endpoints[{i}].time"), VariableKind.Time);
            _names.Column(endpoint.Event, StudyLookup.Invariant($"$.endpoints[{i}].event"), VariableKind.Indicator);
            if (endpoint.NoLaterThan is { } later
                && _names.Endpoint(later, StudyLookup.Invariant($"$.endpoints[{i}].noLaterThan")).NoLaterThan is not null)
            {
                throw _names.Error(
                    StudyLookup.Invariant($"$.endpoints[{i}].noLaterThan"),
                    $"the endpoint \"{later}\" has a noLaterThan itself; a last endpoint was expected.");
            }
        }
    }

    private void CheckVariables()
    {
        if (_study.Variables.Count(variable => variable.Kind == VariableKind.Identifier) != 1)
        {
            throw _names.Error("$.variables", "one column of the kind identifier was expected, the one that names the patients.");
        }

        for (int i = 0; i < _study.Variables.Length; i++)
        {
            StudyVariable variable = _study.Variables[i];
            string path = StudyLookup.Invariant($"$.variables[{i}]");
            _names.CheckOnce(StudyLookup.Invariant($"variables[{i}].levels"), variable.Levels, "level");
            foreach (string name in variable.AnyOf)
            {
                _names.Column(name, path + ".anyOf", VariableKind.Grade);
            }

            if (variable.Follows is { } follows)
            {
                _names.Endpoint(follows.Endpoint, path + ".follows.endpoint");
                foreach (string level in follows.LongestFirst.SelectMany(group => group))
                {
                    _names.CheckLevel(variable, level, path + ".follows.longestFirst");
                }
            }
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
            throw _names.Error(
                "$.sequencing.n", StudyLookup.Invariant($"{sequencing.N} patients were sequenced, but the arms have only {_study.N}."));
        }

        _names.CheckOnce("sequencing.genes", sequencing.Genes.Select(g => g.Gene), "gene");
        for (int i = 0; i < sequencing.Genes.Length; i++)
        {
            foreach (string kind in sequencing.Genes[i].Kinds.Where(kind => !sequencing.Kinds.Contains(kind)))
            {
                throw _names.Error(
                    StudyLookup.Invariant($"$.sequencing.genes[{i}].kinds"),
                    $"\"{kind}\" is none of the kinds {string.Join(", ", sequencing.Kinds)}.");
            }
        }
    }

    private void CheckTables()
    {
        _names.CheckOnce("tables", _study.Tables.Select(t => t.Place), "place");
        for (int i = 0; i < _study.Tables.Length; i++)
        {
            PrintedTable table = _study.Tables[i];
            for (int c = 0; c < table.Columns.Length; c++)
            {
                _names.CheckColumnName(table.Columns[c].Name, StudyLookup.Invariant($"$.tables[{i}].columns[{c}].name"));
            }

            _names.CheckOnce(StudyLookup.Invariant($"tables[{i}].rows"), table.Rows.Select(r => r.Row), "row");
            for (int r = 0; r < table.Rows.Length; r++)
            {
                foreach (string aspect in CellPattern.AspectsOf(table.Rows[r].Cell ?? "").Where(aspect => !Aspects.All.Contains(aspect)))
                {
                    throw _names.Error(
                        StudyLookup.Invariant($"$.tables[{i}].rows[{r}].cell"),
                        $"\"{aspect}\" is no aspect; known are {string.Join(", ", Aspects.All.Order(StringComparer.Ordinal))}.");
                }
            }
        }
    }
}
