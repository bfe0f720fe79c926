using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the parts of a formula over data, finds the complete rows, and cuts everything to them.</summary>
internal sealed class ModelReader
{
    private readonly SurvivalFormula _formula;
    private readonly TermList _terms;
    private readonly string? _source;
    private readonly FormulaValue[] _variables;
    private readonly FormulaValue.Levels[] _clusters;
    private readonly ReadOnlyMemory<double>[] _offsets;
    private readonly ReadOnlyMemory<double>[] _times;
    private readonly FormulaValue _status;
    private readonly ReadOnlyMemory<double> _weights;
    private readonly string? _weightName;

    private ModelReader(DataFrame data, SurvivalFormula formula, TermList terms, string? weights)
    {
        _formula = formula;
        _terms = terms;
        _source = SurvivalData.SourceOf(data);
        var evaluator = new FormulaEvaluator(formula.Text, data);
        ImmutableArray<FormulaArgument> response = formula.Response.Arguments;
        _times = new ReadOnlyMemory<double>[response.Length - 1];
        for (int i = 0; i < _times.Length; i++)
        {
            _times[i] = evaluator.Numbers(response[i].Value);
        }

        _status = evaluator.Evaluate(response[^1].Value);
        _variables = new FormulaValue[terms.Variables.Length];
        for (int i = 0; i < _variables.Length; i++)
        {
            _variables[i] = terms.Variables[i] is FormulaNode.Call { Function: "strata" } strata
                ? CombinedColumns.Of(strata, evaluator, formula.Text)
                : evaluator.Evaluate(terms.Variables[i]);
        }

        if (terms.Clusters is [_, var second, ..])
        {
            throw new FormulaException(formula.Text, second.Position, "the clusters are given twice; one cluster() was expected, or one option.");
        }

        _clusters = [.. terms.Clusters.Select(call => CombinedColumns.Of(call, evaluator, formula.Text))];
        _offsets = [.. terms.Offsets.Select(evaluator.Numbers)];
        _weightName = weights;
        _weights = weights is null ? default : evaluator.Numbers(new FormulaNode.Name(weights, 0));
    }

