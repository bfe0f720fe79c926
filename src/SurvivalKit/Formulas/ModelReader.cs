using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the parts of a formula over data, finds the complete rows, and reduces everything to them.</summary>
internal sealed class ModelReader
{
    private readonly DataFrame _data;
    private readonly SurvivalFormula _formula;
    private readonly TermList _terms;
    private readonly string? _source;
    private readonly int _rows;
    private readonly ResponseReader _response;
    private readonly FormulaValue[] _variables;
    private readonly bool[] _areFinite;
    private readonly FormulaValue.Levels[] _clusters;
    private readonly OffsetReader _offset;
    private readonly ReadOnlyMemory<double> _weights;
    private readonly string? _weightName;

    private readonly FormulaValue.Levels? _subjects;
    private readonly int[] _copies;

    public ModelReader(DataFrame data, SurvivalFormula formula, TermList terms, string? weights, string? id, CauseRules? causes = null)
    {
        _data = data;
        _formula = formula;
        _terms = terms;
        _source = SurvivalData.SourceOf(data);
        _rows = checked((int)data.Rows.Count);
        var evaluator = new FormulaEvaluator(formula.Text, data);
        _response = new ResponseReader(formula, evaluator, _source, causes);
        _variables = new FormulaValue[terms.Variables.Length];
        for (int i = 0; i < _variables.Length; i++)
        {
            _variables[i] = evaluator.Variable(terms.Variables[i], terms.Names[i]);
        }

        _areFinite = new bool[_variables.Length];
        RowBlocks.ForEach(_variables.Length, _rows, i =>
            _areFinite[i] = _variables[i] is FormulaValue.Numbers numbers && Finite.All(numbers.Values.Span));
        if (terms.Clusters is [_, var second, ..])
        {
            throw new FormulaException(
                formula.Text,
                second.Position,
                "the clusters are given twice: one cluster(), or one option, was expected; another was found.");
        }

        _clusters = [.. terms.Clusters.Select(call => CombinedColumns.Cross(call, evaluator, formula.Text))];
        _offset = new OffsetReader(terms.Offsets, evaluator, _source);
        _weightName = weights;
        _weights = weights is null ? default : evaluator.Numbers(new FormulaNode.Name(weights, 0));
        _subjects = id is null ? null : CombinedColumns.Cross(
            new FormulaNode.Call("cluster", [new FormulaArgument(null, new FormulaNode.Name(id, 0))], 0), evaluator, formula.Text);
        _copies = CountedRows.CopiesIn(data);
        Learned = evaluator.Learned;
        Kept = CompleteRows();
    }

    /// <summary>What to know of the data before the numbers are used, a sentence each.</summary>
    public ImmutableArray<string> Cautions => _response.Cautions;

    /// <summary>The level of the status that is censoring, where the others are competing causes.</summary>
    public string? CensoringLevel => _response.CensoringLevel;

    /// <summary>The complete rows; null where all are.</summary>
    public int[]? Kept { get; }

    /// <summary>The constants that the terms took from the data; null where they took none.</summary>
    public FittedConstants? Learned { get; }

