using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SurvivalKit.TextCheck;

/// <summary>A P value as a paper prints it: <c>.04</c>, <c>0.040</c>, <c>&lt;.001</c>, <c>P = .04</c>.</summary>
public sealed partial record PrintedPValue
{
    // Two programs that sum the same probabilities differ by this much. Cut off, 0.999999999999 prints as .999 and 1 as 1.000.
    private const double ComputingError = 1e-12;

    private PrintedPValue(string text, PrintedNumber number, ClaimRelation relation)
    {
        Text = text;
        Number = number;
        Relation = relation;
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    /// <summary>The printed number, from 0 to 1, without sign.</summary>
    public PrintedNumber Number { get; }

    /// <summary>The printed number.</summary>
    public double Value => (double)Number.Value;

    /// <summary>How many decimals are printed.</summary>
    public int Decimals => Number.Decimals;

    /// <summary>Whether P is the number, or below or above it.</summary>
    public ClaimRelation Relation { get; }

    /// <summary>Every P that agrees with the printed one: a bound, or what rounds to the number, within 0 and 1.</summary>
    public ValueRange Range => RangeUnder(RoundingRule.HalfUp);

    /// <summary>Every P that is printed so under a rule; the rule does not matter for a bound.</summary>
    /// <param name="rule">The rule of rounding.</param>
    public ValueRange RangeUnder(RoundingRule rule) => Relation switch
    {
        ClaimRelation.Less => new(0, Value),
        ClaimRelation.Greater => new(Value, 1),
        _ => ValueRange.PrintedAs(Number, rule).And(new(0, 1)),
    };

    /// <summary>Reads a printed P value.</summary>
    /// <param name="text">The text: a number from 0 to 1 with at most 15 decimals, with or without the letter and a sign.</param>
    /// <param name="printed">The P value.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out PrintedPValue? printed)
    {
        ArgumentNullException.ThrowIfNull(text);
        printed = null;
        Match match = Pattern().Match(text);
        string digits = match.Groups["number"].Value.Replace('·', '.');
        if (!match.Success
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            || value is < 0 or > 1)
        {
            return false;
        }

        int decimals =
            digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        ClaimRelation relation = match.Groups["sign"].Value switch
        {
            "<" or "≤" or "<=" => ClaimRelation.Less,
            ">" or "≥" or ">=" => ClaimRelation.Greater,
            _ => ClaimRelation.Equal,
        };
        printed = decimals <= 15 ? new(text, new(value, decimals), relation) : null;
        return printed is not null;
    }

    /// <summary>Makes a P value of a number that is already read.</summary>
    /// <param name="number">The number, from 0 to 1.</param>
    /// <param name="relation">Whether P is the number, or below or above it.</param>
    /// <exception cref="SurvivalDataException">The number is not from 0 to 1.</exception>
    public static PrintedPValue FromNumber(PrintedNumber number, ClaimRelation relation = ClaimRelation.Equal)
    {
        Given.Within((double)number.Value, 0, 1, "P value");
        string sign = relation switch { ClaimRelation.Less => "<", ClaimRelation.Greater => ">", _ => "" };
        string digits = number.Text();
        return new(sign + (digits.StartsWith("0.", StringComparison.Ordinal) ? digits[1..] : digits), number, relation);
    }

    /// <summary>Whether a computed P would be printed so: within a bound, or rounded half up, half to even, or cut off at
    /// the printed decimals.</summary>
    /// <param name="p">The computed P; NaN is never printed.</param>
    public bool IsReproducedBy(double p) => RuleFor(p) is not null;

    /// <summary>The first rule under which a computed P prints so; <see langword="null"/>: none. Where a bound is printed and P is
    /// within it, half up.</summary>
    /// <param name="p">The computed P.</param>
    public RoundingRule? RuleFor(double p)
    {
        if (double.IsNaN(p))
        {
            return null;
        }

        return Relation switch
        {
            ClaimRelation.Less => (decimal)p < Number.Value ? RoundingRule.HalfUp : null,
            ClaimRelation.Greater => (decimal)p > Number.Value ? RoundingRule.HalfUp : null,
            _ => Rounding.RuleThatPrints(p, Number.Value, Decimals)
                ?? Rounding.RuleThatPrints(p * (1 - ComputingError), Number.Value, Decimals)
                ?? Rounding.RuleThatPrints(p * (1 + ComputingError), Number.Value, Decimals),
        };
    }

    /// <summary>The first rule under which some P of an interval prints so; <see langword="null"/>: none.</summary>
    /// <param name="possible">The P values that are possible.</param>
    public RoundingRule? RuleFor(ValueRange possible) =>
        possible.Overlaps(RangeUnder(RoundingRule.HalfUp)) ? RoundingRule.HalfUp
        : possible.Overlaps(RangeUnder(RoundingRule.Truncation)) ? RoundingRule.Truncation
        : null;

    [GeneratedRegex(
        @"^\s*(?:p(?:[\s-]*values?)?)?\s*(?<sign><=|>=|[<>=≤≥:])?\s*(?<number>\d+(?:[.·]\d+)?|[.·]\d+)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
