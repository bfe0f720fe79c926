using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Lays out an oncoprint: burden above, genes by samples, bars at the right, tracks and names below, then the keys.</summary>
internal sealed class OncoprintLayout
{
    private const double Edge = 6;
    private const double Gap = 6;
    private const double BurdenHeight = 44;

    private readonly OncoprintData _data;
    private readonly OncoprintGrid _grid;
    private readonly OncoprintFigureOptions _options;
    private readonly ImmutableDictionary<string, AlterationStyle> _styles;
    private readonly ImmutableArray<OncoprintTrack> _tracks;
    private readonly Sketch _sketch;
    private readonly TextStyle _text;
    private readonly TextStyle _numbers;
    private readonly TextStyle _small;
    private readonly double _left;
    private readonly double _cell;
    private readonly double _inset;
    private readonly double _rowHeight;
    private readonly double _percentRight;

    private OncoprintLayout(OncoprintData data, OncoprintGrid grid, OncoprintFigureOptions options)
    {
        _data = data;
        _grid = grid;
        _options = options;
        _styles = AlterationStyles.Choose(grid.Kinds, options.KindColours);
        _tracks = OncoprintTrack.Align(data.Tracks, grid.Samples);
        _sketch = new Sketch(options.WidthInPoints, options.Theme, options.Background);
        double size = options.EffectiveTextSize;
        _text = new TextStyle(size, Tones.Ink);
        _numbers = _text with { Tabular = true };
        _small = new TextStyle(Math.Max(size - 1, Math.Min(size, 7)), Tones.Ink) { Tabular = true };
        _rowHeight = 1.9 * size;

        double names = grid.Genes.Select(Italic).Concat(_tracks.Select(t => t.Name)).Max(n => Typesetter.Width(n, _text));
        _percentRight = Edge + Math.Min(names, 0.3 * _sketch.Width) + Gap + Typesetter.Width("100%", _numbers);
        double burdenAxis = data.Burden.Count > 0 ? Edge + Sketch.LineHeight(size) + 8 + Typesetter.Width("000", _numbers) : 0;
        _left = Math.Max(_percentRight, burdenAxis) + Gap;
        double bars = Math.Clamp(0.16 * _sketch.Width, 34, 80);
        double room = _sketch.Width - Edge - bars - Gap - _left;
        _cell = Math.Min(room / grid.Samples.Length, 3.6 * size);
        _inset = _cell > 8 ? 0.8 : _cell > 3 ? 0.3 : 0;
    }

    private double CellHeight => _rowHeight - 1.6;

    private bool IsNarrow => _cell - (2 * _inset) < CellHeight / 2;

    private double Right => _left + (_cell * _grid.Samples.Length);

    /// <summary>The finished scene.</summary>
    public static Scene Draw(OncoprintData data, OncoprintGrid grid, OncoprintFigureOptions options) =>
        new OncoprintLayout(data, grid, options).Draw();

    private Scene Draw()
    {
        double y = 5;
        if (_options.Title is { } title)
        {
            TextStyle style = _text with { Size = _text.Size + 1, Weight = TextWeight.SemiBold };
            y = _sketch.Lines(Edge, y + style.Size, TextWrapper.Wrap(title, style, _sketch.Width - (2 * Edge)), style, part: "title")
                - style.Size + 6;
        }

        if (_data.Burden.Count > 0)
        {
            y = OncoprintBurden.Draw(_sketch, _data, _grid, _options, _text, _small, _left, _cell, _inset, y, BurdenHeight) + 5;
        }

        double top = y;
        foreach (string gene in _grid.Genes)
        {
            Gene(gene, y);
            y += _rowHeight;
        }

        Bars(top, y);
        y += _tracks.IsEmpty ? 0 : 4;
        foreach (OncoprintTrack track in _tracks)
        {
            Track(track, y);
            y += _rowHeight;
        }

        y = Names(y + 3);
        return _sketch.Finish(Keys(y + 6) + 5);
    }

