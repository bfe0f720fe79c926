using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions of a formula, as <see cref="KnownFunctions"/> lists them.</summary>
internal sealed partial class FormulaEvaluator
{
    private FormulaValue Call(FormulaNode.Call call)
    {
        FormulaFunction function = Known(call);
        return function.Evaluate is { } evaluate
            ? evaluate(new FunctionCall(this, formula, call, new CallArguments(formula, call, function.Parameters.AsSpan())))
            : throw new FormulaException(
                formula,
                call.Position,
                function.Kind == FunctionKind.Columns
                    ? $"{call.Function}() makes several columns; it was expected as a term of its own, not inside an expression."
                    : $"{call.Function}() was expected as a term of its own, not inside an expression.");
    }

    private FormulaFunction Known(FormulaNode.Call call) => KnownFunctions.Find(call.Function) switch
    {
        null => throw new FormulaException(
            formula, call.Position, $"there is no function \"{call.Function}\"; known are {KnownFunctions.ListOfNames}."),
        { Refusal: { } refusal } => throw new FormulaException(formula, call.Position, refusal),
        { } known => known,
    };

    private FormulaValue.Matrix Columns(FormulaNode.Call call, string name)
    {
        FormulaNode.Call folded = new VectorFolding(this, formula).Fold(call);
        var arguments = new CallArguments(formula, folded, Known(call).Parameters.AsSpan());
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
            basis = TermBases.Fit(folded, arguments, values.Span);
            (Learned ??= new FittedConstants()).Bases[name] = basis;
        }

        return new FormulaValue.Matrix(basis.Columns(values), basis.Suffixes);
    }

    /// <summary>Whether the data are new ones, coded by the constants of a fit.</summary>
    public bool IsFitted => fitted is not null;

    /// <summary>The levels of a factor inside an expression that depends on their order: those of the fit.</summary>
    public FormulaValue.Levels Remembered(FormulaNode node, string name, FormulaValue.Levels levels)
    {
        if (fitted is not null && fitted.Levels.TryGetValue(name, out ImmutableArray<string> known))
        {
            return LevelRecoding.Recode(levels, known, node, _source) with { IsOrdered = levels.IsOrdered };
        }

        (Learned ??= new FittedConstants()).Levels[name] = levels.Names;
        return levels;
    }

    /// <summary>Whether the fit has levels of this name: its data had a factor where new data may have text.</summary>
    public bool Remembers(string name) => fitted?.Levels.ContainsKey(name) == true;

    /// <summary>Numbers that an expression takes from all rows of the data: those of the fit.</summary>
    public ImmutableArray<double> Remembered(string name, Func<ImmutableArray<double>> numbers)
    {
        if (fitted is not null && fitted.Numbers.TryGetValue(name, out FittedNumbers? known))
        {
            return known.Values;
        }

        ImmutableArray<double> own = numbers();
        (Learned ??= new FittedConstants()).Numbers[name] = new FittedNumbers(own);
        return own;
    }
}
