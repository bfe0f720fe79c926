using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>P values as the AMA Manual of Style (11th edition, 19.5) writes them: no zero before the point.</summary>
internal static class PText
{
    /// <summary>Such as <c>.72</c>, <c>.005</c>, <c>&lt;.001</c> or <c>&gt;.99</c>.</summary>
    public static string Value(double p)
    {
        if (double.IsNaN(p))
            return "NA";
        if (p < 0.001)
            return "<.001";
        if (p > 0.99)
            return ">.99";
        // Two decimals, three below .01 and where two would round a P that is below .05 up to it.
        bool three = p < 0.01 || (p >= 0.045 && p < 0.05);
        string text = p.ToString(three ? "F3" : "F2", CultureInfo.InvariantCulture);
        return text == "1.00" ? ">.99" : text[1..];
    }

    /// <summary>With an italic P: <c>P = .72</c> or <c>P &lt; .001</c>.</summary>
    public static string Equation(double p)
    {
        string value = Value(p);
        string sign = value[0] is '<' or '>' ? $"{value[0]} {value[1..]}" : $"= {value}";
        return $"{Typesetter.ItalicOn}P{Typesetter.ItalicOff} {sign}";
    }
}
