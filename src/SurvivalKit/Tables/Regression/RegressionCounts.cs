using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Counts the rows of a fit, and the events among them, at the levels of its terms, and measures the spread of its numbers: two
/// standard deviations of one compare with two levels of another variable (Gelman 2008).</summary>
internal sealed class RegressionCounts
{
    private readonly DesignMatrix _design;
    private readonly int[] _subjects;
    private readonly bool[] _isEvent;

    // The place of the column of each level of a variable that is a term itself; the reference has none.
    private readonly Dictionary<string, Dictionary<int, int>> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private RegressionCounts(CoxState rows, ImmutableArray<(CodedTerm Term, ImmutableArray<int> Columns)> terms)
    {
        _design = rows.Design;
        _subjects = rows.Source.Subjects;
        _isEvent = new bool[rows.Data.Rows];
        for (int row = 0; row < _isEvent.Length; row++)
        {
            _isEvent[rows.Data.Order[row]] = rows.Data.IsEvent[row];
        }

        foreach ((CodedTerm term, ImmutableArray<int> columns) in terms)
        {
            if (term.Variables is not [{ IsReadable: true } variable])
            {
                continue;
            }

            if (variable.Factor is null)
            {
                _numbers[variable.Name] = columns[0];
            }
            else
            {
                _indicators[variable.Name] =
                    variable.LevelsOfColumns.Zip(columns).ToDictionary(pair => pair.First!.Value, pair => pair.Second);
            }
        }
    }

    /// <summary>The counts of a fit; <see langword="null"/> where it does not have its rows.</summary>
    public static RegressionCounts? Of(CoxFit fit, ImmutableArray<(CodedTerm Term, ImmutableArray<int> Columns)> terms) =>
        fit.Rows is { } rows ? new RegressionCounts(rows, terms) : null;

    /// <summary>Rows and events at some levels of the variables of a term; all where no variable is at a level.</summary>
    /// <param name="term">The term.</param>
    /// <param name="levels">The place of the level of each variable; null: any value.</param>
    /// <param name="column">The column of these levels, which shows them itself where all variables are at one; -1: there is none.</param>
    /// <returns>No counts where the levels cannot be told from the columns of the model.</returns>
    public (int? Count, int? Events) At(CodedTerm term, ImmutableArray<int?> levels, int column)
    {
        if (column >= 0 && levels.All(level => level is not null))
        {
            ReadOnlySpan<double> indicator = _design.Column(column);
            var marked = new bool[_isEvent.Length];
            for (int row = 0; row < marked.Length; row++)
            {
                marked[row] = indicator[row] != 0;
            }

            return Count(marked);
        }

        var chosen = new bool[_isEvent.Length];
        Array.Fill(chosen, true);
        foreach ((CodedTerm.Variable variable, int? level) in term.Variables.Zip(levels).Where(pair => pair.Second is not null))
        {
            if (!_indicators.TryGetValue(variable.Name, out Dictionary<int, int>? columns))
            {
                return (null, null);
            }

            Keep(chosen, columns, level!.Value);
        }

        return Count(chosen);
    }

    /// <summary>The <see cref="RegressionCell.Spread"/> of a coefficient.</summary>
    public double? SpreadOf(CodedTerm term, int column)
    {
        CodedTerm.Variable[] numbers = [.. term.Variables.Where(variable => variable.Factor is null)];
        int place = numbers.Length == term.Variables.Length ? column
            : numbers is [var only] && _numbers.TryGetValue(only.Name, out int own) ? own
            : -1;
        if (place < 0 || _isEvent.Length < 2)
        {
            return null;
        }

        double[] values = _design.Column(place).ToArray();
        (double least, double largest) = (values.Min(), values.Max());
        return values.All(value => value == least || value == largest)
            ? (largest - least) / 2
            : SampleSummary.Summarize(values).StandardDeviation;
    }

    // A reference has no column: its rows are those with none of the others.
    private void Keep(bool[] chosen, Dictionary<int, int> columns, int level)
    {
        bool isReference = !columns.ContainsKey(level);
        foreach ((int other, int column) in columns)
        {
            if (!isReference && other != level)
            {
                continue;
            }

            ReadOnlySpan<double> indicator = _design.Column(column);
            for (int row = 0; row < chosen.Length; row++)
            {
                chosen[row] &= indicator[row] != 0 == !isReference;
            }
        }
    }

    private (int? Count, int? Events) Count(bool[] chosen)
    {
        int events = 0, rows = 0;
        HashSet<int>? subjects = _subjects.Length > 0 ? [] : null;
        for (int row = 0; row < chosen.Length; row++)
        {
            if (chosen[row])
            {
                rows++;
                events += _isEvent[row] ? 1 : 0;
                subjects?.Add(_subjects[row]);
            }
        }

        return (subjects?.Count ?? rows, events);
    }
}
