using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>
/// Writes a scene as SVG. Text becomes outlines, each glyph once; ids and classes begin with a hash of the content,
/// so several figures can be in one page and the same figure always gives the same bytes.
/// </summary>
internal sealed class SvgRenderer
{
    // A placeholder for the hash until the content is known; a character that XML text cannot contain.
    private const char Prefix = '\u0001';

    private readonly Scene _scene;
    private readonly StringBuilder _body = new();
    private readonly SvgGlyphs _glyphs = new(Prefix);
    private readonly SortedDictionary<string, Tone> _tones = new(StringComparer.Ordinal);

    private SvgRenderer(Scene scene) => _scene = scene;

    /// <summary>The SVG element, ending in a line break.</summary>
    public static string Render(Scene scene, string title, string description)
    {
        var renderer = new SvgRenderer(scene);
        return renderer.Document(title, description);
    }

    private string Document(string title, string description)
    {
        if (_scene.Paper is { } paper)
        {
            Write(new RectangleMark(0, 0, _scene.Width, _scene.Height, new Fill(paper)) { Part = "paper" });
        }

        foreach (Mark mark in _scene.Marks)
        {
            Write(mark);
        }

        string width = Numbers.Coordinate(_scene.Width), height = Numbers.Coordinate(_scene.Height);
        string mmWidth = Numbers.Coordinate(_scene.Width * 25.4 / 72), mmHeight = Numbers.Coordinate(_scene.Height * 25.4 / 72);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
            .Append(CultureInfo.InvariantCulture, $" width=\"{mmWidth}mm\" height=\"{mmHeight}mm\" viewBox=\"0 0 {width} {height}\"")
            .Append(
                CultureInfo.InvariantCulture,
                $" style=\"max-width:100%;height:auto\" role=\"img\" aria-labelledby=\"{Prefix}-title {Prefix}-desc\">\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"<title id=\"{Prefix}-title\">{Xml.Text(title)}</title>\n<desc id=\"{Prefix}-desc\">{Xml.Text(description)}</desc>\n");
        if (_scene.Theme == FigureTheme.Adaptive)
        {
            svg.Append(Style());
        }

        _glyphs.Write(svg);
        svg.Append(_body).Append("</svg>\n");
        string content = svg.ToString();
        return content.Replace(Prefix.ToString(), Hash(content), StringComparison.Ordinal);
    }

    // A letter and five letters or digits, 1.6 thousand million of them: short, as every letter of the figure refers to one.
    private static string Hash(string content)
    {
        const string Digits = "abcdefghijklmnopqrstuvwxyz0123456789";
        ulong number = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        Span<char> hash = stackalloc char[6];
        for (int i = 0; i < hash.Length; i++)
        {
            uint size = i == 0 ? 26u : 36u;
            hash[i] = Digits[(int)(number % size)];
            number /= size;
        }

        return new string(hash);
    }

    // The light colours are attributes, which every program supports; only the dark ones need CSS.
    private string Style()
    {
        var dark = new StringBuilder();
        var forced = new StringBuilder();
        foreach ((string name, Tone tone) in _tones)
        {
            string property = name[0] == 'f' ? "fill" : "stroke";
            dark.Append(CultureInfo.InvariantCulture, $":root:not([data-theme=light]) .{Prefix}-{name}{{{property}:{tone.Dark}}}");
            forced.Append(CultureInfo.InvariantCulture, $":root[data-theme=dark] .{Prefix}-{name}{{{property}:{tone.Dark}}}");
        }

        return $"<style>@media (prefers-color-scheme:dark){{{dark}}}{forced}</style>\n";
    }

