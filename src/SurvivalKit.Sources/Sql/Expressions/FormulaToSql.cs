namespace SurvivalKit.Sources;

/// <summary>Writes the expressions of a formula in SQL, with the values that <see cref="FormulaEvaluator"/> gives them row by row: what is
/// not a number there, and what is missing, is null here.</summary>
/// <param name="formula">The formula, for messages.</param>
/// <param name="relation">The table.</param>
/// <param name="constants">The numbers that an expression takes from a whole column.</param>
internal sealed partial class FormulaToSql(string formula, SqlRelation relation, SqlConstants constants)
{
    private readonly SqlDialect _dialect = relation.Dialect;

    /// <summary>An expression as a number of double precision; a truth value is 1 or 0.</summary>
    public SqlText Number(FormulaNode node) => AsNumber(Write(node), node);

    /// <summary>An expression as a condition.</summary>
    public SqlText Condition(FormulaNode node) => AsCondition(Write(node), node);

    /// <summary>An expression in SQL.</summary>
    /// <exception cref="FormulaException">It names no column, or cannot be written in SQL.</exception>
    public SqlExpression Write(FormulaNode node) => node switch
    {
        FormulaNode.Name { Value: "TRUE" } => TruthOf(SqlText.Raw("(1 = 1)")),
        FormulaNode.Name { Value: "FALSE" } => TruthOf(SqlText.Raw("(1 = 0)")),
        FormulaNode.Name { Value: "NA" or "NaN" } => new(SqlText.Raw("NULL"), SqlKind.Number),
        FormulaNode.Name { Value: "pi" } when relation.Find("pi") is null => ConstantOf(Math.PI),
        FormulaNode.Name name => Column(name),
        FormulaNode.Number number => ConstantOf(number.Value),
        FormulaNode.Text text => new(SqlText.Value(text.Value), SqlKind.Text) { Word = text.Value },
        FormulaNode.Parenthesis inner => Write(inner.Inner),
        FormulaNode.Unary { Sign: "!" } not => new(SqlText.Of($"(NOT {Condition(not.Operand)})"), SqlKind.Truth),
        FormulaNode.Unary { Sign: "-", Operand: FormulaNode.Number number } => ConstantOf(-number.Value),
        FormulaNode.Unary { Sign: "-" } minus => NumberOf(SqlText.Of($"(-{Number(minus.Operand)})")),
        FormulaNode.Unary plus => NumberOf(Number(plus.Operand)),
        FormulaNode.Binary binary => Binary(binary),
        FormulaNode.Call call => Call(call),
        _ => throw Refused(node),
    };

    /// <summary>A column as it is: a number as double, a truth value as a condition, a date as days.</summary>
    private SqlExpression Column(FormulaNode.Name name)
    {
        SqlColumn column = relation.Find(name.Value) ?? throw new FormulaException(
            formula,
            name.Position,
            $"there is no column \"{name.Value}\"; the columns are {string.Join(", ", relation.Columns.Select(known => known.Name))}.");
        string quoted = _dialect.Quote(column.Name);
        return column.Kind switch
        {
            SqlKind.Text => new(SqlText.Raw(quoted), SqlKind.Text),
            SqlKind.Truth => new(SqlText.Raw($"({quoted})"), SqlKind.Truth),
            SqlKind.Date => new(SqlText.Raw(_dialect.AsDouble(_dialect.Days(quoted))), SqlKind.Date),
            _ => new(SqlText.Raw(Known(quoted, column)), SqlKind.Number),
        };
    }

    // Not-a-number is missing.
    private string Known(string quoted, SqlColumn column)
    {
        string number = _dialect.AsDouble(quoted);
        return constants.HasNaN(column) ? $"(CASE WHEN NOT {_dialect.IsNaN(number)} THEN {number} END)" : number;
    }

