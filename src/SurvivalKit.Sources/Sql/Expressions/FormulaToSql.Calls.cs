namespace SurvivalKit.Sources;

/// <content>The functions of a formula.</content>
internal sealed partial class FormulaToSql
{
    /// <summary>Whether a call is one of those whose value is a number or truth value of its row.</summary>
    public static bool Knows(string function) => function is "I" or "identity" or "log" or "log2" or "log10" or "log1p" or "exp" or "expm1"
        or "sqrt" or "abs" or "floor" or "ceiling" or "trunc" or "sign" or "sin" or "cos" or "tan" or "months" or "years" or "pmin"
        or "pmax" or "ifelse" or "is.na" or "xor" or "as.logical" or "as.numeric" or "as.double" or "as.integer" or "as.Date" or "scale"
        or "mean" or "median" or "min" or "max" or "sd" or "var" or "sum" or "quantile";

    private SqlExpression Call(FormulaNode.Call call)
    {
        FormulaFunction known = KnownFunctions.Find(call.Function) is { Refusal: null } function
            ? function
            : throw new FormulaException(formula, call.Position, KnownFunctions.Find(call.Function)?.Refusal
                ?? $"there is no function \"{call.Function}\"; known are {KnownFunctions.ListOfNames}.");
        if (!Knows(call.Function))
        {
            throw Refused(call);
        }

        var arguments = new CallArguments(formula, call, known.Parameters.AsSpan());
        return call.Function switch
        {
            "I" or "identity" => Write(arguments.First),
            "ifelse" => IfElse(call, arguments),
            "is.na" => TruthOf(SqlText.Of($"({Plain(arguments.First)} IS NULL)")),
            "xor" => TruthOf(SqlText.Of(
                $"({Number(Condition(arguments, "x"))} <> {Number(Condition(arguments, "y"))})")),
            "as.logical" => TruthOf(Condition(arguments.First)),
            "as.Date" => Date(call, arguments),
            "pmin" or "pmax" => Extreme(call, arguments),
            "scale" or "mean" or "median" or "min" or "max" or "sd" or "var" or "sum" or "quantile" => FromColumn(call, arguments),
            _ => NumberOf(OfOne(call.Function, Number(arguments.First), arguments)),
        };
    }

    private static FormulaNode.Binary Condition(CallArguments arguments, string name) => arguments[name] switch
    {
        { } node => new FormulaNode.Binary("!=", node, new FormulaNode.Number(0, node.Position), node.Position),
        null => throw arguments.At(null, $"the argument {name} was expected."),
    };

    private SqlText Plain(FormulaNode node)
    {
        SqlExpression value = Write(node);
        return value.Kind == SqlKind.Truth ? AsNumber(value, node) : value.Text;
    }

    private SqlText OfOne(string function, SqlText x, CallArguments arguments) => function switch
    {
        "log" when arguments["base"] is { } logBase => SqlText.Of($"({Logarithm(x)} / {Logarithm(Number(logBase))})"),
        "log" => Logarithm(x),
        "log2" => SqlText.Of($"({Logarithm(x)} / {Literal(Math.Log(2))})"),
        "log10" => SqlText.Of($"({Logarithm(x)} / {Literal(Math.Log(10))})"),
        "log1p" => SqlText.Of(
            $"(CASE WHEN abs({x}) < {Literal(1e-5)} THEN {x} - {x} * {x} / 2 + {x} * {x} * {x} / 3 ELSE {OfOneMore(x)} END)"),
        "exp" => Exponential(x),
        "expm1" => SqlText.Of(
            $"(CASE WHEN abs({x}) < {Literal(1e-5)} THEN {x} + {x} * {x} / 2 + {x} * {x} * {x} / 6 ELSE {Exponential(x)} - 1 END)"),
        "sqrt" => SqlText.Of($"(CASE WHEN {x} >= 0 THEN sqrt({x}) END)"),
        "abs" => SqlText.Of($"abs({x})"),
        "floor" => SqlText.Of($"floor({x})"),
        "ceiling" => SqlText.Of($"ceil({x})"),
        "trunc" or "as.integer" => SqlText.Of($"(CASE WHEN {x} < 0 THEN ceil({x}) ELSE floor({x}) END)"),
        "sign" => SqlText.Of($"(CASE WHEN {x} > 0 THEN {Literal(1)} WHEN {x} < 0 THEN {Literal(-1)} WHEN {x} = 0 THEN {Literal(0)} END)"),
        "sin" => SqlText.Of($"sin({x})"),
        "cos" => SqlText.Of($"cos({x})"),
        "tan" => SqlText.Of($"tan({x})"),
        "months" => SqlText.Of($"({x} / {Literal(30.4375)})"),
        "years" => SqlText.Of($"({x} / {Literal(365.25)})"),
        _ => x,
    };

