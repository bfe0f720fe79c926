using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Evaluates the expressions of a formula over the rows of a frame.</summary>
/// <param name="formula">The formula, for error messages.</param>
/// <param name="data">The frame.</param>
/// <param name="fitted">The constants of a fit, to code new data as the fit's were; <see langword="null"/>: they are taken from these data.</param>
internal sealed class FormulaEvaluator(string formula, DataFrame data, FittedConstants? fitted = null)
{
    private readonly string? _source = SurvivalData.SourceOf(data);

    /// <summary>The constants that were taken from these data; null where none were.</summary>
    public FittedConstants? Learned { get; private set; }

    private int Rows { get; } = checked((int)data.Rows.Count);

    public FormulaValue Evaluate(FormulaNode node) => node switch
    {
        FormulaNode.Name name => Column(name),
        FormulaNode.Number number => Constant(number.Value),
        FormulaNode.Text text => new FormulaValue.Levels(new int[Rows], [text.Value]),
        FormulaNode.Parenthesis inner => Evaluate(inner.Inner),
        FormulaNode.Unary { Sign: "!" } not => Not(not),
        FormulaNode.Unary { Sign: "-" } minus => new FormulaValue.Numbers(Elementwise.Arithmetic("*", Operand(minus.Operand), new Operand(default, -1), Rows)!),
        FormulaNode.Unary plus => new FormulaValue.Numbers(Numbers(plus.Operand)),
        FormulaNode.Binary binary => Binary(binary),
        FormulaNode.Call call => Call(call),
        _ => throw new FormulaException(formula, node.Position, $"\"{node}\" cannot be evaluated."),
    };

    /// <summary>The values of a variable of the terms, which may be several columns or a factor of combinations.</summary>
    public FormulaValue Variable(FormulaNode node, string name) => node switch
    {
        FormulaNode.Name column => Column(column),
        FormulaNode.Call { Function: "strata" } strata => CombinedColumns.Of(strata, this, formula),
        FormulaNode.Call call when TermBases.Makes(call) => Columns(call, name),
        _ => Evaluate(node),
    };

    private FormulaValue.Matrix Columns(FormulaNode.Call call, string name)
    {
        CallArguments arguments = TermBases.Arguments(formula, call);
        ReadOnlyMemory<double> values = Numbers(arguments.First);
        for (int row = Finite.FirstOther(values.Span); row >= 0 && row < values.Length; row++)
        {
            if (double.IsInfinity(values.Span[row]))
            {
                string value = values.Span[row] > 0 ? "Inf" : "-Inf";
                throw SurvivalDataException.AtCell(_source, row + 1L, arguments.First.ToString(), value, value + " was found where a finite number was expected.");
            }
        }

        TermBasis? basis = fitted?.Bases.GetValueOrDefault(name);
        if (basis is null)
        {
            basis = TermBases.Fit(call, arguments, values.Span);
            (Learned ??= new FittedConstants()).Bases[name] = basis;
        }

        return new FormulaValue.Matrix(basis.Columns(values), basis.Suffixes);
    }

    // The levels of a factor inside an expression that counts on their order: those of the fit.
    private FormulaValue.Levels Remembered(FormulaNode node, string name, FormulaValue.Levels levels)
    {
        if (fitted is not null && fitted.Levels.TryGetValue(name, out ImmutableArray<string> known))
        {
            return LevelRecoding.Of(levels, known, node, _source);
        }

        (Learned ??= new FittedConstants()).Levels[name] = levels.Names;
        return levels;
    }

    /// <summary>The values of an expression as numbers.</summary>
    public ReadOnlyMemory<double> Numbers(FormulaNode node)
    {
        FormulaValue value = Evaluate(node);
        return value.AsNumbers() ?? throw Text(node, (FormulaValue.Levels)value);
    }

    private Operand Operand(FormulaNode node) => node switch
    {
        FormulaNode.Number number => new Operand(default, number.Value),
        FormulaNode.Parenthesis inner => Operand(inner.Inner),
        _ => new Operand(Numbers(node), null),
    };

    private FormulaValue.Numbers Constant(double value)
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

    /// <summary>Words where numbers were expected: of a column the first that is none, so that a typing error is found.</summary>
    private SurvivalDataException Text(FormulaNode node, FormulaValue.Levels levels)
    {
        int row = Array.FindIndex(levels.Codes, code => code >= 0 && !(double.TryParse(levels.Names[code], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)));
        return node is FormulaNode.Name column && row >= 0 && levels.Names[levels.Codes[row]] is var word
            ? SurvivalDataException.AtCell(_source, row + 1L, column.Value, word, $"\"{word}\" is not a number.")
            : new FormulaException(formula, node.Position, $"{node} is text; a number was expected.");
    }

    private FormulaValue Column(FormulaNode.Name name)
    {
        int index = data.Columns.IndexOf(name.Value);
        if (index >= 0)
        {
            return ColumnValues.Of(data.Columns[index], _source);
        }

        return name.Value switch
        {
            "TRUE" or "T" => Constant(true),
            "FALSE" or "F" => Constant(false),
            "pi" => Constant(Math.PI),
            _ => throw new FormulaException(
                formula,
                name.Position,
                $"there is no column \"{name.Value}\"{(_source is null ? "" : " in " + _source)}; the columns are {string.Join(", ", data.Columns.Select(column => column.Name))}."),
        };
    }

