using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>Lays out a forest plot: labels and counts at the left, then for each panel the plot, the ratios and the P values.</summary>
internal sealed class ForestLayout
{
    private const double Edge = 6;
    private const double LeastPlot = 58;
    private const double IndentStep = 8;

    private readonly ImmutableArray<ForestRow> _rows;
    private readonly ForestFigureOptions _options;
    private readonly Sketch _sketch;
    private readonly TextStyle _text;
    private readonly TextStyle _strong;
    private readonly TextStyle _small;
    private readonly TextStyle _numbers;
    private readonly ImmutableArray<ImmutableArray<string>> _labels;
    private readonly ImmutableArray<double> _heights;
    private readonly ImmutableArray<ForestPanel> _panels;
    private readonly double _labelWidth;
    private readonly double _countsRight;
    private readonly bool _showsCounts;
    private readonly double _interactionWidth;

    private ForestLayout(ImmutableArray<ForestRow> rows, ForestFigureOptions options)
    {
        _rows = rows;
        _options = options;
        _sketch = new Sketch(options.WidthInPoints, options.Theme, options.Background);
        double size = options.EffectiveTextSize;
        int panels = Math.Max(1, Math.Max(options.Panels.Count, rows.Max(r => r.Estimates.Count)));
        // Two panels with 8-point text leave no space for the plots.
        if (panels > 1 && options.TextSize is null)
        {
            size = 7;
        }

        _text = new TextStyle(size, Tones.Ink);
        _strong = _text with { Weight = TextWeight.SemiBold };
        _small = new TextStyle(Math.Max(size - 1, Math.Min(size, 7)), Tones.Faint);
        _numbers = _text with { Tabular = true };
        ImmutableArray<ForestColumns> columns = [.. Enumerable.Range(0, panels)
            .Select(p => new ForestColumns(p, panels, rows, options, _text))];
        _interactionWidth = rows.Any(r => r.InteractionP is not null) ? ForestColumns.Gap + Typesetter.Width("interaction", _strong) : 0;

        // The width that remains for the labels at the least plot widths; if too small, the counts are dropped first.
        ImmutableArray<string> counts = [.. rows.Select(ForestText.Counts)];
        double countsWidth = ForestColumns.Gap
            + Math.Max(counts.Max(c => Typesetter.Width(c, _numbers)), Typesetter.Width(CountsHeading, _strong));
        double room = _sketch.Width - (2 * Edge) - _interactionWidth - columns.Sum(c => c.TextWidth + LeastPlot);
        double needed = rows.Max(r => (IndentStep * r.Indent) + TextWrapper.LongestPiece(r.Label, LabelStyle(r)));
        needed = Math.Max(needed, Typesetter.Width(options.LabelHeading, _strong));
        _showsCounts = options.Counts ?? (counts.Any(c => c.Length > 0) && room - countsWidth >= needed);
        if (_showsCounts)
        {
            room -= countsWidth;
        }

        if (room < Math.Min(needed, 40))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The forest plot does not fit into {options.Width} mm; at this text size it needs a width of {Math.Ceiling((options.WidthInPoints + Math.Min(needed, 40) - room) * 25.4 / 72)} mm, or fewer columns."));
        }

        double longest = Math.Max(rows.Max(LabelWidth) + 1, needed);
        _labelWidth = Math.Min(Math.Min(longest, room), Math.Max(needed, (panels > 1 ? 0.22 : 0.34) * _sketch.Width));
        double x = Edge + _labelWidth + (_showsCounts ? countsWidth : 0);
        _countsRight = x;
        _labels = [.. rows.Select(r => TextWrapper.Wrap(r.Label, LabelStyle(r), LabelRoom(r)))];
        _heights = [.. _labels.Select(l => (l.Length * Sketch.LineHeight(size)) + (0.5 * size))];
        // All plots are equally wide, so that panels with more text do not have narrower plots.
        double plot = (_sketch.Width - Edge - _interactionWidth - x - columns.Sum(c => c.TextWidth)) / panels;
        ImmutableArray<ForestPanel>.Builder placed = ImmutableArray.CreateBuilder<ForestPanel>(panels);
        foreach (ForestColumns c in columns)
        {
            placed.Add(new ForestPanel(c, rows, options, x + ForestColumns.Gap, x + c.TextWidth + plot, _text));
            x += c.TextWidth + plot;
        }

