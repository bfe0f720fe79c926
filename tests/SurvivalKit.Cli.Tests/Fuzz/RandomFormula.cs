namespace SurvivalKit.Cli.Tests;

/// <summary>Formulas that people might write: of R's grammar, some of them damaged.</summary>
internal static class RandomFormula
{
    private static readonly string[] Columns =
    [
        "time", "status", "x", "age", "g", "start", "w", "id", "date", "ph.ecog", "nothing", "`a b`", "Überleben", ".",
    ];

    private static readonly string[] Terms =
    [
        "1", "x", "age", "g", "g", "factor(id)", "log(age)", "x:age", "x * g", "I(x^2)", "strata(g)", "strata(id)", "cluster(id)",
        "offset(x)", "w", "ns(x, df = 3)", "poly(x, 2)",
        "rcs(age, 3)", "relevel(g, ref = \"b\")",
    ];

    private static readonly string[] Functions =
    [
        "log", "sqrt", "exp", "abs", "factor", "I", "strata", "cluster", "offset", "ns", "bs", "poly", "rcs", "tcut", "relevel", "C", "cut",
        "ifelse", "scale", "interaction",
        "pmin", "pmax", "pspline", "frailty", "ridge", "tt", "as.factor", "as.numeric", "Surv", "survival::strata", "nothing", "round",
        "log2", "nsk", "years", "months",
    ];

    private static readonly string[] Operators = ["+", "+", "+", "*", ":", "-", "/", "^", "==", ">=", "<", "&", "|", "%in%", "!=", "%%"];

    private static readonly string[] Values =
    [
        "1", "2", "0", "-1", "1e308", "1e-308", "NA", "TRUE", "\"a\"", "'b'", "c(1, 2)", "c(\"a\", \"b\")", "df = 3", "ref = \"b\"",
        "Inf", "99999999",
    ];

    private static readonly string[] Responses =
    [
        "Surv(time, status)", "Surv(time, status)", "Surv(time, status)", "Surv(start, time, status)", "Surv(time, status == 1)",
        "Surv(time)", "Surv(time, event = status)",
        "Surv(x, g)", "Surv(date - date, status)", "Surv(time, status == \"dead\")", "Surv(age, time, x)",
        "survival::Surv(time, status)", "Surv()", "Surv(time, status, x, g)",
        "time", "",
    ];

    /// <summary>A formula that can be read.</summary>
    public static string Plain(Random random) =>
        (random.Next(4) == 0 ? "Surv(start, time, status) ~ " : "Surv(time, status) ~ ")
        + string.Join(" + ", RandomFiles.Pick(random, Terms, random.Next(1, 4)));

    /// <summary>A formula.</summary>
    public static string Make(Random random)
    {
        string formula = Responses[random.Next(Responses.Length)] + " ~ " + Expression(random, 3);
        return random.Next(5) == 0 ? Damaged(random, formula) : formula;
    }

    private static string Expression(Random random, int depth)
    {
        switch (depth == 0 ? random.Next(5) : random.Next(10))
        {
            case < 4:
                return Columns[random.Next(Columns.Length)];
            case 4:
                return Values[random.Next(Values.Length)];
            case 5 or 6:
                string function = Functions[random.Next(Functions.Length)];
                int arguments = random.Next(10) == 0 ? 0 : random.Next(1, 3);
                return $"{function}({string.Join(", ", Enumerable.Range(0, arguments).Select(_ => Expression(random, depth - 1)))})";
            case 7:
                return $"({Expression(random, depth - 1)})";
            default:
                return $"{Expression(random, depth - 1)} {Operators[random.Next(Operators.Length)]} {Expression(random, depth - 1)}";
        }
    }

    private static string Damaged(Random random, string formula)
    {
        int at = random.Next(formula.Length);
        return random.Next(3) switch
        {
            0 => formula.Remove(at, Math.Min(random.Next(1, 4), formula.Length - at)),
            1 => formula.Insert(at, "()~+:*^`\"'%,=é\0 \\"[random.Next(17)].ToString()),
            _ => formula + formula[at..],
        };
    }
}
