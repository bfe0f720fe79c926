using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Counts and measures the variables of a baseline table.</summary>
internal sealed class BaselineBuilder
{
    /// <summary>The label of the row of missing values.</summary>
    public const string Unknown = "Unknown";

    private readonly BaselineOptions _options;
    private readonly ImmutableArray<int[]> _columns;
    private readonly int _groups;
    private readonly IReadOnlyDictionary<string, string> _labels;
    private readonly List<BaselineRow> _rows = [];

    private BaselineBuilder(
        BaselineOptions options, IReadOnlyDictionary<string, string> labels, ImmutableArray<int[]> columns, int groups)
    {
        _options = options;
        _labels = labels;
        _columns = columns;
        _groups = groups;
    }

    public static BaselineTable Build(DataFrame data, string by, BaselineOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        FormulaValue.Levels groups = ColumnValues.ReadLabels(FrameColumns.Named(data, by), SurvivalData.SourceOf(data)).AsLevels();
        int[] known = [.. Enumerable.Range(0, groups.Length).Where(row => !groups.IsMissing(row))];
        ImmutableArray<int[]> columns = [.. groups.Names.Select((_, group) => known.Where(row => groups.Codes[row] == group).ToArray())];
        ImmutableArray<string> names = groups.Names;
        if (known.Length == 0)
        {
            throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(data), by, "all values are missing; a column that makes groups was expected.");
        }