    public ModelValues Values()
    {
        if (_rows == 0 || Kept is { Length: 0 })
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"None of the {_rows} rows has all the values that {_formula} uses; at least one complete row was expected."));
        }

        var variables = ImmutableArray.CreateBuilder<FormulaValue>(_variables.Length);
        for (int place = 0; place < _variables.Length; place++)
        {
            FormulaValue value = RowCut.Keep(_variables[place], Kept);
            if (value is FormulaValue.Numbers numbers && !_areFinite[place])
            {
                RowCut.CheckFinite(numbers.Values.Span, Kept, _terms.Names[place], _source);
            }

            variables.Add(value);
        }

        ImmutableArray<FormulaValue> cut = variables.MoveToImmutable();
        FormulaValue.Levels? strata = CombinedColumns.Strata(_terms, cut);
        return new ModelValues(
            _response.Read(Kept), cut, strata?.Codes ?? [], strata?.Names ?? [], Clusters(), _offset.Read(Kept), Weights())
        {
            Subjects = _subjects is null ? [] : ((FormulaValue.Levels)RowCut.Keep(_subjects with { IsText = false }, Kept)).Codes,
            Copies = _copies.Length == 0 || Kept is null ? _copies : Array.ConvertAll(Kept, row => _copies[row]),
        };
    }

    /// <summary>The expressions that have no value where their columns have one, a sentence each.</summary>
    public ImmutableArray<string> Undefined() => Kept is null
        ? []
        : [.. _terms.Variables.Zip(_variables).SelectMany(pair => UndefinedRows.Sentences(_data, pair.First, pair.Second))];

    private int[]? CompleteRows()
    {
        var choice = new RowChoice(_rows);
        _response.Require(choice);
        for (int place = 0; place < _variables.Length; place++)
        {
            if (!_areFinite[place])
            {
                choice.Require(_variables[place]);
            }
        }

        foreach (FormulaValue value in _clusters)
        {
            choice.Require(value);
        }

        _offset.Require(choice);
        if (_subjects is not null)
        {
            choice.Require(_subjects);
        }

        if (_weightName is not null)
        {
            choice.Require(_weights.Span);
            LeaveOutWeightless(choice);
        }

        return choice.Kept();
    }

    /// <summary>The number of subjects of whom no row is used; without an id, of rows that are not used.</summary>
    public int Omitted()
    {
        if (Kept is null)
        {
            return 0;
        }

        if (_subjects is null)
        {
            return _copies.Length == 0 ? _rows - Kept.Length : _copies.Sum() - Kept.Sum(row => _copies[row]);
        }

        var used = new HashSet<int>(Kept.Select(row => _subjects.Codes[row]));
        return _subjects.Codes.Where(code => code >= 0 && !used.Contains(code)).Distinct().Count()
            + _subjects.Codes.Count(code => code < 0);
    }

    // A weight of 0 says that the row is not there: it counts in neither n nor events, and joins no near ties.
    private void LeaveOutWeightless(RowChoice choice)
    {
        ReadOnlySpan<double> weights = _weights.Span;
        if (!weights.Contains(0) || !weights.ContainsAnyExcept([0.0, double.NaN]))
        {
            return;
        }

        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
            {
                choice.LeaveOut(row);
                Weightless += _copies.Length == 0 ? 1 : _copies[row];
            }
        }
    }

    /// <summary>The number of rows left out for a weight of 0.</summary>
    public int Weightless { get; private set; }

    private int[] Clusters()
    {
        int[] codes = [];
        foreach (FormulaValue.Levels cluster in _clusters)
        {
            // A pair of codes is combined into one number: clusters need no names.
            int[] own = ((FormulaValue.Levels)RowCut.Keep(cluster, Kept)).Codes;
            var keys = new double[own.Length];
            double width = own.Max() + 1.0;
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = own[i] + (codes.Length == 0 ? 0 : width * codes[i]);
            }

            codes = NumberCodes.Code(keys).Codes;
        }

        return codes;
    }

    private double[] Weights()
    {
        if (_weightName is null)
        {
            return [];
        }

        double[] weights = RowCut.Copied(_weights, Kept);
        bool anyAbove = false;
        for (int i = 0; i < weights.Length; i++)
        {
            anyAbove |= weights[i] > 0;
            if (!(weights[i] >= 0 && weights[i] <= double.MaxValue))
            {
                string value = weights[i].ToString(CultureInfo.InvariantCulture);
                throw SurvivalDataException.AtCell(
                    _source, (Kept is null ? i : Kept[i])
                        + 1L, _weightName, value, $"{value} is no weight; a finite one of 0 or more was expected.");
            }
        }

        return anyAbove
            ? weights
            : throw SurvivalDataException.AtColumn(_source, _weightName, "all weights are 0; a weight above 0 was expected.");
    }
}
