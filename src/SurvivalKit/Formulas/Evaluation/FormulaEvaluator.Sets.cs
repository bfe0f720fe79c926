using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Sets of constants, and dates that are written as text.</summary>
internal sealed partial class FormulaEvaluator
{
    /// <summary><c>x %in% c("a", "b")</c>: as in R a missing value is in no set that does not list it.</summary>
    private FormulaValue.Logicals IsAmong(FormulaNode.Binary node)
    {
        ImmutableArray<FormulaNode> members = Members(node.Right);
        var found = new sbyte[Rows];
        foreach (FormulaNode member in members)
        {
            var equals = (FormulaValue.Logicals)Evaluate(new FormulaNode.Binary("==", node.Left, member, node.Position));
            for (int row = 0; row < found.Length; row++)
            {
                found[row] |= (sbyte)(equals.Values[row] == 1 ? 1 : 0);
            }
        }

        return new FormulaValue.Logicals(found);
    }

    private ImmutableArray<FormulaNode> Members(FormulaNode set) => set switch
    {
        FormulaNode.Text or FormulaNode.Number or FormulaNode.Unary { Operand: FormulaNode.Number } => [set],
        FormulaNode.Parenthesis inner => Members(inner.Inner),
        FormulaNode.Call { Function: "c" } call => [.. call.Arguments.SelectMany(argument => Members(argument.Value))],
        _ => throw new FormulaException(
            formula, set.Position, "%in% takes values on its right: c(\"a\", \"b\") or c(1, 2) was expected."),
    };

    /// <summary>Dates that are written as text, in ISO 8601 (2019-06-24), or a column of dates as it is.</summary>
    public FormulaValue.Numbers Dates(FormulaNode node)
    {
        FormulaValue value = Evaluate(node);
        if (value is not FormulaValue.Levels levels)
        {
            return value is FormulaValue.Numbers { AreDates: true } dates ? new(Array.ConvertAll(dates.Values.ToArray(), Math.Floor))
            {
                AreDates = true
            }
            : throw new FormulaException(formula, node.Position, $"{node} is no date; a date as \"2024-03-31\" was expected.");
        }

        double[] days =
        [
            .. levels.Names.Select(name => DateText.Read(name, DateOrder.YearMonthDay) is { } date
                ? ColumnValues.DaysSince1970(date)
                : throw new FormulaException(
                    formula, node.Position, $"\"{name}\" is no date; one as \"2024-03-31\" was expected.")),
        ];
        return new FormulaValue.Numbers(Array.ConvertAll(levels.Codes, code => code < 0 ? double.NaN : days[code])) { AreDates = true };
    }
}