        if (options.StandardizedDifferences && groups.Names.Length != 2)
        {
            throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(data),
                by,
                $"it makes {NumberText.Count(groups.Names.Length, "group")}; a standardized difference is of two, which were expected.");
        }

        if (options.Overall)
        {
            columns = columns.Insert(0, known);
            names = names.Insert(0, "All");
        }

        var builder = new BaselineBuilder(options, SurvivalData.LabelsOf(data), columns, groups.Names.Length);
        ImmutableArray<string> variables = options.Variables.IsDefaultOrEmpty
            ? [.. data.Columns.Select(column => column.Name).Where(name => name != by)]
            : options.Variables;
        if (options.NonNormal.FirstOrDefault(name => !variables.Contains(name)) is { } unknown)
        {
            throw new SurvivalDataException(
                $"The table has no variable {unknown} to be shown by its median; one of {string.Join(", ", variables)} was expected.");
        }

        var notes = new List<string>();
        bool areAsked = !options.Variables.IsDefaultOrEmpty;
        foreach (string variable in variables)
        {
            try
            {
                builder.Add(variable, Evaluate(data, variable));
            }
            catch (SurvivalDataException e) when (!areAsked && data.Columns[variable] is UncertainColumn)
            {
                notes.Add($"{variable} is left out: {e.Message}");
            }
        }

        return new BaselineTable(
            by, names, [.. columns.Select(column => column.Length)], [.. builder._rows], groups.Length - known.Length, options)
        {
            Notes = [.. notes],
        };
    }

    private static FormulaValue Evaluate(DataFrame data, string variable) =>
        data.Columns.IndexOf(variable) >= 0
            ? FrameColumns.Values(data, variable)
            : new FormulaEvaluator(variable, data).Evaluate(FormulaParser.ParseExpression(variable));

    private void Add(string variable, FormulaValue value)
    {
        string label = _options.Labels.TryGetValue(variable, out string? given) ? given : _labels.GetValueOrDefault(variable, variable);
        switch (value)
        {
            case FormulaValue.Levels levels:
                AddCategories(variable, label, levels);
                break;
            case FormulaValue.Numbers { AreDates: true } dates:
                AddMeasurement(variable, label + ", median (range)", dates.Values.ToArray(), areDates: true);
                break;
            case FormulaValue.Numbers numbers when numbers.Values.ToArray() is var values
                && values.Any(x => !double.IsNaN(x) && x is not (0 or 1)):
                AddMeasurement(variable, label, values);
                break;
            default:
                AddIndicator(variable, label, value.AsLevels(), value.AsNumbers()!.Value.ToArray());
                break;
        }

        AddUnknown(variable, value);
    }

    private void AddMeasurement(string variable, string label, double[] numbers, bool areDates = false)
    {
        ImmutableArray<BaselineCell> cells =
        [
            .. _columns.Select(rows => rows.Select(row => numbers[row]).Where(x => !double.IsNaN(x)).Order().ToImmutableArray())
                .Select(values => new BaselineCell(values.Length, values.Length, values)),
        ];
        bool nonNormal = !areDates && (_options.AllNonNormal || _options.NonNormal.Contains(variable));
        string shown = nonNormal ? label + ", median (quartiles)" : label;
        TestResult? test = areDates ? null : Test(() => nonNormal ? RanksTest(cells) : MeansTest(cells));
        _rows.Add(new BaselineRow(variable, shown, null, cells, test)
        {
            IsDate = areDates,
            IsNonNormal = nonNormal,
            StandardizedDifference = areDates ? null : Difference(() => StandardizedDifference.OfMeans(cells[^2], cells[^1])),
        });
    }

    private void AddIndicator(string variable, string label, FormulaValue.Levels levels, double[] numbers)
    {
        ImmutableArray<BaselineCell> cells =
            [.. _columns.Select(
                rows => new BaselineCell(rows.Count(row => !double.IsNaN(numbers[row])), rows.Count(row => numbers[row] == 1), []))];
        _rows.Add(new BaselineRow(variable, label, null, cells, Test(() => CategoriesTest(levels)))
        {
            StandardizedDifference = Difference(() => StandardizedDifference.OfShares(cells[^2], cells[^1])),
        });
    }

    private void AddCategories(string variable, string label, FormulaValue.Levels levels)
    {
        int heading = _rows.Count;
        _rows.Add(new BaselineRow(variable, label, null, [], Test(() => CategoriesTest(levels))));
        for (int level = 0; level < levels.Names.Length; level++)
        {
            int code = level;
            ImmutableArray<BaselineCell> cells =
                [.. _columns.Select(
                    rows => new BaselineCell(rows.Count(row => !levels.IsMissing(row)), rows.Count(row => levels.Codes[row] == code), []))];
            _rows.Add(new BaselineRow(variable, levels.Names[level], levels.Names[level], cells, null));
        }

        _rows[heading] = _rows[heading] with
        {
            StandardizedDifference = Difference(() => StandardizedDifference.OfCategories(
                [.. _rows.Skip(heading + 1).Select(row => (row.Cells[^2], row.Cells[^1]))])),
        };
    }

    private void AddUnknown(string variable, FormulaValue value)
    {
        ImmutableArray<BaselineCell> cells = [.. _columns.Select(rows => new BaselineCell(rows.Length, rows.Count(value.IsMissing), []))];
        if (cells.Any(cell => cell.Count > 0))
        {
            _rows.Add(new BaselineRow(variable, Unknown, Unknown, cells, null) { IsUnknown = true });
        }
    }

    private double? Difference(Func<double> of) => _options.StandardizedDifferences ? of() : null;

    private TestResult? Test(Func<TestResult> run)
    {
        if (_options.Test == BaselineTest.None || _groups < 2)
        {
            return null;
        }

        // A variable to which no test applies (one level, one value a group) has none; the table shows an empty cell.
        try
        {
            return run();
        }
        catch (SurvivalDataException)
        {
            return null;
        }
    }

    private TestResult MeansTest(ImmutableArray<BaselineCell> cells)
    {
        SampleSummary[] samples = [.. cells.Skip(cells.Length - _groups)
            .Where(cell => cell.Known > 0)
            .Select(cell => SampleSummary.Summarize(cell.Values))];
        return samples.Length == 2 ? TTest.Welch(samples[0], samples[1]) : OneWayAnova.Test(samples);
    }

    private TestResult RanksTest(ImmutableArray<BaselineCell> cells)
    {
        IEnumerable<double>[] samples =
            [.. cells.Skip(cells.Length - _groups).Where(cell => cell.Known > 0).Select(cell => (IEnumerable<double>)cell.Values)];
        return samples.Length == 2 ? RankSum.Test(samples[0], samples[1]) : KruskalWallis.Test(samples);
    }

    private TestResult CategoriesTest(FormulaValue.Levels levels)
    {
        var counts = new int[levels.Names.Length, _groups];
        for (int group = 0; group < _groups; group++)
        {
            foreach (int row in _columns[_columns.Length - _groups + group].Where(row => !levels.IsMissing(row)))
            {
                counts[levels.Codes[row], group]++;
            }
        }

        ContingencyTable table = TableCheck.TwoByTwoAtLeast(new ContingencyTable(counts));
        bool small = Enumerable.Range(0, table.Rows)
            .Any(row => Enumerable.Range(0, table.Columns).Any(column => ChiSquare.Expected(table, row, column) < 5));
        return small && FisherExact.TryTest(table) is { } exact ? exact : ChiSquare.Test(table);
    }
}
