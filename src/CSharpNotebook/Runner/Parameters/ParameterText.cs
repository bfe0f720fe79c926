using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace CSharpNotebook.Runner;

/// <summary>
/// A value as typed, without quotation marks: its type depends on the parameter. For a parameter of text it is text, except
/// null; else it is read by YAML's core schema: null, true or false, a number, or text.
/// </summary>
/// <param name="Text">The typed text.</param>
public sealed partial record ParameterText(string Text)
{
    /// <summary>The value by YAML's core schema.</summary>
    /// <returns>Null, a <see cref="bool"/>, a <see cref="long"/>, a <see cref="BigInteger"/>, a <see cref="double"/> or a text.</returns>
    public object? Resolve()
    {
        switch (Text)
        {
            case "" or "~" or "null" or "Null" or "NULL" or "None": return null;
            case "true" or "True" or "TRUE": return true;
            case "false" or "False" or "FALSE": return false;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF": return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF": return double.NegativeInfinity;
            case ".nan" or ".NaN" or ".NAN": return double.NaN;
        }
        if (Integer().IsMatch(Text))
        {
            var number = BigInteger.Parse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
        }
        return Real().IsMatch(Text) ? double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture) : Text;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Real();
}
