using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Codes the terms of a formula as columns, as R's <c>model.matrix</c> with treatment contrasts and the intercept left out.</summary>
internal sealed class DesignBuilder
{
    private readonly ModelFrame _frame;
    private readonly List<string> _names = [];
    private readonly List<string> _terms = [];
    private readonly List<double[]> _columns = [];

    private DesignBuilder(ModelFrame frame) => _frame = frame;

    public static DesignMatrix Build(ModelFrame frame)
    {
        var builder = new DesignBuilder(frame);
        foreach (ImmutableArray<int> term in frame.TermList.Terms)
        {
            // A stratum has no coefficient of its own; it may still stand in an interaction.
            if (term is not [var only] || !frame.TermList.IsStrata(only))
            {
                builder.Add(term);
            }
        }

        return new DesignMatrix(frame.Response.Count, [.. builder._names], [.. builder._terms], [.. builder._columns]);
    }

    private void Add(ImmutableArray<int> term)
    {
        List<(string Name, double[]? Values)> columns = [("", null)];
        foreach (int variable in term)
        {
            // The first variable of a term varies fastest.
            List<(string Name, double[] Values)> coded = Coded(variable, term);
            columns = [.. coded.SelectMany(_ => columns, (right, left) => (Join(left.Name, right.Name), (double[]?)Times(left.Values, right.Values)))];
        }

        string label = string.Join(":", term.Select(variable => _frame.TermList.Variables[variable]));
        foreach ((string name, double[]? values) in columns)
        {
            _names.Add(name);
            _terms.Add(label);
            _columns.Add(values!);
        }
    }

    private List<(string Name, double[] Values)> Coded(int variable, ImmutableArray<int> term)
    {
        string name = _frame.TermList.Variables[variable].ToString();
        FormulaValue value = _frame.Values.Variables[variable];
        if (value is FormulaValue.Numbers numbers)
        {
            return [(name, numbers.Values)];
        }

        FormulaValue.Levels levels = value.AsLevels();

        if (levels.Names.Length < 2)
        {
            throw new FormulaException(
                _frame.Formula.Text,
                _frame.TermList.Variables[variable].Position,
                $"{name} has only one group ({string.Join("", levels.Names)}) in the rows that are used; two or more were expected.");
        }

        // R's rule: a factor is coded against its first level where the term without it is in the model, and in full where it is not.
        int first = HasMargin(term, variable) ? 1 : 0;
        return
        [
            .. Enumerable.Range(first, Math.Max(0, levels.Names.Length - first))
                .Select(level => (name + levels.Names[level], Array.ConvertAll(levels.Codes, code => code == level ? 1.0 : 0.0))),
        ];
    }

    private bool HasMargin(ImmutableArray<int> term, int variable)
    {
        ImmutableArray<int> margin = term.Remove(variable);
        return margin.IsEmpty || _frame.TermList.Terms.Any(other => other.SequenceEqual(margin));
    }

    private static string Join(string left, string right) => left.Length == 0 ? right : $"{left}:{right}";

    private static double[] Times(double[]? left, double[] right)
    {
        if (left is null)
        {
            return right;
        }

        var product = new double[right.Length];
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = left[i] * right[i];
        }

        return product;
    }
}
