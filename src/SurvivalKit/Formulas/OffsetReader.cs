using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Evaluates the <c>offset()</c> terms of a formula and adds them up for the complete rows.</summary>
internal sealed class OffsetReader(ImmutableArray<FormulaNode> offsets, FormulaEvaluator evaluator, string? source)
{
    private readonly ReadOnlyMemory<double>[] _values = [.. offsets.Select(evaluator.Numbers)];

    public void Require(RowChoice choice)
    {
        foreach (ReadOnlyMemory<double> values in _values)
        {
            choice.Require(values.Span);
        }
    }

    /// <summary>The sum of the offsets in each row that is kept; empty where the formula has none.</summary>
    public double[] Read(int[]? kept)
    {
        double[] sum = [];
        for (int place = 0; place < _values.Length; place++)
        {
            double[] values = RowCut.Copied(_values[place], kept);
            RowCut.CheckFinite(values, kept, offsets[place].ToString(), source);
            for (int i = 0; i < sum.Length; i++)
            {
                values[i] += sum[i];
            }

            sum = values;
        }

        return sum;
    }
}
