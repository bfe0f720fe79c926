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
    private readonly CountedRows? _counted = CountedRows.Of(data);
    private int _lenient;

    /// <summary>The constants that were taken from these data; null where none were.</summary>
    public FittedConstants? Learned { get; private set; }

    /// <summary>The number of rows of the data.</summary>
    public int Rows { get; } = checked((int)data.Rows.Count);

    public FormulaValue Evaluate(FormulaNode node) => node switch
    {
        not FormulaNode.Name when _counted is not null && _counted.Expressions.TryGetValue(node.ToString(), out string? computed) =>
            FrameColumns.Values(data, computed),
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
        return value.AsNumbers() ?? Codes((FormulaValue.Levels)value) ?? throw Text(node, (FormulaValue.Levels)value);
    }

    // Text of codes such as 007, which only their leading zeros keep from being numbers.
    private static double[]? Codes(FormulaValue.Levels levels)
    {
        if (!levels.IsText || levels.Names.Length == 0
            || !levels.Names.All(name => name.Length > 0 && name.All(char.IsAsciiDigit)))
        {
            return null;
        }

        double[] numbers = [.. levels.Names.Select(name => double.Parse(name, CultureInfo.InvariantCulture))];
        return Array.ConvertAll(levels.Codes, code => code < 0 ? double.NaN : numbers[code]);
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

    /// <summary>The values of an expression that is used as a label alone.</summary>
    public FormulaValue Labels(FormulaNode node) =>
        node is FormulaNode.Name name && data.Columns.IndexOf(name.Value) is >= 0 and int index
            ? ColumnValues.ReadLabels(data.Columns[index], _source)
            : Evaluate(node);

    /// <summary>Whether an expression is a column of dates.</summary>
    public bool AreDates(FormulaNode node) => node switch
    {
        FormulaNode.Name name => ColumnOf(name.Value) is PrimitiveDataFrameColumn<DateTime>
            || (ColumnOf(name.Value) is UncertainColumn uncertain && uncertain.Resolve(_source) is PrimitiveDataFrameColumn<DateTime>),
        FormulaNode.Parenthesis inner => AreDates(inner.Inner),
        FormulaNode.Call { Function: "as.Date" } => true,
        _ => false,
    };

    /// <summary>Whether the data say themselves that 0 is an event in CNSR, as a set of CDISC's ADTTE does.</summary>
    public bool HasOwnStatus => SurvivalData.IsAdtte(data);

    /// <summary>The column of a name; null where the data have none.</summary>
    public DataFrameColumn? ColumnOf(string name) =>
        data.Columns.IndexOf(name) is >= 0 and int index ? data.Columns[index] : null;

    private FormulaValue Column(FormulaNode.Name name)
    {
        if (ColumnOf(name.Value) is { } column)
        {
            return ColumnValues.Read(column, _source);
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
