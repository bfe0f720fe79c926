using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A formula as R writes it: <c>Surv(time, status) ~ age + factor(sex) * ph.ecog + strata(inst)</c>.</summary>
/// <remarks>
/// The left side of <c>~</c> is <c>Surv(time, status)</c> or <c>Surv(start, stop, status)</c>, where each part may be an expression
/// (<c>status == 2</c>); <c>Surv(time)</c> alone is an event in every row, and the parts may be named: <c>Surv(time = t, event =
/// d)</c>. <c>Surv(left, right, type = "interval2")</c> has the event between two times: a missing left is before the right, a missing
/// right after the left. The right side has terms with <c>+ - : * / ^ %in%</c>, expressions in <c>I()</c>, functions of R such as
/// <c>log() cut() ifelse()
/// scale() pmax()</c>, and the special terms <c>strata()</c>, <c>cluster()</c> and <c>offset()</c>; <c>.</c> is every column that the
/// response does not use. A column with other characters than letters, digits, dots and underscores is written in backticks. A function may
/// have its package before it, <c>splines::ns(age, 3)</c>. As in R, <c>strata()</c> stratifies wherever it stands, in an interaction
/// (<c>x * strata(s)</c>) too, and a row in which an expression has no value, such as <c>log(-1)</c>, is left out. Furthermore:
/// <list type="bullet">
/// <item><c>factor(x)</c>, <c>factor(x, levels = c(2, 1), labels = c("f", "m"))</c>, where a value that is none of the levels is missing;
/// <c>relevel(x, ref = "b")</c> puts a level first (a number is its place); <c>C(x, ref = "b")</c> compares all levels with b and keeps
/// their order (a number is its name).</item>
/// <item><c>poly(x, 2)</c>: orthogonal polynomials; <c>poly(x, 2, raw = TRUE)</c>: powers.</item>
/// <item><c>cut(x, breaks)</c>, <c>interaction(a, b)</c>, <c>factor(x, ordered = TRUE)</c>: factors; ordered levels are coded by
/// polynomials.</item>
/// <item><c>bs(x, df = 5)</c>, <c>nsk(x, df = 3)</c>: B-splines, and natural splines whose coefficients are values at the knots, of R's
/// packages splines and survival.</item>
/// <item><c>ns(x, df = 3)</c>, <c>ns(x, knots = c(50, 60), Boundary.knots = c(40, 80))</c>: natural splines of R's package splines.</item>
/// <item><c>rcs(x, 4)</c>, <c>rcs(x, c(50, 60, 70))</c>: restricted cubic splines of R's package rms, five knots
/// where no number is given.</item>
/// <item>Of columns of dates, <c>exit - entry</c> is in days, as the difference of R's dates; <c>months()</c> divides days by 30.4375 and
/// <c>years()</c> by 365.25; <c>entry &gt; "2019-06-24"</c> and <c>as.Date()</c> read ISO dates.</item>
/// <item><c>is.na(x)</c> and <c>x %in% c("a", "b")</c>, in expressions.</item>
/// </list>
/// The levels of a text column are in the order in which R sorts texts in a natural locale: signs, digits, letters without regard to accent
/// and case, the same on every machine; <see cref="FactorLevels"/> gives another order.
/// New data take the knots, breaks, means and levels of the fit. Knots and polynomials are fitted to all rows in which x is present, as
/// in R also to those in which another variable is missing.
/// Columns are named as R's coxph names them: <c>poly(x, 2)1</c>, <c>ns(x, df = 3)1</c>, <c>rcs(x, 4)x</c>, <c>rcs(x, 4)x'</c>.
/// </remarks>
public sealed class SurvivalFormula
{
    private TermList? _termList;

    private SurvivalFormula(string text, SurvArguments response, FormulaNode terms)
    {
        Text = text;
        Times = response.Times;
        Status = response.Status;
        IsInterval = response.IsInterval;
        Terms = terms;
        ResponseNames = new SurvNames(Times[0].ToString(), Times[^1].ToString(), Status?.ToString() ?? "status");
    }

    /// <summary>The formula as it was given.</summary>
    public string Text { get; }

    /// <summary>Whether the times are limits between which an event is known to be: <c>type = "interval2"</c>.</summary>
    internal bool IsInterval { get; }

    /// <summary>The time, or start and stop, or the limits of an interval.</summary>
    internal ImmutableArray<FormulaNode> Times { get; }

    /// <summary>The status; null: every row has the event.</summary>
    internal FormulaNode? Status { get; }

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

        return new SurvivalFormula(formula, SurvArguments.Read(formula, surv), terms);
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

    /// <summary>Throws where the response has intervals of a method that takes times only.</summary>
    internal void RequireTimes()
    {
        if (IsInterval)
        {
            throw new FormulaException(
                Text, Times[0].Position, "this method takes no interval-censored times; Surv(time, status) was expected.");
        }
    }

    /// <summary>The names used in the response.</summary>
    internal ImmutableHashSet<string> ResponseColumns() =>
        [.. Times.SelectMany(time => time.Columns()), .. Status?.Columns() ?? []];
}
