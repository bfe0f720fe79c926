namespace SurvivalKit;

/// <summary>The operators of a formula's expressions.</summary>
internal sealed partial class FormulaEvaluator
{
    private FormulaValue.Logicals Not(FormulaNode.Unary not) =>
        new(Elementwise.Truths("==", new Operand(Numbers(not.Operand), null), new Operand(default, 0), Rows)!);

    private FormulaValue Binary(FormulaNode.Binary node)
    {
        if (node.Sign is "+" or "-" or "*" or "/" or "^" or "%%" or "%/%")
        {
            Operand first = Operand(node.Left);
            Operand second = Operand(node.Right);
            return Checked(node, Elementwise.Arithmetic(node.Sign, first, second, Rows)!, first, second);
        }

        if (node.Sign == "%in%")
        {
            return Evaluate(node.Left) is FormulaValue.Numbers { AreDates: true } ? IsAmong(node) : Among(node);
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
        if (node.Sign is "<" or ">" or "<=" or ">=")
        {
            return Ordered(node, left, right);
        }

        if (node.Sign is not ("==" or "!="))
        {
            throw new FormulaException(
                formula, node.Position, $"\"{node.Sign}\" cannot join text; a comparison such as == was expected on both sides of it.");
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

    // Texts by their order; the levels of an ordered factor by theirs.
    private FormulaValue.Logicals Ordered(FormulaNode.Binary node, FormulaValue.Levels left, FormulaValue.Levels right)
    {
        FormulaValue.Levels? factor = left.IsOrdered ? left : right.IsOrdered ? right : null;
        if (factor is null && !(left.IsText && right.IsText))
        {
            throw new FormulaException(
                formula, node.Position, $"\"{node.Sign}\" cannot compare the levels of a factor; ordered levels, or == or !=, were expected.");
        }

        string[] names = factor is null
            ? [.. left.Names.Concat(right.Names).Distinct(StringComparer.Ordinal).Order(LevelOrder.Text)]
            : [.. factor.Names];
        return new FormulaValue.Logicals(Elementwise.Truths(node.Sign, Places(left), Places(right), Rows)!);

        Operand Places(FormulaValue.Levels levels)
        {
            double[] places = [.. levels.Names.Select(name => Array.IndexOf(names, name) is >= 0 and var place ? place : double.NaN)];
            return new Operand(Array.ConvertAll(levels.Codes, code => code < 0 ? double.NaN : places[code]), null);
        }
    }

    // Whether a value is one of a list; a missing value is none, unless the list has NA.
    private FormulaValue.Logicals Among(FormulaNode.Binary node)
    {
        if (node.Right is not FormulaNode.Call && node.Right.Columns().Any(name => ColumnOf(name) is not null))
        {
            throw new FormulaException(
                formula, node.Right.Position, "%in% takes values on its right: c(\"a\", \"b\") or c(1, 2) was expected.");
        }

        var call = new FormulaNode.Call("%in%", [new(null, node.Left), new(null, node.Right)], node.Position);
        var list = new CallArguments(formula, new VectorFolding(this, formula).Fold(call), "x", "table");
        bool withMissing = node.Right.ToString() is "NA" or "c(NA)";
        HashSet<string> texts = withMissing ? [] : [.. list.Texts("table")!.Value];
        FormulaValue.Levels values = Evaluate(node.Left).AsLevels();
        bool[] found = [.. values.Names.Select(texts.Contains)];
        return new FormulaValue.Logicals(Array.ConvertAll(values.Codes, code =>
            (code < 0 ? withMissing : found[code]) ? (sbyte)1 : (sbyte)0));
    }
}
