using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A call of a function over the rows of the data.</summary>
/// <param name="Evaluator">Evaluates the arguments.</param>
/// <param name="Formula">The formula, for error messages.</param>
/// <param name="Call">The call as it stands in the formula.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record FunctionCall(FormulaEvaluator Evaluator, string Formula, FormulaNode.Call Call, CallArguments Arguments)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Evaluator.Rows;

    /// <summary>The value of the first argument.</summary>
    public FormulaValue First() => Evaluator.Evaluate(Arguments.First);

    /// <summary>The value of the first argument, which is used as a label alone.</summary>
    public FormulaValue FirstLabels() => Evaluator.Labels(Arguments.First);

    /// <summary>The numbers of the first argument.</summary>
    public ReadOnlyMemory<double> FirstNumbers() => Evaluator.Numbers(Arguments.First);

    /// <summary>An argument that has to be given.</summary>
    /// <exception cref="FormulaException">It is not.</exception>
    public FormulaNode Required(string name) =>
        Arguments[name]
        ?? throw new FormulaException(Formula, Call.Position, $"{Call.Function}() was expected to have the argument {name}.");

    /// <summary>An argument that is the same for every row, as numbers: <c>c(1, 2)</c>, <c>seq(0, 80, 10)</c>,
    /// <c>quantile(age)</c>; null where it is not given.</summary>
    public double[]? Vector(string name)
    {
        FormulaNode.Call folded = new VectorFolding(Evaluator, Formula).Fold(Call);
        return Arguments[name] is null ? null : WithSameParameters(folded).Numbers(name);
    }

    /// <summary>A function of one number, applied to each row.</summary>
    public FormulaValue.Numbers Map(Func<double, double> function)
    {
        Operand x = Evaluator.Operand(Arguments.First);
        return Evaluator.Checked(Call, Elementwise.Map(function, x, Rows), x, x);
    }

    /// <summary>A function of two numbers, applied to each row.</summary>
    public FormulaValue.Numbers Map(Func<double, double, double> function, FormulaNode first, FormulaNode second)
    {
        Operand x = Evaluator.Operand(first);
        Operand y = Evaluator.Operand(second);
        return Evaluator.Checked(Call, Elementwise.Map(function, x, y, Rows), x, y);
    }

    /// <summary>Numbers that the call takes from all rows of the data of the fit.</summary>
    public ImmutableArray<double> Remembered(Func<ImmutableArray<double>> numbers) => Evaluator.Remembered(Call.ToString(), numbers);

    /// <summary>An error at an argument, or at the call.</summary>
    public FormulaException At(string? name, string problem) => Arguments.At(name, problem);

    private CallArguments WithSameParameters(FormulaNode.Call folded) =>
        new(Formula, folded, KnownFunctions.Find(Call.Function)!.Parameters.AsSpan());
}
