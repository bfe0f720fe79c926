using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>One panel of a forest plot: boxes on a logarithmic axis, then the ratios and the P values as text.</summary>
internal sealed class ForestPanel
{
    private const double AxisTick = 3;

    private readonly ImmutableArray<ForestRow> _rows;
    private readonly ForestFigureOptions _options;
    private readonly ForestColumns _columns;
    private readonly TextStyle _text;
    private readonly TextStyle _strong;
    private readonly TextStyle _numbers;
    private readonly LogAxis _axis;
    private readonly double _plotLeft;
    private readonly double _plotRight;
    private readonly double _ratioLeft;
    private readonly double _ratioRight;
    private readonly double _pPoint;
    private readonly double _greatestWeight;

    public ForestPanel(
        ForestColumns columns, ImmutableArray<ForestRow> rows, ForestFigureOptions options, double left, double right, TextStyle text)
    {
        _columns = columns;
        Left = left;
        Right = right;
        _rows = rows;
        _options = options;
        _text = text;
        _strong = text with { Weight = TextWeight.SemiBold };
        _numbers = text with { Tabular = true };
        // One scale for all panels, so that they can be compared.
        ImmutableArray<ForestEstimate> all = [.. rows.SelectMany(r => r.Estimates).OfType<ForestEstimate>().Where(e => e.IsEstimable)];
        bool isNatural = options.Axis == ForestAxis.Natural;
        ImmutableArray<(double, double, double)> drawn = [.. all.Select(estimate => (estimate.Ratio, estimate.Lower, estimate.Upper))];
        _axis = options is { AxisLower: { } lower, AxisUpper: { } upper }
            ? isNatural ? NaturalAxis.Between(lower, upper) : LogAxis.Between(lower, upper)
            : isNatural ? NaturalAxis.For(drawn) : LogAxis.For(drawn);
        _greatestWeight = columns.Estimates.Where(e => e.IsEstimable).Select(e => e.EffectiveWeight).DefaultIfEmpty(0).Max();
        HasMissing = columns.Estimates.Any(e => !e.IsEstimable)
            || Enumerable.Range(0, rows.Length).Any(row => columns.JointP(row) is double.NaN);
        HasCut = columns.Estimates.Any(e => e.IsEstimable && (e.Lower < _axis.Lower * 0.999 || e.Upper > _axis.Upper * 1.001));

        _pPoint = right - columns.PAfter;
        _ratioLeft = right - columns.PWidth - columns.RatioColumn;
        _ratioRight = _ratioLeft + columns.RatioWidth;
        // Space for the arrows of cut intervals.
        _plotLeft = left + 4;
        _plotRight = _ratioLeft - ForestColumns.Gap - 3;
    }

    /// <summary>Number of the panel from 0.</summary>
    public int Number => _columns.Panel;

    /// <summary>Left edge.</summary>
    public double Left { get; }

    /// <summary>Right edge.</summary>
    public double Right { get; }

    /// <summary>Whether an interval is cut.</summary>
    public bool HasCut { get; }

    /// <summary>Whether an estimate cannot be drawn.</summary>
    public bool HasMissing { get; }

    /// <summary>The headings of the text columns.</summary>
    public void DrawHeadings(Sketch sketch, double baseline)
    {
        sketch.Text(_ratioLeft, baseline, ForestColumns.RatioHeading(_options), _strong, part: "heading");
        if (_columns.PWidth > 0)
        {
            sketch.Text(_pPoint, baseline, $"{Typesetter.ItalicOn}P{Typesetter.ItalicOff}", _strong, part: "heading");
        }
    }

    /// <summary>The line at 1.</summary>
    public void DrawReferenceLine(Sketch sketch, double top, double bottom)
    {
        if (_axis.Lower <= 1 && _axis.Upper >= 1)
        {
            sketch.Line(X(1), top, X(1), bottom, new Stroke(Tones.Faint, 0.6) { Dashes = [2, 1.6] }, $"one {Number + 1}");
        }
    }