        _panels = placed.MoveToImmutable();
    }

    // A heading without counts may extend over their column.
    private double LabelRoom(ForestRow row) =>
        (row.Kind == ForestRowKind.Heading && ForestText.Counts(row).Length == 0
            ? _countsRight - Edge
            : _labelWidth) - (IndentStep * row.Indent);

    private string CountsHeading =>
        _rows.Any(r => r.Events is not null) ? _rows.Any(r => r.Count is not null) ? "Events/No." : "Events" : "No.";

    /// <summary>The finished scene.</summary>
    public static Scene Draw(ImmutableArray<ForestRow> rows, ForestFigureOptions options) => new ForestLayout(rows, options).Draw();

    private Scene Draw()
    {
        double y = 4;
        if (_options.Title is { } title)
        {
            TextStyle style = _strong with { Size = _text.Size + 1 };
            y = _sketch.Lines(Edge, y + style.Size, TextWrapper.Wrap(title, style, _sketch.Width - (2 * Edge)), style, part: "title")
                - style.Size + 6;
        }

        y = Headings(y);
        double top = y;
        Zebra(y);
        foreach (ForestPanel panel in _panels)
        {
            panel.DrawReferenceLine(_sketch, top, top + _heights.Sum());
        }

        for (int i = 0; i < _rows.Length; i++)
        {
            Row(i, y);
            y += _heights[i];
        }

        double bottom = y;
        foreach (ForestPanel panel in _panels)
        {
            y = Math.Max(y, panel.DrawAxis(_sketch, bottom));
        }

        string note = string.Join(' ', new[] { Explanation(), _options.Footnote ?? "" }.Where(s => s.Length > 0));
        if (note.Length > 0)
        {
            y = _sketch.Lines(
                Edge,
                y + 4 + _small.Size,
                TextWrapper.Wrap(note, _small, _sketch.Width - (2 * Edge)),
                _small,
                part: "footnote") - _small.Size;
        }

        return _sketch.Finish(y + 4);
    }

    private double Headings(double y)
    {
        if (_options.Panels.Count > 0)
        {
            foreach (ForestPanel panel in _panels.Where(p => p.Number < _options.Panels.Count))
            {
                _sketch.Text((panel.Left + panel.Right) / 2, y
                    + _text.Size, _options.Panels[panel.Number], _strong, TextAnchor.Middle, part: "panel");
            }

            y += Sketch.LineHeight(_text.Size) + 1;
            foreach (ForestPanel panel in _panels.Where(p => p.Number < _options.Panels.Count))
            {
                _sketch.Line(panel.Left, y, panel.Right, y, new Stroke(Tones.Rule, 0.5));
            }

            y += 1;
        }

        bool twoLines = _interactionWidth > 0;
        double baseline = y + _text.Size + (twoLines ? Sketch.LineHeight(_text.Size) : 0);
        _sketch.Text(Edge, baseline, _options.LabelHeading, _strong, part: "heading");
        if (_showsCounts)
        {
            _sketch.Text(_countsRight, baseline, CountsHeading, _strong, TextAnchor.End, part: "heading");
        }

        foreach (ForestPanel panel in _panels)
        {
            panel.DrawHeadings(_sketch, baseline);
        }

        if (twoLines)
        {
            _sketch.Text(
                _sketch.Width - Edge,
                baseline - Sketch.LineHeight(_text.Size),
                $"{Typesetter.ItalicOn}P{Typesetter.ItalicOff} for",
                _strong,
                TextAnchor.End,
                part: "heading");
            _sketch.Text(_sketch.Width - Edge, baseline, "interaction", _strong, TextAnchor.End, part: "heading");
        }

        y = baseline + (0.45 * _text.Size);
        _sketch.Line(Edge, y, _sketch.Width - Edge, y, new Stroke(Tones.Ink, 0.7));
        return y + 1;
    }

    // A heading and the rows below it are one block; without headings each row is.
    private void Zebra(double y)
    {
        if (!_options.Zebra)
        {
            return;
        }

        bool shaded = false;
        for (int i = 0; i < _rows.Length; i++)
        {
            bool starts = _rows[i].Indent == 0;
            shaded = starts ? !shaded : shaded;
            if (shaded)
            {
                _sketch.Add(
                    new RectangleMark(Edge - 3, y, _sketch.Width - (2 * Edge) + 6, _heights[i], new Fill(Tones.Shade)) { Part = "shade" });
            }

            y += _heights[i];
        }
    }

    private void Row(int i, double y)
    {
        ForestRow row = _rows[i];
        double baseline = y + (0.25 * _text.Size) + (0.98 * _text.Size);
        _sketch.Lines(Edge + (IndentStep * row.Indent), baseline, _labels[i], LabelStyle(row), part: "label");
        double middle = baseline - (FontBook.CapHeight / 2 * _text.Size);
        if (_showsCounts)
        {
            _sketch.Text(_countsRight, baseline, ForestText.Counts(row), _numbers, TextAnchor.End, part: "counts");
        }

        foreach (ForestPanel panel in _panels)
        {
            panel.DrawRow(_sketch, i, baseline, middle);
        }

        if (row.InteractionP is { } p)
        {
            _sketch.Text(_sketch.Width - Edge, baseline, PText.Value(p), _numbers, TextAnchor.End, part: "interaction");
        }
    }

    private string Explanation()
    {
        var parts = new List<string>();
        if (_panels.Any(p => p.HasCut))
        {
            parts.Add("Arrows: the interval goes beyond the axis.");
        }

        if (_panels.Any(p => p.HasMissing))
        {
            parts.Add(ForestText.NotEstimable(_rows));
        }

        return string.Join(' ', parts);
    }

    private TextStyle LabelStyle(ForestRow row) => row.Kind is ForestRowKind.Heading or ForestRowKind.Summary ? _strong : _text;

    private double LabelWidth(ForestRow row) => (IndentStep * row.Indent) + Typesetter.Width(row.Label, LabelStyle(row));
}
