using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>Residuals in a few lines: the kind, and quartiles and range of each column.</summary>
internal static class ResidualText
{
    /// <summary>The name of a kind as a column has it.</summary>
    public static string NameOf(CoxResidualKind kind) => kind switch
    {
        CoxResidualKind.CoxSnell => "cox-snell",
        CoxResidualKind.ScaledSchoenfeld => "scaled-schoenfeld",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Summary(CoxResiduals residuals)
    {
        var text = new StringBuilder();
        string rows = residuals.Kind is CoxResidualKind.Schoenfeld or CoxResidualKind.ScaledSchoenfeld ? "events" : residuals.Groups.IsEmpty ? "observations" : "groups";
        text.Append(CultureInfo.InvariantCulture, $"{Title(residuals.Kind)} residuals of {residuals.Rows} {rows}\n\n");
        var grid = new TextGrid("", "min", "25%", "median", "75%", "max");
        for (int j = 0; j < residuals.Columns; j++)
        {
            double[] sorted = residuals.Column(j).ToArray();
            Array.Sort(sorted);
            grid.Add([residuals.Names[j], .. new[] { Quantile(sorted, 0), Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), Quantile(sorted, 1) }.Select(Shown)]);
        }

        return text.Append(grid).ToString();
    }

    private static string Shown(double value) => double.IsNaN(value) ? "NA" : NumberText.Significant(value);

    private static string Title(CoxResidualKind kind) => kind switch
    {
        CoxResidualKind.CoxSnell => "Cox-Snell",
        CoxResidualKind.ScaledSchoenfeld => "Scaled Schoenfeld",
        CoxResidualKind.DfBeta => "dfbeta",
        CoxResidualKind.DfBetas => "dfbetas",
        _ => kind.ToString(),
    };

    // R's type 7.
    private static double Quantile(double[] sorted, double p)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = p * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }
}
