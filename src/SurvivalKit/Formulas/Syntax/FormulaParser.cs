using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>Reads a formula by R's operator precedence.</summary>
internal sealed class FormulaParser
{
    // The precedence of each operator; R's ?Syntax from the lowest up.
    private static readonly Dictionary<string, int> Strength = new(StringComparer.Ordinal)
    {
        ["~"] = 1,
        ["|"] = 2,
        ["||"] = 2,
        ["&"] = 3,
        ["&&"] = 3,
        ["=="] = 5,
        ["!="] = 5,
        ["<"] = 5,
        [">"] = 5,
        ["<="] = 5,
        [">="] = 5,
        ["+"] = 6,
        ["-"] = 6,
        ["*"] = 7,
        ["/"] = 7,
        ["%in%"] = 8,
        ["%%"] = 8,
        ["%/%"] = 8,
        [":"] = 9,
        ["^"] = 11,
    };

    // No real formula nests deeper; deeper nesting must not overflow the stack.
    private const int LargestDepth = 500;
    private const int NotStrength = 4;
    private const int SignStrength = 10;

    private readonly string _formula;
    private readonly List<FormulaToken> _tokens;
    private int _at;
    private int _depth;

    private FormulaParser(string formula)
    {
        _formula = formula;
        _tokens = FormulaLexer.Read(formula);
    }

    private FormulaToken Current => _tokens[_at];

    /// <summary>Reads <c>response ~ terms</c>.</summary>
    public static (FormulaNode Response, FormulaNode Terms) Parse(string formula)
    {
        var parser = new FormulaParser(formula);
        FormulaNode whole = parser.Expression(0);
        if (parser.Current.Kind != FormulaTokenKind.End)
        {
            throw parser.Expected("the end of the formula");
        }

        return whole is FormulaNode.Binary { Sign: "~" } tilde
            ? (tilde.Left, tilde.Right)
            : throw new FormulaException(
                formula, formula.Length, "a response, \"~\" and terms were expected, as in Surv(time, status) ~ age.");
    }

    /// <summary>Reads an expression over columns: <c>age &gt;= 65</c>.</summary>
    public static FormulaNode ParseExpression(string expression)
    {
        var parser = new FormulaParser(expression);
        FormulaNode whole = parser.Expression(2);
        return parser.Current.Kind == FormulaTokenKind.End ? whole : throw parser.Expected("the end of the expression");
    }

    private FormulaNode Expression(int minimum)
    {
        if (++_depth > LargestDepth)
        {
            throw new FormulaException(
                _formula, Current.Position, FormattableString.Invariant($"the formula is nested more than {LargestDepth} deep here."));
        }

        FormulaNode left = Operand();
        while (Current.Kind == FormulaTokenKind.Operator && Strength.TryGetValue(Current.Value, out int strength) && strength >= minimum)
        {
            FormulaToken sign = Take();

            // ^ is right-associative, all others are left-associative.
            FormulaNode right = Expression(sign.Value == "^" ? strength : strength + 1);
            left = new FormulaNode.Binary(sign.Value, left, right, sign.Position);
        }

        _depth--;
        return left;
    }

    private FormulaNode Operand()
    {
        FormulaToken token = Take();
        switch (token.Kind)
        {
            case FormulaTokenKind.Number:
                return double.TryParse(token.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                    && double.IsFinite(value)
                    ? new FormulaNode.Number(value, token.Position)
                    : throw new FormulaException(_formula, token.Position, $"\"{token.Value}\" is not a number.");
            case FormulaTokenKind.Text:
                return new FormulaNode.Text(token.Value, token.Position);
            case FormulaTokenKind.Name:
                return Current.Is("::") ? CallOfPackage(token)
                    : Current.Is("(") ? Call(token) : new FormulaNode.Name(token.Value, token.Position);
            case FormulaTokenKind.Operator when token.Value is "-" or "+":
                return new FormulaNode.Unary(token.Value, Expression(SignStrength), token.Position);
            case FormulaTokenKind.Operator when token.Value is "!":
                return new FormulaNode.Unary(token.Value, Expression(NotStrength), token.Position);
            case FormulaTokenKind.Operator when token.Value is "(":
                FormulaNode inner = Expression(0);
                Close(token);
                return new FormulaNode.Parenthesis(inner, token.Position);
            default:
                _at--;
                throw Expected("a column, a number or a function");
        }
    }

    // What survival reads by its name, such as strata(), is the same with the package before it, as from survival 3.8 on in R.
    private FormulaNode.Call CallOfPackage(FormulaToken package)
    {
        Take();
        FormulaToken function = Take();
        if (function.Kind != FormulaTokenKind.Name || !Current.Is("("))
        {
            _at--;
            throw Expected($"a function of the package {package.Value}");
        }

        FormulaNode.Call call = Call(function);
        bool isSpecial = call.Function is "Surv" or "strata" or "cluster" or "offset" or "pspline" or "ridge" or "frailty" or "tt";
        return call with { Package = isSpecial ? null : package.Value, Position = package.Position };
    }

    private FormulaNode.Call Call(FormulaToken function)
    {
        FormulaToken open = Take();
        var arguments = ImmutableArray.CreateBuilder<FormulaArgument>();
        while (!Current.Is(")"))
        {
            if (arguments.Count > 0)
            {
                if (!Current.Is(","))
                {
                    throw Expected("\",\" or \")\"");
                }

                Take();
            }

            string? name = null;
            if (Current.Kind == FormulaTokenKind.Name && _tokens[_at + 1].Is("="))
            {
                name = Take().Value;
                Take();
            }

            arguments.Add(new FormulaArgument(name, Expression(2)));
        }

        Close(open);
        return new FormulaNode.Call(function.Value, arguments.ToImmutable(), function.Position);
    }

    private void Close(FormulaToken open)
    {
        if (!Current.Is(")"))
        {
            throw Expected(FormattableString.Invariant($"\")\" for the \"(\" at column {open.Position + 1}"));
        }

        Take();
    }

    private FormulaToken Take() => _tokens[_at++];

    private FormulaException Expected(string what) => new(_formula, Current.Position, $"{what} was expected, {Current} was found.");
}
