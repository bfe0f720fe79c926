namespace SurvivalKit;

/// <summary>The columns of a factor: indicators of its levels, or polynomials of the places of ordered ones.</summary>
internal static class LevelCoding
{
    /// <summary>The name of each column and its value at each level.</summary>
    /// <param name="formula">The formula, for messages.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="variable">The place of the factor among the variables.</param>
    /// <param name="levels">The factor.</param>
    /// <param name="inFull">Whether the reference level has a column too.</param>
    /// <exception cref="FormulaException">There is only one level, or there are too many ordered ones.</exception>
    public static IEnumerable<(string Name, double[] OfLevel)> Columns(
        string formula, TermList terms, int variable, FormulaValue.Levels levels, bool inFull)
    {
        string name = terms.Names[variable];
        int position = terms.Variables[variable].Position;
        int count = levels.Names.Length;
        if (count < 2)
        {
            throw new FormulaException(
                formula,
                position,
                $"{name} has only one group ({string.Join("", levels.Names)}) in the rows that are used; two or more were expected.");
        }

        if (!levels.IsOrdered || inFull)
        {
            return Enumerable.Range(0, count).Where(level => inFull || level != levels.Reference)
                .Select(level => (name + levels.Names[level], Indicator(count, level)));
        }

        return count <= PolynomialContrasts.MostLevels
            ? PolynomialContrasts.Columns(count).Select(column => (name + column.Suffix, column.OfLevel))
            : throw new FormulaException(formula, position, FormattableString.Invariant(
                $"{name} has {count} ordered levels, too many for polynomials; {PolynomialContrasts.MostLevels} or fewer, or a factor without order, were expected."));
    }

    private static double[] Indicator(int count, int level)
    {
        var ofLevel = new double[count];
        ofLevel[level] = 1;
        return ofLevel;
    }
}
