using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Codes the terms of a formula as columns, as R's <c>model.matrix</c> with treatment contrasts and the
/// intercept left out.</summary>
internal sealed class DesignBuilder
{
    private readonly string _formula;
    private readonly TermList _terms;
    private readonly ImmutableArray<FormulaValue> _variables;

    // Each variable's columns without its reference level, and in full; computed when a term first needs them.
    private readonly DesignColumn[]?[] _coded;

    private DesignBuilder(string formula, TermList terms, ImmutableArray<FormulaValue> variables)
    {
        _formula = formula;
        _terms = terms;
        _variables = variables;
        _coded = new DesignColumn[]?[2 * variables.Length];
    }

    public static DesignMatrix Build(string formula, TermList terms, ImmutableArray<FormulaValue> variables, int rows)
    {
        var builder = new DesignBuilder(formula, terms, variables);
        DesignPlan.Column[] planned = [.. DesignPlan.Of(terms, (variable, inFull) =>
            builder.Coded(variable, inFull).Select(column => column.Name))];
        return new DesignMatrix(
            rows,
            [.. planned.Select(column => column.Name)],
            [.. planned.Select(column => column.Term)],
            Array.ConvertAll(planned, column => builder.Product(column).Values));
    }

    private DesignColumn Product(DesignPlan.Column planned) => planned.Parts
        .Select(part => Coded(part.Variable, part.InFull)[part.Place])
        .Aggregate((left, right) => left.Times(right));

    private DesignColumn[] Coded(int variable, bool inFull) => _coded[(2 * variable) + (inFull ? 1 : 0)] ??= Made(variable, inFull);

    private DesignColumn[] Made(int variable, bool inFull)
    {
        string name = _terms.Names[variable];
        switch (_variables[variable])
        {
            case FormulaValue.Numbers numbers:
                return [new DesignColumn(name, numbers.Values)];
            case FormulaValue.Matrix matrix:
                return [.. matrix.Columns.Select((values, i) => new DesignColumn(name + matrix.Suffixes[i], values))];
        }

        FormulaValue.Levels levels = _variables[variable].AsLevels();
        return [.. LevelCoding.Columns(_formula, _terms, variable, levels, inFull)
            .Select(column => new DesignColumn(column.Name, Gathered(levels.Codes, column.OfLevel)))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Gathered(int[] codes, double[] ofLevel)
    {
        double[] values = GC.AllocateUninitializedArray<double>(codes.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = codes[i] < 0 ? double.NaN : ofLevel[codes[i]];
        }

        return values;
    }
}