    private void Gene(string gene, double y)
    {
        double baseline = Baseline(y);
        Label(Italic(gene), baseline, "gene");
        double percent = 100.0 * _grid.AlteredSamples(gene) / _grid.Samples.Length;
        _sketch.Text(
            _percentRight, baseline, percent.ToString("0", CultureInfo.InvariantCulture) + "%", _numbers, TextAnchor.End, part: "percent");
        double width = _cell - (2 * _inset), height = CellHeight;
        // One mark for the cells of a row: a cohort of hundreds has thousands of cells.
        _sketch.Add(new PathMark(
            [.. Enumerable.Range(0, _grid.Samples.Length).Select(s => Cell(s, y + 0.8, width, height))],
            Fill: new Fill(Tones.Cell))
        { Part = $"cells {gene}" });
        for (int s = 0; s < _grid.Samples.Length; s++)
        {
            double x = _left + (s * _cell) + _inset;
            ImmutableArray<string> kinds = [.. _grid.Cell(gene, _grid.Samples[s]).OrderBy(k => _styles[k].Layer)];
            for (int k = 0; k < kinds.Length; k++)
            {
                Mark mark = _styles[kinds[k]].In(x, y + 0.8, width, height, IsNarrow);
                // A mark drawn over another has a rim, so that it stays visible in grey.
                if (k > 0 && _styles[kinds[k]].Layer > 1 && _inset > 0)
                {
                    mark = AlterationStyle.WithRim(mark, new Stroke(Tones.Cell, 0.7));
                }

                _sketch.Add(mark with { Part = $"{gene} {_grid.Samples[s]} {kinds[k]}" });
            }
        }
    }