    /// <summary>The mark and the text of a row.</summary>
    public void DrawRow(Sketch sketch, int index, double baseline, double middle)
    {
        ForestRow row = _rows[index];
        if (_columns.JointP(index) is { } joint)
        {
            P(sketch, ForestText.JointP(joint), baseline, double.IsNaN(joint) ? _numbers with { Tone = Tones.Faint } : _numbers);
        }

        if (row.Kind == ForestRowKind.Reference)
        {
            if (!_columns.HasEstimateBeside(index))
            {
                return;
            }

            if (_axis.Lower <= 1 && _axis.Upper >= 1)
            {
                sketch.Add(Box(1, middle, 2.2, null, new Stroke(Tones.Faint, 0.7), "reference"));
            }

            sketch.Text(_ratioLeft, baseline, ForestText.Reference, _numbers with { Tone = Tones.Faint }, part: "ratio");
            return;
        }

        if (row.Kind == ForestRowKind.Heading && row.Estimates.Count == 0 || _columns.Of(index) is not { } estimate)
        {
            return;
        }

        if (!estimate.IsEstimable)
        {
            sketch.Text(_ratioLeft, baseline, ForestText.Missing, _numbers with { Tone = Tones.Faint }, part: "ratio");
            return;
        }

        TextStyle style = row.Kind == ForestRowKind.Summary ? _numbers with { Weight = TextWeight.SemiBold } : _numbers;
        sketch.Text(_ratioRight, baseline, ForestText.Ratio(estimate.Ratio, _options.Decimals), style, TextAnchor.End, part: "ratio");
        sketch.Text(_ratioRight + _columns.Space, baseline, ForestText.Interval(estimate, _options.Decimals), style, part: "interval text");
        if (estimate.P is { } p)
        {
            P(sketch, PText.Value(p), baseline, style);
        }

        if (row.Kind == ForestRowKind.Summary)
        {
            Diamond(sketch, estimate, middle);
        }
        else
        {
            Interval(sketch, estimate, middle);
        }
    }

    private void P(Sketch sketch, string text, double baseline, TextStyle style)
    {
        sketch.Text(_pPoint, baseline, text[..ForestColumns.Point(text)], style, TextAnchor.End, part: "p sign");
        sketch.Text(_pPoint, baseline, text[ForestColumns.Point(text)..], style, part: "p");
    }

    /// <summary>The axis with its ticks and titles.</summary>
    /// <returns>The y coordinate of its lower edge.</returns>
    public double DrawAxis(Sketch sketch, double top)
    {
        var line = new Stroke(Tones.Ink, 0.7);
        sketch.Line(_plotLeft, top, _plotRight, top, line, $"axis {Number + 1}");
        double baseline = top + AxisTick + 2 + (FontBook.CapHeight * _text.Size);
        int every = LabelStep();
        for (int i = 0; i < _axis.Ticks.Length; i++)
        {
            double x = X(_axis.Ticks[i]);
            sketch.Line(x, top, x, top + AxisTick, line);
            if ((i - _axis.Ticks.IndexOf(1)) % every == 0)
            {
                sketch.Text(x, baseline, _axis.LabelOf(_axis.Ticks[i]), _numbers, TextAnchor.Middle, part: "axis tick");
            }
        }

        double y = baseline;
        if (_options.FavoursLower is not null || _options.FavoursUpper is not null)
        {
            y = Favours(sketch, y + Sketch.LineHeight(_text.Size)) - Sketch.LineHeight(_text.Size);
        }

        y += Sketch.LineHeight(_text.Size) + 1;
        // In one line, or broken before the bracket.
        string bracket = $"({NumberText.Level(_options.Level)} CI, log scale)", label = $"{_options.AxisLabel} {bracket}";
        double room = _columns.IsOnly ? Math.Max(Right - Left, 120) : Math.Max(_plotRight - _plotLeft + 20, 60);
        ImmutableArray<string> lines =
            Typesetter.Width(label, _text) <= room ? [label] : TextWrapper.Wrap($"{_options.AxisLabel}\n{bracket}", _text, room);
        double reach = lines.Max(l => Typesetter.Width(l, _text)) / 2, middle = (_plotLeft + _plotRight) / 2;
        middle = Math.Max(Math.Min(middle, Right - reach), _columns.IsOnly ? 6 + reach : Left + reach);
        return sketch.Lines(middle, y, lines, _text, TextAnchor.Middle, part: "axis label") - _text.Size;
    }

