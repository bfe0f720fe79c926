using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The estimates of one panel and the widths of the text columns beside its plot.</summary>
internal sealed class ForestColumns
{
    /// <summary>Distance of columns in points.</summary>
    public const double Gap = 8;

    private readonly ImmutableArray<ForestRow> _rows;

    public ForestColumns(int panel, int panels, ImmutableArray<ForestRow> rows, ForestFigureOptions options, TextStyle text)
    {
        Panel = panel;
        IsOnly = panels == 1;
        _rows = rows;
        Estimates = [.. Enumerable.Range(0, rows.Length).Select(Of).OfType<ForestEstimate>()];
        // A summary is set bold, which is wider.
        TextStyle numbers = text with { Tabular = true };
        TextStyle strong = text with { Weight = TextWeight.SemiBold };
        if (rows.Any(r => r.Kind == ForestRowKind.Summary))
        {
            numbers = numbers with { Weight = TextWeight.SemiBold };
        }

        Space = Typesetter.Width(" ", text);
        ImmutableArray<ForestEstimate> shown = [.. Estimates.Where(e => e.IsEstimable)];
        RatioWidth = Widest(shown.Select(e => ForestText.Ratio(e.Ratio, options.Decimals)), numbers);
        double intervals = Widest(shown.Select(e => ForestText.Interval(e, options.Decimals)), numbers);
        RatioColumn = Math.Max(RatioWidth + Space + intervals, Typesetter.Width(RatioHeading(options), strong));
        if (rows.Any(r => r.Kind == ForestRowKind.Reference))
        {
            RatioColumn = Math.Max(RatioColumn, Typesetter.Width(ForestText.Reference, numbers));
        }

        ImmutableArray<string> ps =
        [
            .. shown.Where(e => e.P is not null).Select(e => PText.Value(e.P!.Value)),
            .. Enumerable.Range(0, rows.Length).Select(JointP).OfType<double>().Select(ForestText.JointP),
        ];
        PAfter = ps.IsEmpty ? 0 : Math.Max(Widest(ps.Select(p => p[Point(p)..]), numbers), Typesetter.Width("P", strong));
        PWidth = ps.IsEmpty ? 0 : Gap + Widest(ps.Select(p => p[..Point(p)]), numbers) + PAfter;
    }

    /// <summary>Number of the panel from 0.</summary>
    public int Panel { get; }

    /// <summary>Whether the figure has no other panel.</summary>
    public bool IsOnly { get; }

    /// <summary>The estimates of the panel.</summary>
    public ImmutableArray<ForestEstimate> Estimates { get; }

    /// <summary>Width of a space.</summary>
    public double Space { get; }

    /// <summary>Width of the ratios, which are aligned at their right.</summary>
    public double RatioWidth { get; }

    /// <summary>Width of ratios and intervals.</summary>
    public double RatioColumn { get; }

    /// <summary>Width of the P values from the decimal point on.</summary>
    public double PAfter { get; }

    /// <summary>Width of the P values with the gap before them; 0 where there are none.</summary>
    public double PWidth { get; }

    /// <summary>Width of the text with the gaps around it.</summary>
    public double TextWidth => RatioColumn + PWidth + (2 * Gap) + 7;

    /// <summary>The estimate of a row.</summary>
    public ForestEstimate? Of(int row) => Panel < _rows[row].Estimates.Count ? _rows[row].Estimates[Panel] : null;

    /// <summary>The P value of all coefficients of a row's variable.</summary>
    public double? JointP(int row) => Panel < _rows[row].JointP.Count ? _rows[row].JointP[Panel] : null;

    /// <summary>Whether this panel has an estimate in the block of rows that a reference row belongs to.</summary>
    public bool HasEstimateBeside(int row)
    {
        int first = row, last = row;
        while (first > 0 && _rows[first].Indent > 0)
        {
            first--;
        }

        while (last + 1 < _rows.Length && _rows[last + 1].Indent > 0)
        {
            last++;
        }

        return _rows[row].Indent == 0 || Enumerable.Range(first, last - first + 1).Any(r => Of(r) is not null);
    }

    /// <summary>Heading of the ratios' column.</summary>
    public static string RatioHeading(ForestFigureOptions options) =>
        $"{options.RatioHeading} ({NumberText.Level(options.Level)} CI)";

    /// <summary>Place of the decimal point in a P value.</summary>
    public static int Point(string p) => Math.Max(p.IndexOf('.', StringComparison.Ordinal), 0);

    private static double Widest(IEnumerable<string> texts, TextStyle style) =>
        texts.Select(t => Typesetter.Width(t, style)).DefaultIfEmpty(0).Max();
}
