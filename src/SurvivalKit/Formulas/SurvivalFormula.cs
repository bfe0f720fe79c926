using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A formula as R writes it: <c>Surv(time, status) ~ age + factor(sex) * ph.ecog + strata(inst)</c>.</summary>
/// <remarks>
/// The left side of <c>~</c> is <c>Surv(time, status)</c> or <c>Surv(start, stop, status)</c>, where each part may be an expression
/// (<c>status == 2</c>). The right side has terms with <c>+ - : * / ^ %in%</c>, expressions in <c>I()</c>, the functions <c>log() sqrt()
/// exp()</c> and the like, and the special terms <c>strata()</c>, <c>cluster()</c> and <c>offset()</c>; <c>.</c> is every column that the
/// response does not use. A column with other characters than letters, digits, dots and underscores is written in backticks. Furthermore:
/// <list type="bullet">
/// <item><c>factor(x)</c>, <c>factor(x, levels = c(2, 1), labels = c("f", "m"))</c>, where a value that is none of the levels is missing;
/// <c>relevel(x, ref = "b")</c> puts a level first (a number is its place); <c>C(x, ref = "b")</c> compares all levels with b and keeps
/// their order (a number is its name).</item>
/// <item><c>poly(x, 2)</c>: orthogonal polynomials; <c>poly(x, 2, raw = TRUE)</c>: powers.</item>
/// <item><c>ns(x, df = 3)</c>, <c>ns(x, knots = c(50, 60), Boundary.knots = c(40, 80))</c>: natural splines of R's package splines.</item>
/// <item><c>rcs(x, 4)</c>, <c>rcs(x, c(50, 60, 70))</c>: restricted cubic splines of R's package rms, five knots
/// where no number is given.</item>
/// <item>Of columns of dates, <c>exit - entry</c> is in days, as the difference of R's dates; <c>months()</c> divides days by 30.4375 and
/// <c>years()</c> by 365.25; <c>entry &gt; "2019-06-24"</c> and <c>as.Date()</c> read ISO dates.</item>
/// <item><c>is.na(x)</c> and <c>x %in% c("a", "b")</c>, in expressions.</item>
/// </list>
/// Knots and polynomials are fitted to all rows in which x is present, as in R also to those in which another variable is missing.
/// Columns are named as R's coxph names them: <c>poly(x, 2)1</c>, <c>ns(x, df = 3)1</c>, <c>rcs(x, 4)x</c>, <c>rcs(x, 4)x'</c>.
/// </remarks>
public sealed class SurvivalFormula
{
    private TermList? _termList;

    private SurvivalFormula(string text, FormulaNode.Call response, FormulaNode terms)
    {
        Text = text;
        Response = response;
        Terms = terms;
        ImmutableArray<FormulaArgument> parts = response.Arguments;
        ResponseNames = new SurvNames(parts[0].Value.ToString(), parts[^2].Value.ToString(), parts[^1].Value.ToString());
    }

    /// <summary>The formula as it was given.</summary>
    public string Text { get; }

    internal FormulaNode.Call Response { get; }

    internal FormulaNode Terms { get; }

    /// <summary>The names of the parts of the response in error messages.</summary>
    internal SurvNames ResponseNames { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="formula">The formula.</param>
    /// <exception cref="FormulaException">The formula cannot be read; the message gives the position.</exception>
    public static SurvivalFormula Parse(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        (FormulaNode response, FormulaNode terms) = FormulaParser.Parse(formula);
        if (response is not FormulaNode.Call { Function: "Surv" } surv)
        {
            throw new FormulaException(
                formula, response.Position, "the response was expected to be Surv(time, status) or Surv(start, stop, status).");
        }

        if (surv.Arguments.FirstOrDefault(argument => argument.Name is not null) is { } named)
        {
            throw new FormulaException(
                formula, named.Value.Position, $"Surv takes its parts by their place; an argument named {named.Name} was found.");
        }

        return surv.Arguments.Length is 2 or 3
            ? new SurvivalFormula(formula, surv, terms)
            : throw new FormulaException(formula, surv.Position, FormattableString.Invariant(
                $"Surv takes a time and a status, or start, stop and status; {surv.Arguments.Length} were given."));
    }

    /// <summary>A column's name as a formula writes it: in backticks unless it is a word.</summary>
    /// <param name="name">The name.</param>
    public static string Quote(string name) => FormulaNode.Quoted(name);

    /// <summary>The formula as it was given.</summary>
    public override string ToString() => Text;

    /// <summary>The right side expanded for data that have these columns.</summary>
    internal TermList TermsOver(IEnumerable<string> columns)
    {
        if (_termList is { } known)
        {
            return known;
        }

        var expansion = new TermExpansion(this, columns);
        TermList terms = expansion.Expand();
        return expansion.HasDot ? terms with { DotColumns = [.. columns] } : _termList = terms;
    }

    /// <summary>The names used in the response.</summary>
    internal ImmutableHashSet<string> ResponseColumns() => [.. Response.Columns()];
}
