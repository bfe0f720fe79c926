using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Chooses rows of a frame by an expression in the language of formulas.</summary>
public static class DataFrameFilter
{
    /// <summary>The rows in which an expression is true, as R's <c>subset</c> has them:
    /// <c>frame.Filter("arm == 'A' &amp; age &gt; 60")</c>.</summary>
    /// <param name="data">The frame.</param>
    /// <param name="expression">
    /// Comparisons (<c>== != &lt; &lt;= &gt; &gt;=</c>), <c>&amp; | !</c>, <c>x %in% c("a", "b")</c>, <c>is.na(x)</c> and what a formula's
    /// terms can compute. Text stands in either kind of quotation marks; a column of dates is compared with an ISO date,
    /// <c>entry &gt;= "2019-06-24"</c>. A row whose answer is missing is left out.
    /// </param>
    /// <returns>A new frame of these rows in their order, which may be none. Factors keep their levels.</returns>
    /// <exception cref="FormulaException">The expression cannot be read, or names a column that is not there.</exception>
    /// <exception cref="SurvivalDataException">The expression is not true or false, or a value cannot be compared.</exception>
    public static DataFrame Filter(this DataFrame data, string expression)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(expression);
        FormulaNode node = FormulaParser.ParseExpression(expression);
        if (new FormulaEvaluator(expression, data).Evaluate(node) is not FormulaValue.Logicals answers)
        {
            throw new FormulaException(
                expression, node.Position, "the expression is not true or false; a comparison such as age > 60 was expected.");
        }

        var mask = new BooleanDataFrameColumn("", Array.ConvertAll(answers.Values, answer => answer == 1));
        DataFrame rows = data.Filter(mask);
        SurvivalData.Inherit(rows, data, answers.Values, "where " + expression);
        return rows;
    }
}
