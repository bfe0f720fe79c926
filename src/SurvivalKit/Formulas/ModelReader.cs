using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the parts of a formula over data, finds the complete rows, and cuts everything to them.</summary>
internal sealed class ModelReader
{
    private readonly SurvivalFormula _formula;
    private readonly string? _source;
    private readonly double[][] _times;
    private readonly FormulaValue _status;
    private readonly SurvNames _names;
    private readonly FormulaValue[] _variables;
    private readonly FormulaValue[] _clusters;
    private readonly double[][] _offsets;
    private readonly double[] _weights;
    private readonly string? _weightName;
    private readonly TermList _terms;
    private readonly int _rows;

    public ModelReader(DataFrame data, SurvivalFormula formula, TermList terms, string? weights)
    {
        _formula = formula;
        _terms = terms;
        _source = SurvivalData.SourceOf(data);
        _rows = checked((int)data.Rows.Count);
        var evaluator = new FormulaEvaluator(formula.Text, data);
        ImmutableArray<FormulaArgument> response = formula.Response.Arguments;
        _times = [.. response[..^1].Select(argument => evaluator.Numbers(argument.Value))];
        _status = evaluator.Evaluate(response[^1].Value);
        _names = new SurvNames(response[0].Value.ToString(), response[^2].Value.ToString(), response[^1].Value.ToString());
        _variables = [.. terms.Variables.Select(node => node is FormulaNode.Call { Function: "strata" } strata ? Combined(strata, evaluator) : evaluator.Evaluate(node))];
        if (terms.Clusters is [_, var second, ..])
        {
            throw new FormulaException(formula.Text, second.Position, "the clusters are given twice; one cluster() was expected, or one option.");
        }

        _clusters = [.. terms.Clusters.Select(call =>
            call.Arguments is [{ Name: null } only] ? ClusterCodes.Of(evaluator.Evaluate(only.Value)) : (FormulaValue)Combined(call, evaluator))];
        _offsets = [.. terms.Offsets.Select(evaluator.Numbers)];
        _weightName = weights;
        _weights = weights is null ? [] : evaluator.Numbers(new FormulaNode.Name(weights, 0));
    }

    public int[] CompleteRows()
    {
        var complete = new List<int>(_rows);
        for (int row = 0; row < _rows; row++)
        {
            bool missing = _status.IsMissing(row)
                || Array.Exists(_times, values => double.IsNaN(values[row]))
                || Array.Exists(_variables, value => value.IsMissing(row))
                || Array.Exists(_clusters, value => value.IsMissing(row))
                || Array.Exists(_offsets, values => double.IsNaN(values[row]))
                || (_weights.Length > 0 && double.IsNaN(_weights[row]));
            if (!missing)
            {
                complete.Add(row);
            }
        }

        return [.. complete];
    }

    public ModelValues Read(int[] kept)
    {
        for (int place = 0; place < _variables.Length; place++)
        {
            if (_variables[place] is FormulaValue.Numbers numbers)
            {
                CheckFinite(numbers.Values, kept, _terms.Variables[place]);
            }
        }

        for (int place = 0; place < _offsets.Length; place++)
        {
            CheckFinite(_offsets[place], kept, _terms.Offsets[place]);
        }

        return new ModelValues(
            Response(kept),
            [.. _variables.Select(value => Cut(value, kept))],
            Strata(kept),
            _offsets.Length == 0 ? [] : [.. kept.Select(row => _offsets.Sum(values => values[row]))],
            Weights(kept))
        {
            Clusters = _clusters is [FormulaValue.Levels clusters] ? Cut(clusters.Codes, kept) : [],
        };
    }

    private void CheckFinite(double[] values, int[] kept, FormulaNode name)
    {
        int infinite = Array.FindIndex(kept, row => !double.IsFinite(values[row]));
        if (infinite >= 0)
        {
            string value = values[kept[infinite]] > 0 ? "Inf" : "-Inf";
            throw SurvivalDataException.AtCell(_source, kept[infinite] + 1L, name.ToString(), value, value + " was found where a finite number was expected.");
        }
    }