    private SqlText AsNumber(SqlExpression value, FormulaNode node) => value.Kind switch
    {
        SqlKind.Truth => SqlText.Of($"(CASE WHEN {value.Text} THEN {Literal(1)} WHEN NOT {value.Text} THEN {Literal(0)} END)"),
        SqlKind.Text => throw new FormulaException(
            formula, node.Position, $"{node} is text, which cannot be used as a number; factor({node}) or a comparison was expected."),
        _ => value.Text,
    };

    private SqlText AsCondition(SqlExpression value, FormulaNode node) =>
        value.Kind == SqlKind.Truth ? value.Text : SqlText.Of($"({AsNumber(value, node)} <> {Literal(0)})");

    /// <summary>A number of double precision in the database's own writing.</summary>
    public SqlText Literal(double value) => SqlText.Raw(_dialect.Number(value));

    private SqlExpression ConstantOf(double value) => new(Literal(value), SqlKind.Number) { Constant = value };

    private static SqlExpression NumberOf(SqlText text) => new(text, SqlKind.Number);

    private static SqlExpression TruthOf(SqlText text) => new(text, SqlKind.Truth);

    private FormulaException Refused(FormulaNode node) => new(
        formula, node.Position, $"{node} cannot be computed in the database; a column of it, or data that are read as a file, were expected.");

    private SqlExpression Binary(FormulaNode.Binary node) => node.Sign switch
    {
        "&" or "&&" => TruthOf(SqlText.Of($"({Condition(node.Left)} AND {Condition(node.Right)})")),
        "|" or "||" => TruthOf(SqlText.Of($"({Condition(node.Left)} OR {Condition(node.Right)})")),
        "==" or "!=" or "<" or ">" or "<=" or ">=" => Comparison(node, node.Left, node.Right),
        "%in%" => Among(node),
        _ => NumberOf(Arithmetic(node, Write(node.Left), Write(node.Right))),
    };

    private SqlText Arithmetic(FormulaNode.Binary node, SqlExpression left, SqlExpression right)
    {
        SqlText x = AsNumber(left, node.Left);
        SqlText y = AsNumber(right, node.Right);
        return node.Sign switch
        {
            "+" => SqlText.Of($"({x} + {y})"),
            "-" => SqlText.Of($"({x} - {y})"),
            "*" => SqlText.Of($"({x} * {y})"),
            "/" => Quotient(x, y, right.Constant),
            "^" when right.Constant == 2 => SqlText.Of($"({x} * {x})"),
            "^" => Power(x, y, right.Constant),
            "%/%" => SqlText.Of($"floor({Quotient(x, y, right.Constant)})"),
            "%%" => SqlText.Of($"({x} - {y} * floor({Quotient(x, y, right.Constant)}))"),
            _ => throw Refused(node),
        };
    }

    // A division by zero is infinite, or not a number.
    private SqlText Quotient(SqlText x, SqlText y, double? constant) => constant is not null and not 0
        ? SqlText.Of($"({x} / {y})")
        : SqlText.Of(
            $"(CASE WHEN {y} <> 0 THEN {x} / {y} WHEN {y} = 0 AND {x} > 0 THEN {Infinite(1)} WHEN {y} = 0 AND {x} < 0 THEN {Infinite(-1)} END)");

    private SqlText Infinite(int sign) => Literal(sign > 0 ? double.PositiveInfinity : double.NegativeInfinity);

    // A fractional power of a number below 0 is no number.
    private SqlText Power(SqlText x, SqlText y, double? constant)
    {
        var power = SqlText.Raw(_dialect.Power(SqlText.Mark + "x", SqlText.Mark + "y"));
        SqlText written = Placed(power, x, y);
        return constant is { } whole && whole == Math.Floor(whole) && whole > 0
            ? written
            : SqlText.Of($"(CASE WHEN {x} > 0 OR ({x} = 0 AND {y} >= 0) OR ({x} < 0 AND {y} = floor({y})) THEN {written} END)");
    }