    private Chain Cell(int sample, double y, double width, double height)
    {
        double x = _left + (sample * _cell) + _inset;
        return new Chain([new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)], Closed: true);
    }

    private void Label(string text, double baseline, string part)
    {
        double room = _percentRight - Typesetter.Width("100%", _numbers) - Gap - Edge;
        _sketch.Text(Edge, baseline, TextWrapper.Shorten(text, _text, room), _text, part: part);
    }

    // A bar for each gene: in how many samples it has each class, one behind the other; a sample with two classes counts in both.
    private void Bars(double top, double bottom)
    {
        double left = Right + Gap + 3, right = _sketch.Width - Edge - (Typesetter.Width("0", _small) / 2);
        int most = _grid.Genes.Max(g => _grid.Kinds.Sum(k => _grid.Count(g, k)));
        if (most == 0)
        {
            return;
        }

        int step = (int)Math.Max(1, LinearTicks.Step(most, 4, null));
        int end = most;
        double width = Math.Min(right - left, 110), y = top;
        foreach (string gene in _grid.Genes)
        {
            double x = left;
            foreach (string kind in _grid.Kinds.Where(k => _grid.Count(gene, k) > 0))
            {
                double length = (double)_grid.Count(gene, kind) / end * width;
                _sketch.Add(
                    new RectangleMark(x, y + 2.5, length, _rowHeight - 5, new Fill(_styles[kind].Tone)) { Part = $"bar {gene} {kind}" });
                x += length;
            }

            y += _rowHeight;
        }

        var line = new Stroke(Tones.Ink, 0.6);
        _sketch.Line(left, bottom, left + width, bottom, line);
        for (int tick = 0; tick <= end; tick += step)
        {
            double x = left + ((double)tick / end * width);
            _sketch.Line(x, bottom, x, bottom + 2, line);
            _sketch.Text(x, bottom + 3 + (FontBook.CapHeight * _small.Size) + 1, tick.ToString(
                CultureInfo.InvariantCulture), _small, TextAnchor.Middle, part: "bar tick");
        }

        _sketch.Text(left + (width / 2), bottom + 5 + (2.1 * _small.Size), "Alterations", _small, TextAnchor.Middle, part: "bar label");
    }

    private void Track(OncoprintTrack track, double y)
    {
        Label(track.Name, Baseline(y), "track");
        for (int s = 0; s < _grid.Samples.Length; s++)
        {
            double x = _left + (s * _cell) + _inset, width = _cell - (2 * _inset), height = _rowHeight - 4;
            Tone? tone = track.ToneOf(_grid.Samples[s]);
            _sketch.Add(tone is { } colour
                ? new RectangleMark(x, y + 2, width, height, new Fill(colour)) { Part = $"{track.Name} {_grid.Samples[s]}" }
                : new RectangleMark(x + 0.3, y + 2.3, width - 0.6, height - 0.6, Stroke: new Stroke(Tones.Rule, 0.6))
                {
                    Part = $"{track.Name} {_grid.Samples[s]}"
                });
        }
    }

    private double Names(double y)
    {
        // Upright where a name fits its column, else turned; narrower columns than a line of text have no names.
        double widest = _grid.Samples.Max(s => Typesetter.Width(s, _small));
        if (!(_options.SampleNames ?? _cell >= 0.95 * _small.Size))
        {
            return y + Below();
        }

        bool turned = widest > _cell - 1;
        for (int s = 0; s < _grid.Samples.Length; s++)
        {
            double centre = _left + ((s + 0.5) * _cell);
            if (turned)
            {
                _sketch.Text(
                    centre + (FontBook.CapHeight * _small.Size / 2), y + 2, _grid.Samples[s], _small, TextAnchor.End, -90, part: "sample");
            }
            else
            {
                _sketch.Text(centre, y + _small.Size, _grid.Samples[s], _small, TextAnchor.Middle, part: "sample");
            }
        }

        return Math.Max(y + (turned ? widest + 3 : Sketch.LineHeight(_small.Size)), y + Below());
    }

    // The axis of the bars extends below the last gene; tracks leave space for it.
    private double Below() => Math.Max(0, 8 + (2.2 * _small.Size) - (_tracks.IsEmpty ? 0 : 4 + (_tracks.Length * _rowHeight)));

    private double Keys(double y)
    {
        ImmutableArray<(string, Action<double, double, double>)> kinds =
        [
            .. _grid.Kinds.Select(k => (Capital(k), (Action<double, double, double>)((x, top, size) =>
            {
                _sketch.Add(new RectangleMark(x, top, size, size, new Fill(Tones.Cell)));
                _sketch.Add(_styles[k].In(x, top, size, size, IsNarrow) with { Part = $"key {k}" });
            }))),
            ("None", (x, top, size) => _sketch.Add(new RectangleMark(x, top, size, size, new Fill(Tones.Cell)))),
        ];
        y = SwatchKey.Draw(_sketch, "Alteration", kinds, Edge, y, _text);
        foreach (OncoprintTrack track in _tracks)
        {
            ImmutableArray<(string, Action<double, double, double>)> levels =
                [.. track.Key.Select(l => (l.Label, (Action<double, double, double>)((x, top, size) =>
                    _sketch.Add(OncoprintTrack.Swatch(l.Tone, x, top, size)))))];
            y = SwatchKey.Draw(_sketch, track.Name, levels, Edge, y + 5, _text);
        }

        if (_data.Burden.Count > 0 && _grid.Samples.Any(sample => _data.BurdenOf(sample) is null))
        {
            Action<double, double, double> unknown = (x, top, size) => _sketch.Add(OncoprintBurden.Unknown(x, top, size, size));
            y = SwatchKey.Draw(_sketch, _options.BurdenLabel, [("Unknown", unknown)], Edge, y + 5, _text);
        }

        string footnote = string.Join(' ', new[] { _grid.LeftOut, _options.Footnote }.Where(text => !string.IsNullOrEmpty(text)));
        if (footnote.Length == 0)
        {
            return y;
        }

        TextStyle style = _small with { Tone = Tones.Faint, Tabular = false };
        return _sketch.Lines(
            Edge, y + 6 + style.Size, TextWrapper.Wrap(footnote, style, _sketch.Width - (2 * Edge)), style, part: "footnote") - style.Size;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private double Baseline(double y) => y + (_rowHeight / 2) + (FontBook.CapHeight * _text.Size / 2);

    // Symbols of genes are set in italics (HUGO Gene Nomenclature Committee).
    private static string Italic(string gene) => $"{Typesetter.ItalicOn}{gene}{Typesetter.ItalicOff}";
}
