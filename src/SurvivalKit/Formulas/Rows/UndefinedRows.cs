using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Where an expression has no value though its columns have one: the logarithm of -1, a number outside of the breaks of
/// <c>cut()</c>.</summary>
internal static class UndefinedRows
{
    /// <summary>One sentence, or none.</summary>
    public static IEnumerable<string> Sentences(DataFrame data, FormulaNode node, FormulaValue value)
    {
        if (node is FormulaNode.Name)
        {
            yield break;
        }

        DataFrameColumn[] columns =
        [
            .. node.Columns().Distinct(StringComparer.Ordinal).Select(name => data.Columns.IndexOf(name)).Where(index => index >= 0)
                .Select(index => data.Columns[index]),
        ];
        int count = 0;
        int first = 0;
        for (int row = 0; row < value.Length; row++)
        {
            if (value.IsMissing(row) && Array.TrueForAll(columns, column => column[row] is not (null or double.NaN)))
            {
                first = count++ == 0 ? row + 1 : first;
            }
        }

        if (count > 0)
        {
            string where = count == 1 ? "row " : string.Create(CultureInfo.InvariantCulture, $"{count} rows, the first of them row ");
            yield return string.Create(CultureInfo.InvariantCulture, $"{node} has no value in {where}{first}.");
        }
    }
}
