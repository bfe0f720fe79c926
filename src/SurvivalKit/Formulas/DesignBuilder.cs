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
    private readonly List<DesignColumn> _columns = [];
    private readonly List<string> _labels = [];

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
        foreach (ImmutableArray<int> term in terms.Terms)
        {
            // A stratum has no coefficient of its own; it may still be part of an interaction.
            if (term is not [var only] || !terms.IsStrata(only))
            {
                builder.Add(term);
            }
        }

        var names = ImmutableArray.CreateBuilder<string>(builder._columns.Count);
        var columns = new ReadOnlyMemory<double>[builder._columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            names.Add(builder._columns[i].Name);
            columns[i] = builder._columns[i].Values;
        }

        return new DesignMatrix(rows, names.MoveToImmutable(), [.. builder._labels], columns);
    }

    private void Add(ImmutableArray<int> term)
    {
        DesignColumn[] columns = Coded(term[0], term);
        foreach (int variable in term.AsSpan()[1..])
        {
            // The first variable of a term varies fastest.
            DesignColumn[] left = columns;
            columns = [.. Coded(variable, term).SelectMany(_ => left, (right, earlier) => earlier.Times(right))];
        }

        string label = _terms.Label(term);
        foreach (DesignColumn column in columns)
        {
            _columns.Add(column);
            _labels.Add(label);
        }
    }

    private DesignColumn[] Coded(int variable, ImmutableArray<int> term)
    {
        // R's rule: a factor is coded against its reference where the term without it is in the model, and in full where it is not.
        bool inFull = !HasMargin(term, variable);
        return _coded[(2 * variable) + (inFull ? 1 : 0)] ??= Coded(variable, inFull);
    }

    private DesignColumn[] Coded(int variable, bool inFull)
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
        if (levels.Names.Length < 2)
        {
            throw new FormulaException(
                _formula,
                _terms.Variables[variable].Position,
                $"{name} has only one group ({string.Join("", levels.Names)}) in the rows that are used; two or more were expected.");
        }

        if (levels.IsOrdered && !inFull)
        {
            if (levels.Names.Length > PolynomialContrasts.MostLevels)
            {
                throw new FormulaException(_formula, _terms.Variables[variable].Position, FormattableString.Invariant(
                    $"{name} has {levels.Names.Length} ordered levels, too many for polynomials; {PolynomialContrasts.MostLevels} or fewer, or a factor without order, were expected."));
            }

            return [.. PolynomialContrasts.Columns(levels).Select(column => new DesignColumn(name + column.Suffix, column.Values))];
        }

        var columns = new List<DesignColumn>(levels.Names.Length);
        for (int level = 0; level < levels.Names.Length; level++)
        {
            if (inFull || level != levels.Reference)
            {
                columns.Add(new DesignColumn(name + levels.Names[level], Indicator(levels.Codes, level)));
            }
        }

        return [.. columns];
    }

    private bool HasMargin(ImmutableArray<int> term, int variable)
    {
        if (term.Length == 1)
        {
            return true;
        }

        ImmutableArray<int> margin = term.Remove(variable);
        return _terms.Terms.Any(other => other.SequenceEqual(margin));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Indicator(int[] codes, int level)
    {
        double[] values = GC.AllocateUninitializedArray<double>(codes.Length);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = codes[i] == level ? 1 : 0;
        }

        return values;
    }
}
