using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions of a formula.</summary>
internal sealed partial class FormulaEvaluator
{
    private FormulaValue Call(FormulaNode.Call call)
    {
        switch (call.Function)
        {
            case "as.factor":
                return FormulaFunctions.Used(Labels(Only(call)).AsLevels()) with { IsText = false };
            case "factor":
                var parts = new CallArguments(formula, call, "x", "levels", "labels");
                return FactorFunctions.Factor(
                    parts, levels => Remembered(call, "levels of " + call, levels), Labels(parts.First).AsLevels());
            case "relevel" or "C":
                // New data are coded by the names of their levels; they need not have the reference level.
                var reference = new CallArguments(formula, call, "x", "ref");
                FormulaValue.Levels given = Evaluate(reference.First).AsLevels();
                return fitted is not null ? given
                    : call.Function == "C" ? FactorFunctions.Against(reference, given)
                    : FactorFunctions.Relevel(reference, given);
            case "I" or "identity":
                return Evaluate(Only(call));
            case "as.numeric":
                // As R, a factor gives the places of its levels; a text has no levels.
                return Evaluate(Only(call)) is FormulaValue.Levels { IsText: false } factor
                    ? new FormulaValue.Numbers(Array.ConvertAll(
                        Remembered(Only(call), Only(call).ToString(), factor).Codes, code => code < 0 ? double.NaN : code + 1))
                    : new FormulaValue.Numbers(Numbers(Only(call)));
            case "is.na":
                FormulaValue asked = Labels(Only(call));
                return new FormulaValue.Logicals([.. Enumerable.Range(0, Rows).Select(row => asked.IsMissing(row) ? (sbyte)1 : (sbyte)0)]);
            case "as.Date":
                return Dates(Only(call));
            case "poly" or "ns" or "rcs":
                throw new FormulaException(
                    formula,
                    call.Position,
                    $"{call.Function}() makes several columns; it was expected as a term of its own, not inside an expression.");
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

    private FormulaValue.Matrix Columns(FormulaNode.Call call, string name)
    {
        CallArguments arguments = TermBases.Arguments(formula, call);
        ReadOnlyMemory<double> values = Numbers(arguments.First);
        for (int row = Finite.FirstOther(values.Span); row >= 0 && row < values.Length; row++)
        {
            if (double.IsInfinity(values.Span[row]))
            {
                string value = values.Span[row] > 0 ? "Inf" : "-Inf";
                throw SurvivalDataException.AtCell(
                    _source, row + 1L, arguments.First.ToString(), value, value + " was found where a finite number was expected.");
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

    // The levels of a factor inside an expression that depends on their order: those of the fit.
    private FormulaValue.Levels Remembered(FormulaNode node, string name, FormulaValue.Levels levels)
    {
        if (fitted is not null && fitted.Levels.TryGetValue(name, out ImmutableArray<string> known))
        {
            return LevelRecoding.Recode(levels, known, node, _source);
        }

        (Learned ??= new FittedConstants()).Levels[name] = levels.Names;
        return levels;
    }

    private FormulaValue.Numbers Mapped(FormulaNode node, Func<double, double, double> function, Operand x, Operand y) =>
        Checked(node, Elementwise.Map(function, x, y, Rows), x, y);
}
