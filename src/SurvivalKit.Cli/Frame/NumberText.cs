using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>Numbers as they are written and read on the command line, the same in every country.</summary>
internal static class NumberText
{
    /// <summary>Reads a finite number: <c>.5</c>, <c>12</c>, <c>1e3</c>.</summary>
    public static double? Read(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Six significant digits, for a reader.</summary>
    public static string Short(double value) => double.IsNaN(value) ? "NA" : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits, for statistics and errors.</summary>
    public static string Shorter(double value) => double.IsNaN(value) ? "NA" : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>All digits, so that reading it gives the same number; empty where there is none.</summary>
    public static string Exact(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>How many rows an analysis left out, for a note below its table; none where it used all.</summary>
    public static IEnumerable<string> OmittedRows(int count) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")} left out because a value is missing.")];

    /// <summary><c>95%</c> for a level of 0.95.</summary>
    public static string Percent(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