    /// <summary>Evaluates a formula and cuts what it uses to the complete rows.</summary>
    /// <returns>The values, and the rows that are kept: null where all are.</returns>
    public static (ModelValues Values, int[]? Kept) Read(DataFrame data, SurvivalFormula formula, TermList terms, string? weights)
    {
        var reader = new ModelReader(data, formula, terms, weights);
        int rows = checked((int)data.Rows.Count);
        int[]? kept = reader.CompleteRows(rows);
        return rows > 0 && kept is not { Length: 0 }
            ? (reader.Values(kept), kept)
            : throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture, $"None of the {rows} rows has all the values that {formula} uses; at least one complete row was expected."));
    }

    private int[]? CompleteRows(int rows)
    {
        var choice = new RowChoice(rows);
        choice.Require(_status);
        foreach (ReadOnlyMemory<double> values in _times)
        {
            choice.Require(values.Span);
        }

        foreach (FormulaValue value in _variables)
        {
            choice.Require(value);
        }

        foreach (FormulaValue value in _clusters)
        {
            choice.Require(value);
        }

        foreach (ReadOnlyMemory<double> values in _offsets)
        {
            choice.Require(values.Span);
        }

        if (_weightName is not null)
        {
            choice.Require(_weights.Span);
        }

        return choice.Kept();
    }

    private ModelValues Values(int[]? kept)
    {
        var variables = ImmutableArray.CreateBuilder<FormulaValue>(_variables.Length);
        for (int place = 0; place < _variables.Length; place++)
        {
            FormulaValue value = RowCut.Of(_variables[place], kept);
            if (value is FormulaValue.Numbers numbers)
            {
                CheckFinite(numbers.Values.Span, kept, _terms.Names[place]);
            }

            variables.Add(value);
        }

        ImmutableArray<FormulaValue> cut = variables.MoveToImmutable();
        FormulaValue.Levels? strata = StrataOf(_terms, cut);
        return new ModelValues(
            Response(kept),
            cut,
            strata?.Codes ?? [],
            strata?.Names ?? [],
            Clusters(kept),
            Offset(kept),
            Weights(kept));
    }

    /// <summary>The strata that the terms make together; null where there are none.</summary>
    public static FormulaValue.Levels? StrataOf(TermList terms, ImmutableArray<FormulaValue> variables) => terms.Strata is { IsEmpty: false } strata
        ? Combination.Of([.. strata.Select(place => (FormulaValue.Levels)variables[place])], [.. strata.Select(_ => "")])
        : null;

    private void CheckFinite(ReadOnlySpan<double> values, int[]? kept, string name)
    {
        int infinite = Finite.FirstOther(values);
        if (infinite >= 0)
        {
            string value = values[infinite] > 0 ? "Inf" : "-Inf";
            throw SurvivalDataException.AtCell(_source, (kept is null ? infinite : kept[infinite]) + 1L, name, value, value + " was found where a finite number was expected.");
        }
    }

    private int[] Clusters(int[]? kept)
    {
        int[] codes = [];
        foreach (FormulaValue.Levels cluster in _clusters)
        {
            // A pair of codes is a number of its own: clusters need no names.
            int[] own = ((FormulaValue.Levels)RowCut.Of(cluster, kept)).Codes;
            var keys = new double[own.Length];
            double width = own.Max() + 1.0;
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = own[i] + (codes.Length == 0 ? 0 : width * codes[i]);
            }

            codes = NumberCodes.Of(keys).Codes;
        }

        return codes;
    }

    private double[] Offset(int[]? kept)
    {
        double[] sum = [];
        for (int place = 0; place < _offsets.Length; place++)
        {
            double[] values = RowCut.Copied(_offsets[place], kept);
            CheckFinite(values, kept, _terms.Offsets[place].ToString());
            for (int i = 0; i < sum.Length; i++)
            {
                values[i] += sum[i];
            }

            sum = values;
        }

        return sum;
    }

    private Surv Response(int[]? kept)
    {
        double[] time = RowCut.Copied(_times[^1], kept);
        double[] start = _times.Length == 2 ? RowCut.Copied(_times[0], kept) : [];
        bool[] events = _status switch
        {
            FormulaValue.Logicals logicals => StatusCoding.ToEvents(((FormulaValue.Logicals)RowCut.Of(logicals, kept)).Values),
            FormulaValue.Numbers numbers => StatusCoding.ToEvents(
                RowCut.Of(numbers.Values, kept).Span, StatusCoding.EventCode(numbers.Values.Span), _formula.ResponseNames.Status, _source, kept),
            _ => throw SurvivalDataException.AtColumn(
                _source, _formula.ResponseNames.Status, "a status in words cannot be read; 0/1, 1/2 or logical was expected, as from status == \"dead\"."),
        };
        return Surv.Make(start, time, events, _formula.ResponseNames, _source, kept);
    }

    private double[] Weights(int[]? kept)
    {
        if (_weightName is null)
        {
            return [];
        }

        double[] weights = RowCut.Copied(_weights, kept);
        bool anyAbove = false;
        for (int i = 0; i < weights.Length; i++)
        {
            anyAbove |= weights[i] > 0;
            if (!(weights[i] >= 0 && weights[i] <= double.MaxValue))
            {
                string value = weights[i].ToString(CultureInfo.InvariantCulture);
                throw SurvivalDataException.AtCell(
                    _source, (kept is null ? i : kept[i]) + 1L, _weightName, value, $"{value} is no weight; a finite one of 0 or more was expected.");
            }
        }

        return anyAbove
            ? weights
            : throw SurvivalDataException.AtColumn(_source, _weightName, "all weights are 0; a weight above 0 was expected.");
    }
}
