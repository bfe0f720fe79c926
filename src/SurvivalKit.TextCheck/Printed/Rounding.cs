using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Rounds a computed number to the printed decimals under a rule.</summary>
/// <remarks>
/// The number is first rounded to 15 significant digits, so that a decimal half without exact binary form, such as 0.285, counts as a half.
/// </remarks>
public static class Rounding
{
    /// <summary>The number under a rule.</summary>
    /// <param name="value">A finite number below 1e15 in size.</param>
    /// <param name="decimals">The decimals to keep, 0 to 15.</param>
    /// <param name="rule">The rule.</param>
    public static decimal Round(double value, int decimals, RoundingRule rule)
    {
        Given.Within(value, -1e15, 1e15, "number to round");
        Given.AtLeast(decimals, 0, "number of decimals");
        decimal exact = (decimal)value;
        return Math.Round(exact, Math.Min(decimals, 15), rule switch
        {
            RoundingRule.HalfUp => MidpointRounding.AwayFromZero,
            RoundingRule.HalfEven => MidpointRounding.ToEven,
            _ => MidpointRounding.ToZero,
        });
    }

    /// <summary>The number half up, with exactly the decimals: <c>41.1</c>, <c>1.00</c>.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="decimals">The decimals to keep.</param>
    public static string Text(double value, int decimals) => Math.Abs(value) <= 1e15
        ? Round(value, decimals, RoundingRule.HalfUp).ToString(
            "F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>The first rule under which a number prints as given; <see langword="null"/>: none.</summary>
    internal static RoundingRule? RuleThatPrints(double value, decimal printed, int decimals)
    {
        if (!(Math.Abs(value) <= 1e15))
        {
            return null;
        }

        foreach (RoundingRule rule in Enum.GetValues<RoundingRule>())
        {
            if (Round(value, decimals, rule) == printed)
            {
                return rule;
            }
        }

        return null;
    }
}