    private SqlText OfOneMore(SqlText x) => Logarithm(SqlText.Of($"(1 + {x})"));

    // Of 0 it is minus infinity, and below there is none.
    private SqlText Logarithm(SqlText x) => SqlText.Of(
        $"(CASE WHEN {x} > 0 THEN {Dialected(_dialect.Ln, x)} WHEN {x} = 0 THEN {Literal(double.NegativeInfinity)} END)");

    /// <summary>e to the power of an expression.</summary>
    public SqlText Exponential(SqlText x) => Dialected(_dialect.Exp, x);

    private static SqlText Dialected(Func<string, string> function, SqlText x) => Placed(SqlText.Raw(function(SqlText.Mark + "x")), x, x);

    private SqlExpression IfElse(FormulaNode.Call call, CallArguments arguments)
    {
        if (arguments["yes"] is not { } yesNode || arguments["no"] is not { } noNode)
        {
            throw new FormulaException(formula, call.Position, "ifelse() was expected to have a test and two values.");
        }

        SqlText test = Condition(arguments.First);
        SqlExpression yes = Write(yesNode);
        SqlExpression no = Write(noNode);
        if (yes.Kind == SqlKind.Text || no.Kind == SqlKind.Text)
        {
            return new(SqlText.Of($"(CASE WHEN {test} THEN {Label(yes)} WHEN NOT {test} THEN {Label(no)} END)"), SqlKind.Text);
        }

        SqlText value = SqlText.Of(
            $"(CASE WHEN {test} THEN {AsNumber(yes, yesNode)} WHEN NOT {test} THEN {AsNumber(no, noNode)} END)");
        return yes.Kind == SqlKind.Truth && no.Kind == SqlKind.Truth ? TruthOf(SqlText.Of($"({value} = 1)")) : NumberOf(value);
    }

    private SqlExpression Date(FormulaNode.Call call, CallArguments arguments)
    {
        SqlExpression value = Write(arguments.First);
        return value.Kind == SqlKind.Date ? new(SqlText.Of($"floor({value.Text})"), SqlKind.Date)
            : value.Word is not null ? Dated(value, call, arguments.First) with { Kind = SqlKind.Date }
            : throw Refused(call);
    }

    // With a missing number the extreme is missing, unless na.rm is TRUE.
    private SqlExpression Extreme(FormulaNode.Call call, CallArguments arguments)
    {
        bool skips = arguments.Flag("na.rm") ?? false;
        string less = call.Function == "pmin" ? "<=" : ">=";
        SqlText? result = null;
        foreach (FormulaArgument argument in arguments.Others)
        {
            SqlText x = Number(argument.Value);
            SqlText missing = skips && result is not null ? SqlText.Of($" WHEN {x} IS NULL THEN {result} ELSE {x}") : SqlText.Empty;
            result = result is not { } y ? x : SqlText.Of(
                $"(CASE WHEN {y} {SqlText.Raw(less)} {x} THEN {y} WHEN {x} IS NOT NULL AND {y} IS NOT NULL THEN {x}{missing} END)");
        }

        return NumberOf(result ?? throw Refused(call));
    }

    // Numbers of a whole column, which the database computes once.
    private SqlExpression FromColumn(FormulaNode.Call call, CallArguments arguments)
    {
        double[] numbers = constants.Of(call, arguments, Number(arguments.First));
        return call.Function == "scale"
            ? NumberOf(SqlText.Of($"(({Number(arguments.First)} - {Literal(numbers[0])}) / {Literal(numbers[1])})"))
            : numbers is [var only] ? ConstantOf(only)
            : throw arguments.At("probs", $"{call} has several numbers; one was expected in an expression.");
    }
}
