namespace SurvivalKit;

/// <summary>The operators of a formula's expressions.</summary>
internal sealed partial class FormulaEvaluator
{
    private FormulaValue.Logicals Not(FormulaNode.Unary not) =>
        new(Elementwise.Truths("==", new Operand(Numbers(not.Operand), null), new Operand(default, 0), Rows)!);

    private FormulaValue Binary(FormulaNode.Binary node)
    {
        if (node.Sign is "+" or "-" or "*" or "/" or "^" or "%%")
        {
            Operand first = Operand(node.Left);
            Operand second = Operand(node.Right);
            return Checked(node, Elementwise.Arithmetic(node.Sign, first, second, Rows)!, first, second);
        }

        if (node.Sign == "%in%")
        {
            return IsAmong(node);
        }

        FormulaValue left = Evaluate(node.Left);
        FormulaValue right = Evaluate(node.Right);
        left = right is FormulaValue.Numbers { AreDates: true } && left is FormulaValue.Levels ? Dates(node.Left) : left;
        right = left is FormulaValue.Numbers { AreDates: true } && right is FormulaValue.Levels ? Dates(node.Right) : right;
        return left is FormulaValue.Levels || right is FormulaValue.Levels
            ? CompareText(node, left.AsLevels(), right.AsLevels())
            : new FormulaValue.Logicals(
                Elementwise.Truths(node.Sign, new Operand(left.AsNumbers()!.Value, null), new Operand(right.AsNumbers()!.Value, null), Rows)
                ?? throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot stand in an expression."));
    }

    private FormulaValue.Logicals CompareText(FormulaNode.Binary node, FormulaValue.Levels left, FormulaValue.Levels right)
    {
        if (node.Sign is not ("==" or "!="))
        {
            throw new FormulaException(formula, node.Position, $"\"{node.Sign}\" cannot compare text; == or != was expected.");
        }

        // The place of each level of the right side among those of the left; equal texts are then equal numbers.
        int[] places = [.. right.Names.Select(name => left.Names.IndexOf(name))];
        sbyte equal = node.Sign == "==" ? (sbyte)1 : (sbyte)0;
        var values = new sbyte[Rows];
        for (int i = 0; i < values.Length; i++)
        {
            int a = left.Codes[i];
            int b = right.Codes[i];
            values[i] = a < 0 || b < 0 ? (sbyte)-1 : a == places[b] ? equal : (sbyte)(1 - equal);
        }

        return new FormulaValue.Logicals(values);
    }
}
