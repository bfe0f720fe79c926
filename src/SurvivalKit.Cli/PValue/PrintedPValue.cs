using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>A P value as a paper prints it: <c>.04</c>, <c>0.040</c>, <c>&lt;.001</c>, <c>P = .04</c>.</summary>
internal sealed class PrintedPValue
{
    private readonly decimal _value;
    private readonly int _decimals;
    private readonly char _relation;

    private PrintedPValue(string text, decimal value, int decimals, char relation)
    {
        Text = text;
        _value = value;
        _decimals = decimals;
        _relation = relation;
    }

    /// <summary>The value as it was given.</summary>
    public string Text { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out PrintedPValue? printed)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        rest = rest.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? rest[1..].TrimStart() : rest;
        char relation = rest is ['<' or '>' or '=', ..] ? rest[0] : '=';
        rest = rest.TrimStart("<>=").TrimStart();
        bool isNumber = decimal.TryParse(rest, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value is >= 0 and <= 1;
        int decimals = rest.Contains('.') ? rest.Length - rest.IndexOf('.') - 1 : 0;
        printed = isNumber && decimals <= 15 ? new PrintedPValue(text, value, decimals, relation) : null;
        return printed is not null;
    }

    /// <summary>Whether a computed P would be printed so: within a bound, or rounded half up, half to even, or cut off at the printed decimals.</summary>
    public bool IsReproducedBy(double p)
    {
        if (double.IsNaN(p))
        {
            return false;
        }

        return _relation switch
        {
            '<' => (decimal)p < _value,
            '>' => (decimal)p > _value,
            _ => Enum.GetValues<RoundingRule>().Any(rule => Rounding.Round(p, _decimals, rule) == _value),
        };
    }
}
