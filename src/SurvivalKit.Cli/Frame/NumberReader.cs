using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>Numbers as they are read on the command line, independent of the culture.</summary>
internal static class NumberReader
{
    /// <summary>Reads a finite number: <c>.5</c>, <c>12</c>, <c>1e3</c>.</summary>
    public static double? Read(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
