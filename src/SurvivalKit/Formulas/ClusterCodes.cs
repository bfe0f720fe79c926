namespace SurvivalKit;

/// <summary>The clusters that a column names, numbered; there may be as many as rows, so that no names are made of them.</summary>
internal static class ClusterCodes
{
    public static FormulaValue.Levels Of(FormulaValue value)
    {
        if (value is not FormulaValue.Numbers numbers)
        {
            return value.AsLevels();
        }

        var codes = new int[numbers.Values.Length];
        int[] known = [.. Enumerable.Range(0, codes.Length).Where(row => !double.IsNaN(numbers.Values[row]))];
        int[] order = RadixSort.Order(Array.ConvertAll(known, row => numbers.Values[row]), out double[] sorted);
        Array.Fill(codes, -1);
        int code = 0;
        for (int i = 0; i < order.Length; i++)
        {
            code += i > 0 && sorted[i] != sorted[i - 1] ? 1 : 0;
            codes[known[order[i]]] = code;
        }

        return new FormulaValue.Levels(codes, []);
    }
}
