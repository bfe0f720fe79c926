using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows that adjusted curves average over, each with one value of a variable in turn.</summary>
internal sealed class AdjustedRows
{
    private const int MostGroups = 50;

    private readonly ModelTerms _terms;
    private readonly DataFrame _data;
    private readonly string _variable;
    private readonly FormulaValue _values;
    private readonly FormulaValue.Levels _levels;
    private readonly CodedData _own;

    /// <exception cref="SurvivalDataException">The model does not have the variable, or it has too many values, or fewer than two; or a
    /// value does not fit the model.</exception>
    public AdjustedRows(ModelTerms terms, DataFrame data, string variable)
    {
        _terms = terms;
        _data = data;
        _variable = variable;
        _values = FrameColumns.Values(data, variable);
        _own = terms.Code(data);
        if (!terms.Uses(variable))
        {
            throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(data), variable, $"it is in no term of {terms.Formula}; a variable of the model was expected.");
        }

        FormulaValue.Levels all = _values.AsLevels();
        _levels = FormulaFunctions.Used(all with { Codes = [.. _own.Rows.Select(row => all.Codes[row])] });
        if (_levels.Names.Length is < 2 or > MostGroups)
        {
            throw SurvivalDataException.AtColumn(SurvivalData.SourceOf(data), variable, FormattableString.Invariant(
                $"it has {NumberText.Count(_levels.Names.Length, "different value")} in the rows that are used; a variable of 2 to {MostGroups} groups was expected."));
        }
    }

    /// <summary>The values of the variable, in order.</summary>
    public ImmutableArray<string> Groups => _levels.Names;

    /// <summary>The number of rows.</summary>
    public int Count => _own.Rows.Length;

    /// <summary>The number of rows left out because a value is missing.</summary>
    public int Omitted => _own.Omitted;

    /// <summary>The share of each row in the averages; they sum to 1.</summary>
    /// <exception cref="SurvivalDataException">A weight is missing or negative, or all are 0.</exception>
    public double[] Shares(string? weights)
    {
        var shares = new double[Count];
        double[]? given = weights is null ? null : FrameColumns.Numbers(_data, weights);
        for (int row = 0; row < shares.Length; row++)
        {
            shares[row] = given?[_own.Rows[row]] ?? 1;
            if (!(shares[row] >= 0 && double.IsFinite(shares[row])))
            {
                throw SurvivalDataException.AtCell(
                    SurvivalData.SourceOf(_data), _own.Rows[row] + 1L, weights!, FormattableString.Invariant($"{shares[row]}"),
                    "a finite weight of 0 or more was expected.");
            }
        }

        double total = shares.Sum();
        return total > 0
            ? Array.ConvertAll(shares, share => share / total)
            : throw SurvivalDataException.AtColumn(
                SurvivalData.SourceOf(_data), weights!, "all weights are 0; a weight above 0 was expected.");
    }

    /// <summary>The rows with one value of the variable in all of them, coded like the fit.</summary>
    public CoxRowsToPredict With(int group)
    {
        // A row that has the value gives it in its own kind: number, text or truth.
        int row = _own.Rows[Array.IndexOf(_levels.Codes, group)];
        DataFrameColumn own = _data[_variable];
        DataFrameColumn same = own.Clone(new Int64DataFrameColumn("row", Enumerable.Repeat((long)row, Count)));
        same.SetName(_variable);
        var rows = new Int64DataFrameColumn("row", _own.Rows.Select(place => (long)place));
        var frame = new DataFrame(_data.Columns.Select(column =>
        {
            DataFrameColumn chosen = column.Name == _variable ? same : column.Clone(rows);
            chosen.SetName(column.Name);
            return chosen;
        }));
        return CoxRowsToPredict.Gather(_terms.Code(SurvivalData.Derived(frame, _data)));
    }
}