    private void Write(Mark mark)
    {
        switch (mark)
        {
            case PathMark path:
                _body.Append("<path")
                    .Append(Part(mark))
                    .Append(" d=\"")
                    .Append(Data(path.Chains))
                    .Append('"')
                    .Append(Paint(path.Fill, path.Stroke))
                    .Append("/>\n");
                break;
            case RectangleMark box:
                _body.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect{Part(mark)} x=\"{Numbers.Coordinate(box.X)}\" y=\"{Numbers.Coordinate(box.Y)}\" width=\"{Numbers.Coordinate(box.Width)}\" height=\"{Numbers.Coordinate(box.Height)}\"")
                    .Append(Paint(box.Fill, box.Stroke)).Append("/>\n");
                break;
            case CircleMark circle:
                _body.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle{Part(mark)} cx=\"{Numbers.Coordinate(circle.X)}\" cy=\"{Numbers.Coordinate(circle.Y)}\" r=\"{Numbers.Coordinate(circle.Radius)}\"")
                    .Append(Paint(circle.Fill, circle.Stroke)).Append("/>\n");
                break;
            case TextMark text:
                WriteText(text);
                break;
            default:
                throw new InvalidOperationException($"The SVG writer does not know marks of the type {mark.GetType().Name}.");
        }
    }

    private void WriteText(TextMark mark)
    {
        SetLine line = Typesetter.Set(mark.Text, mark.Style);
        double start = Typesetter.Offset(line, mark.Anchor);
        string rotate = mark.Rotation == 0 ? "" : $" rotate({Numbers.Coordinate(mark.Rotation)})";
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<g{Part(mark)} aria-label=\"{Xml.Attribute(Typesetter.Plain(mark.Text))}\"{Paint(new Fill(mark.Style.Tone), null)}")
            .Append(
                CultureInfo.InvariantCulture,
                $" transform=\"translate({Numbers.Coordinate(mark.X)} {Numbers.Coordinate(mark.Y)}){rotate} scale({Numbers.Short(mark.Style.Size / FontFace.Em, 4)})\">");
        foreach (PlacedGlyph glyph in line.Glyphs)
        {
            string id = _glyphs.Id(glyph), y = glyph.Y == 0 ? "" : $" y=\"{Numbers.Short(glyph.Y, 0)}\"";
            _body.Append(CultureInfo.InvariantCulture, $"<use xlink:href=\"#{id}\" x=\"{Numbers.Short(glyph.X + start, 0)}\"{y}/>");
        }

        _body.Append("</g>\n");
    }

    private static string Data(ImmutableArray<Chain> chains)
    {
        var data = new StringBuilder();
        foreach (Chain chain in chains)
        {
            SvgPath.Append(data, chain);
        }

        return data.ToString();
    }

    private static string Part(Mark mark) => mark.Part is null ? "" : $" data-part=\"{Xml.Attribute(mark.Part)}\"";

    private string Paint(Fill? fill, Stroke? stroke)
    {
        var paint = new StringBuilder();
        var classes = new List<string>(2);
        paint.Append(" fill=\"").Append(fill is null ? "none" : Colour('f', fill.Tone, classes)).Append('"');
        if (fill is { Opacity: < 1 })
        {
            paint.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{Numbers.Coordinate(fill.Opacity)}\"");
        }

        if (stroke is not null)
        {
            paint.Append(
                CultureInfo.InvariantCulture,
                $" stroke=\"{Colour('s', stroke.Tone, classes)}\" stroke-width=\"{Numbers.Coordinate(stroke.Width)}\"");
            if (!stroke.Dashes.IsEmpty)
            {
                paint.Append(
                    CultureInfo.InvariantCulture, $" stroke-dasharray=\"{string.Join(' ', stroke.Dashes.Select(Numbers.Coordinate))}\"");
            }

            if (stroke.RoundCap)
            {
                paint.Append(" stroke-linecap=\"round\"");
            }
        }

        if (classes.Count > 0)
        {
            paint.Append(CultureInfo.InvariantCulture, $" class=\"{string.Join(' ', classes)}\"");
        }

        return paint.ToString();
    }

    private string Colour(char kind, Tone tone, List<string> classes)
    {
        if (_scene.Theme == FigureTheme.Adaptive && tone.Light != tone.Dark)
        {
            string name = $"{kind}{tone.Light[1..]}{tone.Dark[1..]}";
            _tones[name] = tone;
            classes.Add($"{Prefix}-{name}");
        }

        return _scene.Theme == FigureTheme.Dark ? tone.Dark : tone.Light;
    }
}
