namespace SurvivalKit;

/// <summary>Splits a formula into tokens by R's rules: names may contain dots, names with other characters are in backticks.</summary>
internal static class FormulaLexer
{
    // A longer operator comes before its prefix.
    private static readonly string[] Signs =
    [
        "%in%", "%/%", "%%", "==", "!=", "<=", ">=", "&&", "||", "::", "~", "+", "-", "*", "/", "^", ":", "<", ">", "!", "&", "|", "(", ")",
        ",", "=",
    ];

    public static List<FormulaToken> Read(string formula)
    {
        var tokens = new List<FormulaToken>();
        int at = 0;
        while (true)
        {
            while (at < formula.Length && char.IsWhiteSpace(formula[at]))
            {
                at++;
            }

            if (at == formula.Length)
            {
                tokens.Add(new(FormulaTokenKind.End, "", at));
                return tokens;
            }

            int start = at;
            tokens.Add(Next(formula, ref at) is var (kind, value) ? new(kind, value, start) : throw Unknown(formula, start));
        }
    }

    private static (FormulaTokenKind Kind, string Value)? Next(string formula, ref int at)
    {
        char first = formula[at];
        int start = at;
        if (first is '`' or '"' or '\'')
        {
            int close = formula.IndexOf(first, at + 1);
            if (close < 0)
            {
                throw new FormulaException(formula, start, $"the {first} that opens here is not closed.");
            }

            at = close + 1;
            return (first == '`' ? FormulaTokenKind.Name : FormulaTokenKind.Text, formula[(start + 1)..close]);
        }

        if (char.IsAsciiDigit(first) || (first == '.' && at + 1 < formula.Length && char.IsAsciiDigit(formula[at + 1])))
        {
            at = EndOfNumber(formula, at);
            return (FormulaTokenKind.Number, formula[start..at]);
        }

        if (char.IsLetter(first) || first is '.' or '_')
        {
            while (at < formula.Length && (char.IsLetterOrDigit(formula[at]) || formula[at] is '.' or '_'))
            {
                at++;
            }

            return (FormulaTokenKind.Name, formula[start..at]);
        }

        foreach (string sign in Signs)
        {
            if (string.CompareOrdinal(formula, at, sign, 0, sign.Length) == 0)
            {
                at += sign.Length;
                return (FormulaTokenKind.Operator, sign);
            }
        }

        return null;
    }

    private static int EndOfNumber(string formula, int at)
    {
        while (at < formula.Length && (char.IsAsciiDigit(formula[at]) || formula[at] == '.'))
        {
            at++;
        }

        if (at < formula.Length && formula[at] is 'e' or 'E')
        {
            int exponent = at + 1;
            if (exponent < formula.Length && formula[exponent] is '+' or '-')
            {
                exponent++;
            }

            if (exponent < formula.Length && char.IsAsciiDigit(formula[exponent]))
            {
                at = exponent;
                while (at < formula.Length && char.IsAsciiDigit(formula[at]))
                {
                    at++;
                }
            }
        }

        return at;
    }

    private static FormulaException Unknown(string formula, int position) =>
        new(
            formula,
            position,
            $"\"{formula[position]}\" has no meaning in a formula; a column name with such characters stands in backticks.");
}