    private Surv Response(int[] kept)
    {
        double[][] times = [.. _times.Select(values => Cut(values, kept))];
        bool[] events = _status switch
        {
            FormulaValue.Logicals logicals => [.. kept.Select(row => logicals.Values[row]!.Value)],
            FormulaValue.Numbers numbers => StatusCoding.ToEvents(Cut(numbers.Values, kept), StatusCoding.EventCode(numbers.Values), _names.Status, _source, kept),
            _ => throw SurvivalDataException.AtColumn(_source, _names.Status, "a status in words cannot be read; 0/1, 1/2 or logical was expected, as from status == \"dead\"."),
        };
        return Surv.Make(times.Length == 2 ? times[0] : [], times[^1], events, _names, _source, kept);
    }

    private double[] Weights(int[] kept)
    {
        if (_weights.Length == 0)
        {
            return [];
        }

        int bad = Array.FindIndex(kept, row => !(_weights[row] >= 0 && double.IsFinite(_weights[row])));
        if (bad < 0)
        {
            return Array.Exists(kept, row => _weights[row] > 0)
                ? Cut(_weights, kept)
                : throw SurvivalDataException.AtColumn(_source, _weightName!, "all weights are 0; a weight above 0 was expected.");
        }

        string value = _weights[kept[bad]].ToString(CultureInfo.InvariantCulture);
        throw SurvivalDataException.AtCell(_source, kept[bad] + 1L, _weightName!, value, $"{value} is no weight; a finite one of 0 or more was expected.");
    }

    private int[] Strata(int[] kept)
    {
        FormulaValue.Levels[] strata = [.. _terms.Strata.Select(place => (FormulaValue.Levels)Cut(_variables[place], kept))];
        return strata.Length == 0 ? [] : Combination.Of(strata, [.. strata.Select(_ => "")]).Codes;
    }

    // strata(a, b) and cluster(a, b): one level for each combination that occurs.
    private FormulaValue.Levels Combined(FormulaNode.Call call, FormulaEvaluator evaluator)
    {
        if (call.Arguments.IsEmpty)
        {
            throw new FormulaException(_formula.Text, call.Position, $"{call.Function}() was expected to name a column.");
        }

        if (call.Arguments.FirstOrDefault(argument => argument.Name is not null) is { } named)
        {
            throw new FormulaException(_formula.Text, named.Value.Position, $"{call.Function}() takes columns only; an argument named {named.Name} was found.");
        }

        FormulaValue[] values = [.. call.Arguments.Select(argument => evaluator.Evaluate(argument.Value))];

        // R's short labels: levels in words name themselves, numbers and truth values stand with their column.
        bool inWords = Array.TrueForAll(values, value => value is FormulaValue.Levels);
        return Combination.Of([.. values.Select(value => value.AsLevels())], [.. call.Arguments.Select(argument => inWords ? "" : argument.Value.ToString())]);
    }

    private static int[] Cut(int[] codes, int[] kept) => Array.ConvertAll(kept, row => codes[row]);

    private static double[] Cut(double[] values, int[] kept) => Array.ConvertAll(kept, row => values[row]);

    private static FormulaValue Cut(FormulaValue value, int[] kept) => value switch
    {
        FormulaValue.Numbers numbers => new FormulaValue.Numbers(Cut(numbers.Values, kept)),
        FormulaValue.Logicals logicals => new FormulaValue.Logicals(Array.ConvertAll(kept, row => logicals.Values[row])),
        // The levels of a text are those of the rows that are used; a factor keeps all of its own.
        FormulaValue.Levels { IsText: true } text => FormulaFunctions.Used(text with { Codes = Array.ConvertAll(kept, row => text.Codes[row]) }),
        FormulaValue.Levels levels => levels with { Codes = Array.ConvertAll(kept, row => levels.Codes[row]) },
        _ => value,
    };
}
