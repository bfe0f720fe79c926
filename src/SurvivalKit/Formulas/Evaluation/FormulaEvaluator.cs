using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the expressions of a formula over the rows of a frame.</summary>
/// <param name="formula">The formula, for error messages.</param>
/// <param name="data">The frame.</param>
/// <param name="fitted">The constants of a fit, to code new data like the data of the fit; <see langword="null"/>: they are taken from
/// these data.</param>
internal sealed partial class FormulaEvaluator(string formula, DataFrame data, FittedConstants? fitted = null)
{
    private readonly string? _source = SurvivalData.SourceOf(data);
    private int _lenient;

    /// <summary>The constants that were taken from these data; null where none were.</summary>
    public FittedConstants? Learned { get; private set; }

    /// <summary>The number of rows of the data.</summary>
    public int Rows { get; } = checked((int)data.Rows.Count);

    public FormulaValue Evaluate(FormulaNode node) => node switch
    {
        FormulaNode.Name name => Column(name),
        FormulaNode.Number number => Constant(number.Value),
        FormulaNode.Text text => new FormulaValue.Levels(new int[Rows], [text.Value]) { IsText = true },
        FormulaNode.Parenthesis inner => Evaluate(inner.Inner),
        FormulaNode.Unary { Sign: "!" } not => Not(not),
        FormulaNode.Unary { Sign: "-" } minus =>
            new FormulaValue.Numbers(Elementwise.Arithmetic("*", Operand(minus.Operand), new Operand(default, -1), Rows)!),
        FormulaNode.Unary plus => new FormulaValue.Numbers(Numbers(plus.Operand)),
        FormulaNode.Binary binary => Binary(binary),
        FormulaNode.Call call => Call(call),
        _ => throw new FormulaException(formula, node.Position, $"\"{node}\" cannot be evaluated."),
    };

    /// <summary>The values of a variable of the terms, which may be several columns or a factor of combinations.</summary>
    public FormulaValue Variable(FormulaNode node, string name) => node switch
    {
        FormulaNode.Name column => Column(column),
        FormulaNode.Call { Function: "strata" } strata => CombinedColumns.Cross(strata, this, formula),
        FormulaNode.Call call when KnownFunctions.Find(call.Function) is { Kind: FunctionKind.Columns } => Columns(call, name),
        _ => Evaluate(node),
    };

    /// <summary>The values of an expression as numbers.</summary>
    public ReadOnlyMemory<double> Numbers(FormulaNode node)
    {
        FormulaValue value = Evaluate(node);
        return value.AsNumbers() ?? throw Text(node, (FormulaValue.Levels)value);
    }

    /// <summary>The values of an expression as numbers, or the one number that it is.</summary>
    public Operand Operand(FormulaNode node) => node switch
    {
        FormulaNode.Number number => new Operand(default, number.Value),
        FormulaNode.Parenthesis inner => Operand(inner.Inner),
        _ => new Operand(Numbers(node), null),
    };

    /// <summary>A number for every row.</summary>
    public FormulaValue.Numbers Constant(double value)
    {
        var values = new double[Rows];
        values.AsSpan().Fill(value);
        return new FormulaValue.Numbers(values);
    }

    private FormulaValue.Logicals Constant(bool value)
    {
        var values = new sbyte[Rows];
        values.AsSpan().Fill(value ? (sbyte)1 : (sbyte)0);
        return new FormulaValue.Logicals(values);
    }

    /// <summary>Text where numbers were expected: reports a column's first value that is not a number, so that a typing error is
    /// found.</summary>
    private SurvivalDataException Text(FormulaNode node, FormulaValue.Levels levels)
    {
        int row = Array.FindIndex(levels.Codes, code => code >= 0 && !(double.TryParse(
            levels.Names[code], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)));
        return node is FormulaNode.Name column && row >= 0 && levels.Names[levels.Codes[row]] is var word
            ? SurvivalDataException.AtCell(_source, row + 1L, column.Value, word, $"\"{word}\" is not a number.")
            : new FormulaException(formula, node.Position, $"{node} is text; a number was expected.");
    }

    private FormulaValue Column(FormulaNode.Name name)
    {
        int index = data.Columns.IndexOf(name.Value);
        if (index >= 0)
        {
            return ColumnValues.Read(data.Columns[index], _source);
        }

        return name.Value switch
        {
            "TRUE" or "T" => Constant(true),
            "FALSE" or "F" => Constant(false),
            "pi" => Constant(Math.PI),
            "NA" or "NaN" => Constant(double.NaN),
            "Inf" => Constant(double.PositiveInfinity),
            _ => throw new FormulaException(
                formula,
                name.Position,
                $"there is no column \"{name.Value}\"{(_source is null ? "" : " in " + _source)}; the columns are {string.Join(", ", data.Columns.Select(column => column.Name))}."),
        };
    }

    // As in R, what is not a number (the logarithm of -1) is missing; an infinite value is an error.
    public FormulaValue.Numbers Checked(FormulaNode node, double[] values, Operand x, Operand y)
    {
        if (_lenient == 0 && !Finite.All(values))
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (double.IsInfinity(values[i]) && double.IsFinite(x[i]) && double.IsFinite(y[i]))
                {
                    throw new FormulaException(
                        formula, node.Position, FormattableString.Invariant($"{node} has no finite value in row {i + 1}."));
                }
            }
        }

        return new FormulaValue.Numbers(values);
    }

    /// <summary>Evaluates what need not have a value in every row, as the branches of <c>ifelse()</c>.</summary>
    public T Leniently<T>(Func<T> evaluation)
    {
        _lenient++;
        try
        {
            return evaluation();
        }
        finally
        {
            _lenient--;
        }
    }
}
