using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Checks that the columns, levels, endpoints and genes that a study file's rows name exist, and are of the kind that the measure
/// needs.</summary>
internal sealed class RowNames
{
    private readonly StudyLookup _names;

    private RowNames(StudyLookup names) => _names = names;

    public static void Check(StudyLookup names)
    {
        var rows = new RowNames(names);
        var seen = new HashSet<(string, string?, string)>();
        for (int i = 0; i < names.Study.Rows.Length; i++)
        {
            StudyRow row = names.Study.Rows[i];
            if (!seen.Add((row.Place, row.Row, row.Measure.Name)))
            {
                throw names.Error(
                    StudyLookup.Invariant($"$.rows[{i}]"),
                    $"{row.Measure.Name} of {row.Place}{(row.Row is null ? "" : $", \"{row.Row}\",")} stands here for the second time; once was expected.");
            }

            rows.CheckRow(names.Study.Rows[i], StudyLookup.Invariant($"$.rows[{i}]"));
        }
    }

    private void CheckRow(StudyRow row, string path)
    {
        if (row.Measure.EndpointName is { } endpoint)
        {
            _names.Endpoint(endpoint, path + ".endpoint");
        }

        foreach (string column in row.Measure.Columns)
        {
            _names.Column(column, path);
        }

        switch (row.Measure)
        {
            case MeanSdMeasure or MedianSdMeasure or MeanRangeMeasure:
                _names.Column(row.Measure.Columns[0], path, VariableKind.Continuous);
                break;
            case PValueMeasure { Test: TestKind.StudentT or TestKind.WelchT } test:
                _names.Column(test.Column!, path, VariableKind.Continuous);
                if (_names.Study.Arms.Length != 2)
                {
                    throw _names.Error(
                        path + ".test", StudyLookup.Invariant($"a t test compares two arms; the study has {_names.Study.Arms.Length}."));
                }

                break;
            case CountPairMeasure pair:
                _names.CheckLevel(_names.Column(pair.Column, path, VariableKind.Category), pair.First, path + ".pair");
                _names.CheckLevel(_names.Column(pair.Column, path, VariableKind.Category), pair.Second, path + ".pair");
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
                    _names.Column(indicator, path, VariableKind.Indicator);
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
            StudyVariable column = _names.Column(name, path);
            if (condition.Kind == ConditionKind.Among)
            {
                _names.Column(name, path, VariableKind.Category);
                foreach (string level in condition.Levels)
                {
                    _names.CheckLevel(column, level, path);
                }
            }
            else if (condition.Kind != ConditionKind.Missing)
            {
                _names.Column(name, path, VariableKind.Continuous, VariableKind.Indicator, VariableKind.Grade, VariableKind.Time);
            }
        }
    }

    private void CheckCox(CoxMeasure cox, string path)
    {
        if (!cox.Covariates.Contains(cox.Term))
        {
            throw _names.Error(path + ".term", $"\"{cox.Term}\" is none of the covariates {string.Join(", ", cox.Covariates)}.");
        }

        StudyVariable term = _names.Column(cox.Term, path + ".term");
        if (cox.Level is { } level)
        {
            _names.CheckLevel(term, level, path + ".level");
        }
        else if (term.Levels.Length > 2)
        {
            throw _names.Error(path, $"the column \"{term.Name}\" has more than two levels; a key \"level\" was expected.");
        }
    }

    private void CheckGenes(ImmutableArray<string> genes, string path)
    {
        foreach (string gene in genes.Where(gene => _names.Study.Sequencing?.Genes.Any(known => known.Gene == gene) != true))
        {
            throw _names.Error(path + ".genes", $"the gene \"{gene}\" is not among the genes of \"sequencing\".");
        }
    }
}