    private FormulaValue Call(FormulaNode.Call call)
    {
        switch (call.Function)
        {
            case "as.factor":
                return FormulaFunctions.Used(Evaluate(Only(call)).AsLevels()) with { IsText = false };
            case "factor":
                var parts = new CallArguments(formula, call, "x", "levels", "labels");
                return FactorFunctions.Factor(parts, levels => Remembered(call, "levels of " + call, levels), Evaluate(parts.First).AsLevels());
            case "relevel" or "C":
                // New data are coded by the names of their levels; they need not have the reference level.
                var reference = new CallArguments(formula, call, "x", "ref");
                FormulaValue.Levels given = Evaluate(reference.First).AsLevels();
                return fitted is not null ? given : call.Function == "C" ? FactorFunctions.Against(reference, given) : FactorFunctions.Relevel(reference, given);
            case "I" or "identity":
                return Evaluate(Only(call));
            case "as.numeric":
                // As R, a factor gives the places of its levels; a text has none.
                return Evaluate(Only(call)) is FormulaValue.Levels { IsText: false } factor
                    ? new FormulaValue.Numbers(Array.ConvertAll(Remembered(Only(call), Only(call).ToString(), factor).Codes, code => code < 0 ? double.NaN : code + 1))
                    : new FormulaValue.Numbers(Numbers(Only(call)));
            case "poly" or "ns" or "rcs":
                throw new FormulaException(formula, call.Position, $"{call.Function}() makes several columns; it was expected as a term of its own, not inside an expression.");
            case "pmin" or "pmax" when call.Arguments is [{ Name: null } first, { Name: null } second]:
                return Mapped(call, call.Function == "pmin" ? Math.Min : Math.Max, Operand(first.Value), Operand(second.Value));
            case "log" when call.Arguments is [{ Name: null } number, { Name: null or "base" } logBase]:
                return Mapped(call, static (x, b) => Math.Log(x) / Math.Log(b), Operand(number.Value), Operand(logBase.Value));
            default:
                if (!FormulaFunctions.OfNumber.TryGetValue(call.Function, out Func<double, double>? function))
                {
                    throw new FormulaException(
                        formula,
                        call.Position,
                        $"there is no function \"{call.Function}\"; known are factor, I, {string.Join(", ", FormulaFunctions.OfNumber.Keys.Order(StringComparer.Ordinal))}, the factors C and relevel, and the terms poly, ns, rcs, strata, cluster and offset.");
                }

                Operand x = Operand(Only(call));
                return Checked(call, Elementwise.Map(function, x, Rows), x, x);
        }
    }

    private FormulaNode Only(FormulaNode.Call call) =>
        call.Arguments is [{ Name: null } only]
            ? only.Value
            : throw new FormulaException(formula, call.Position, $"{call.Function} takes one argument.");

    private FormulaValue.Logicals Not(FormulaNode.Unary not) =>
        new(Elementwise.Truths("==", new Operand(Numbers(not.Operand), null), new Operand(default, 0), Rows)!);

    private FormulaValue Binary(FormulaNode.Binary node)
    {
        if (node.Sign is "+" or "-" or "*" or "/" or "^" or "%%")
        {
            Operand first = Operand(node.Left);
            Operand second = Operand(node.Right);
            return Checked(node, Elementwise.Arithmetic(node.Sign, first, second, Rows)!, first, second);
        }

        FormulaValue left = Evaluate(node.Left);
        FormulaValue right = Evaluate(node.Right);
        return left is FormulaValue.Levels || right is FormulaValue.Levels
            ? CompareText(node, left.AsLevels(), right.AsLevels())
            : new FormulaValue.Logicals(
                Elementwise.Truths(node.Sign, new Operand(left.AsNumbers()!.Value, null), new Operand(right.AsNumbers()!.Value, null), Rows)
                ?? throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot stand in an expression."));
    }

    private FormulaValue.Logicals CompareText(FormulaNode.Binary node, FormulaValue.Levels left, FormulaValue.Levels right)
    {
        if (node.Sign is not ("==" or "!="))
        {
            throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot compare text; == or != was expected.");
        }

        // The place of each level of the right side among those of the left; equal texts are then equal numbers.
        int[] places = [.. right.Names.Select(name => left.Names.IndexOf(name))];
        sbyte equal = node.Sign == "==" ? (sbyte)1 : (sbyte)0;
        var values = new sbyte[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            int a = left.Codes[i];
            int b = right.Codes[i];
            values[i] = a < 0 || b < 0 ? (sbyte)-1 : a == places[b] ? equal : (sbyte)(1 - equal);
        }

        return new FormulaValue.Logicals(values);
    }

    private FormulaValue.Numbers Mapped(FormulaNode node, Func<double, double, double> function, Operand x, Operand y) =>
        Checked(node, Elementwise.Map(function, x, y, Rows), x, y);

    // Missing stays missing; a value outside the function's domain is an error, not a silent missing value.
    private FormulaValue.Numbers Checked(FormulaNode node, double[] values, Operand x, Operand y)
    {
        if (!Finite.All(values))
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (!double.IsFinite(values[i]) && double.IsFinite(x[i]) && double.IsFinite(y[i]))
                {
                    throw new FormulaException(formula, node.Position, FormattableString.Invariant($"{node} has no finite value in row {i + 1}."));
                }
            }
        }

        return new FormulaValue.Numbers(values);
    }
}