    // Every tick is labelled, or every second one counted from 1, and so on, so that the labels stay symmetric.
    private int LabelStep()
    {
        int one = Math.Max(_axis.Ticks.IndexOf(1), 0);
        for (int every = 1; every < _axis.Ticks.Length; every++)
        {
            double[] labelled = [.. _axis.Ticks.Where((_, i) => (i - one) % every == 0)];
            if (labelled.Zip(labelled.Skip(1))
                .All(p => X(p.Second) - X(p.First) >= (Width(_axis.LabelOf(p.First)) + Width(_axis.LabelOf(p.Second))) / 2 + 3))
            {
                return every;
            }
        }

        return Math.Max(_axis.Ticks.Length, 1);
    }

    private double Favours(Sketch sketch, double y)
    {
        // A single panel can also use the space below the labels.
        double one = Math.Clamp(X(1), _plotLeft, _plotRight), bottom = y;
        (double left, double right) = _columns.IsOnly ? (6, sketch.Width - 6) : (Left, Right);
        if (_options.FavoursLower is { } lower)
        {
            bottom = Math.Max(bottom, sketch.Lines(
                one - 4, y, TextWrapper.Wrap("\u2190\u00A0" + lower, _text, one - 4 - left), _text, TextAnchor.End, "favours"));
        }

        if (_options.FavoursUpper is { } upper)
        {
            bottom = Math.Max(
                bottom, sketch.Lines(one + 4, y, TextWrapper.Wrap(upper + "\u00A0\u2192", _text, right - one - 4), _text, part: "favours"));
        }

        return bottom;
    }

    private void Interval(Sketch sketch, ForestEstimate estimate, double middle)
    {
        bool cutLow = estimate.Lower < _axis.Lower * 0.999, cutHigh = estimate.Upper > _axis.Upper * 1.001;
        double left = cutLow ? _plotLeft : X(estimate.Lower), right = cutHigh ? _plotRight : X(estimate.Upper);
        left = Math.Clamp(left, _plotLeft, _plotRight);
        right = Math.Clamp(right, _plotLeft, _plotRight);
        var line = new Stroke(Tones.Ink, 0.9);
        sketch.Line(left, middle, right, middle, line, $"interval {Number + 1}");
        if (cutLow)
        {
            sketch.Add(Arrow(_plotLeft, middle, -1));
        }
        else
        {
            sketch.Line(left, middle - 1.8, left, middle + 1.8, line);
        }

        if (cutHigh)
        {
            sketch.Add(Arrow(_plotRight, middle, 1));
        }
        else
        {
            sketch.Line(right, middle - 1.8, right, middle + 1.8, line);
        }

        if (estimate.Ratio < _axis.Lower || estimate.Ratio > _axis.Upper)
        {
            return;
        }
        // The area shows the weight; the smallest box stays visible.
        double share = _greatestWeight > 0 ? estimate.EffectiveWeight / _greatestWeight : 1;
        double half = Math.Max(0.22, Math.Sqrt(share) * 0.42) * _text.Size;
        sketch.Add(Box(estimate.Ratio, middle, half, new Fill(Tones.Groups[0]), null, $"box {Number + 1}"));
    }

    private void Diamond(Sketch sketch, ForestEstimate estimate, double middle)
    {
        double left = Math.Clamp(X(Math.Max(estimate.Lower, _axis.Lower)), _plotLeft, _plotRight), right =
            Math.Clamp(X(Math.Min(estimate.Upper, _axis.Upper)), _plotLeft, _plotRight);
        double centre = Math.Clamp(X(estimate.Ratio), left, right), half = 0.42 * _text.Size;
        Chain diamond = new([new(left, middle), new(centre, middle - half), new(right, middle), new(centre, middle + half)], Closed: true);
        sketch.Add(new PathMark([diamond], Fill: new Fill(Tones.Groups[1])) { Part = $"diamond {Number + 1}" });
    }

    private RectangleMark Box(double ratio, double middle, double half, Fill? fill, Stroke? stroke, string part) =>
        new(X(ratio) - half, middle - half, 2 * half, 2 * half, fill, stroke) { Part = part };

    private static PathMark Arrow(double x, double y, int direction) =>
        new([new Chain(
            [new(x + (3.5 * direction), y), new(x - (0.5 * direction), y - 2.2), new(x - (0.5 * direction), y + 2.2)],
            Closed: true)], Fill: new Fill(Tones.Ink))
        { Part = "arrow" };

    private double X(double ratio) => _plotLeft + (_axis.Fraction(ratio) * (_plotRight - _plotLeft));

    private double Width(string text) => Typesetter.Width(text, _numbers);
}