    private SqlExpression Comparison(FormulaNode.Binary node, FormulaNode leftNode, FormulaNode rightNode)
    {
        SqlExpression left = Dated(Write(leftNode), rightNode, leftNode);
        SqlExpression right = Dated(Write(rightNode), leftNode, rightNode);
        string sign = node.Sign switch { "==" => "=", "!=" => "<>", _ => node.Sign };
        if (left.Kind != SqlKind.Text && right.Kind != SqlKind.Text)
        {
            return TruthOf(SqlText.Of($"({AsNumber(left, leftNode)} {SqlText.Raw(sign)} {AsNumber(right, rightNode)})"));
        }

        if (node.Sign is not ("==" or "!="))
        {
            throw new FormulaException(
                formula, node.Position, $"texts have another order in the database than here; == or != was expected instead of {node.Sign}.");
        }

        return TruthOf(SqlText.Of($"({Label(left)} {SqlText.Raw(sign)} {Label(right)})"));
    }

    // A date that is written as text beside a column of dates.
    private SqlExpression Dated(SqlExpression value, FormulaNode other, FormulaNode node) =>
        value.Word is { } word && Write(other).Kind == SqlKind.Date
            ? DateText.Read(word, DateOrder.YearMonthDay) is { } date
                ? ConstantOf(ColumnValues.DaysSince1970(date))
                : throw new FormulaException(formula, node.Position, $"\"{word}\" is no date; one as \"2024-03-31\" was expected.")
            : value;

    // What is compared with a text: a number as a formula prints it can only be compared where both are numbers.
    private SqlText Label(SqlExpression value) => value.Kind switch
    {
        SqlKind.Text => value.Text,
        _ when value.Constant is { } constant => SqlText.Value(NumberFormat.OfLevel(constant)),
        SqlKind.Truth => SqlText.Of($"(CASE WHEN {value.Text} THEN 'TRUE' WHEN NOT {value.Text} THEN 'FALSE' END)"),
        _ => throw new FormulaException(formula, 0, "a number cannot be compared with a text in the database; two of one kind were expected."),
    };

    // A missing value is in no set.
    private SqlExpression Among(FormulaNode.Binary node)
    {
        FormulaNode[] members = [.. Members(node.Right)];
        SqlText[] equal = [.. members.Select(member =>
            Comparison(new FormulaNode.Binary("==", node.Left, member, node.Position), node.Left, member).Text)];
        return equal.Length == 0
            ? TruthOf(SqlText.Raw("(1 = 0)"))
            : TruthOf(SqlText.Of($"(CASE WHEN {SqlText.Join(" OR ", equal)} THEN 1 ELSE 0 END = 1)"));
    }

    private IEnumerable<FormulaNode> Members(FormulaNode set) => set switch
    {
        FormulaNode.Text or FormulaNode.Number or FormulaNode.Unary { Operand: FormulaNode.Number } => [set],
        FormulaNode.Parenthesis inner => Members(inner.Inner),
        FormulaNode.Call { Function: "c" } call => call.Arguments.SelectMany(argument => Members(argument.Value)),
        FormulaNode.Binary { Sign: ":", Left: FormulaNode.Number from, Right: FormulaNode.Number to } => Enumerable
            .Range((int)from.Value, Math.Max(0, (int)to.Value - (int)from.Value + 1))
            .Select(value => new FormulaNode.Number(value, set.Position)),
        _ => throw new FormulaException(
            formula, set.Position, "%in% takes values on its right: c(\"a\", \"b\") or c(1, 2) was expected."),
    };

    // Puts two pieces into a text of the dialect that has marks for them.
    private static SqlText Placed(SqlText text, SqlText x, SqlText y)
    {
        string[] parts = text.Text.Split(SqlText.Mark);
        return SqlText.Join("", parts.Select((part, i) => i == 0
            ? SqlText.Raw(part)
            : SqlText.Of($"{(part[0] == 'x' ? x : y)}{SqlText.Raw(part[1..])}")));
    }
}
