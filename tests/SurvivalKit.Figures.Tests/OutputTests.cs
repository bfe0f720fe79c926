using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SurvivalKit.Figures.Tests;

public partial class OutputTests
{
    private static readonly Figure Sample = KaplanMeierFigure.Draw(Cases.Small);

    [Fact]
    public void Every_output_is_the_same_bytes_twice()
    {
        Figure Again() => KaplanMeierFigure.Draw(Cases.Lung, new() { TimeUnit = "days", Theme = FigureTheme.Adaptive });
        Assert.Equal(Again().ToSvg(), Again().ToSvg());
        Assert.Equal(Again().ToPng(), Again().ToPng());
        Assert.Equal(Again().ToPdf(), Again().ToPdf());
        Assert.Equal(Again().ToPage(), Again().ToPage());
    }

    [Fact]
    public void Svg_is_well_formed_and_names_nothing_on_the_network()
    {
        foreach ((string name, Figure figure) in Cases.All)
        {
            string svg = figure.ToSvg();
            XDocument.Parse(svg);
            Assert.Equal(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"], Address().Matches(svg).Select(m => m.Value));
            Assert.True(svg.Length < 150_000, $"{name} has {svg.Length} characters.");
            Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Svg_has_a_title_and_a_description_for_screen_readers()
    {
        XElement svg = XDocument.Parse(Sample.ToSvg()).Root!;
        string[] ids = ((string)svg.Attribute("aria-labelledby")!).Split(' ');
        Assert.Equal(ids, svg.Elements().Take(2).Select(e => (string)e.Attribute("id")!));
        Assert.Equal([
            "Kaplan-Meier curves",
            "Kaplan-Meier estimate of survival against time. A: 4 observed, 3 events, median 3; B: 4 observed, 1 event, median not reached."
        ], svg.Elements().Take(2).Select(e => e.Value));
    }

    [Fact]
    public void Ids_of_two_figures_in_one_page_do_not_collide()
    {
        string[] Ids(Figure figure) =>
            [.. XDocument.Parse(figure.ToSvg()).Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>()];
        string[] one = Ids(Sample), other = Ids(KaplanMeierFigure.Draw(Cases.Lung));
        Assert.Equal(one.Length, one.Distinct().Count());
        Assert.Empty(one.Intersect(other));
    }

    [Fact]
    public void Dark_colours_are_in_the_dark_theme_and_behind_a_query_in_the_adaptive_one()
    {
        string light = KaplanMeierFigure.Draw(Cases.Small).ToSvg(), dark = KaplanMeierFigure.Draw(Cases.Small, new()
        {
            Theme = FigureTheme.Dark
        }).ToSvg(), adaptive = KaplanMeierFigure.Draw(Cases.Small, new() { Theme = FigureTheme.Adaptive }).ToSvg();
        Assert.DoesNotContain(Tones.Paper.Dark, light, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", dark, StringComparison.Ordinal);
        Assert.Contains($"fill=\"{Tones.Paper.Dark}\"", dark, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark)", adaptive, StringComparison.Ordinal);
        Assert.Contains($"fill=\"{Tones.Paper.Light}\"", adaptive, StringComparison.Ordinal);
        Assert.Contains($"{{fill:{Tones.Paper.Dark}}}", adaptive, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transparent_figure_paints_no_paper()
    {
        Figure figure = KaplanMeierFigure.Draw(Cases.Small, new() { Background = FigureBackground.Transparent });
        Assert.Empty(new Drawn(figure).Parts("paper"));
        Assert.Single(new Drawn(Sample).Parts("paper"));
        // Colour type 6 has an alpha channel, 2 has none.
        Assert.Equal(6, figure.ToPng(72)[25]);
        Assert.Equal(2, Sample.ToPng(72)[25]);
    }

    [Theory]
    [InlineData(300, 2055, 11811)]
    [InlineData(96, 658, 3780)]
    [InlineData(600, 4110, 23622)]
    public void Png_has_the_pixels_and_states_the_resolution(double dpi, int width, int perMetre)
    {
        byte[] png = Sample.ToPng(dpi);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal((int)Math.Round(Sample.Height / 25.4 * dpi), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal("pHYs", Encoding.ASCII.GetString(png, 37, 4));
        Assert.Equal(perMetre, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(41)));
        Assert.Equal(1, png[49]);
    }

    [Fact]
    public void Png_shows_the_same_drawing_as_the_svg()
    {
        // The first curve is alone at probability 1/2: there the picture has its blue.
        (double X, double Y) = new Drawn(Sample).Path("curve 1")[0][4];
        using var bitmap = SkiaSharp.SKBitmap.Decode(Sample.ToPng(144));
        SkiaSharp.SKColor colour = bitmap.GetPixel((int)((X + 12) * 2), (int)(Y * 2));
        Assert.True(colour.Blue > 120 && colour.Red < 90, $"The pixel is {colour}.");
        Assert.Equal(SkiaSharp.SKColors.White, bitmap.GetPixel(1, 1));
    }

    [Fact]
    public void Pdf_is_one_page_of_the_figures_size_without_a_date()
    {
        string pdf = Encoding.Latin1.GetString(Sample.ToPdf());
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(pdf, @"/Type /Page\b(?!s)"));
        Assert.Contains("Inter-Regular", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("CreationDate", pdf, StringComparison.Ordinal);
        Match box = Regex.Match(pdf, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]");
        Assert.Equal(Sample.Width, double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) * 25.4 / 72, 0.02);
    }

    [Fact]
    public void Save_writes_what_the_extension_says()
    {
        string folder = Directory.CreateTempSubdirectory("figures").FullName;
        try
        {
            foreach ((string extension, string start) in new[] { ("svg", "<svg"), ("PNG", "\u0089PNG"), ("pdf", "%PDF"), (
                "html", "<!DOCTYPE html>") })
            {
                string path = Path.Combine(folder, "figure." + extension);
                Sample.Save(path);
                Assert.StartsWith(start, Encoding.Latin1.GetString(File.ReadAllBytes(path)), StringComparison.Ordinal);
            }

            SurvivalDataException error = Assert.Throws<SurvivalDataException>(() => Sample.Save(Path.Combine(folder, "figure.jpg")));
            Assert.StartsWith(
                "The figure cannot be saved as 'figure.jpg'; the name has to end in .svg, .png, .pdf or .html.",
                error.Message,
                StringComparison.Ordinal);
            Assert.Equal(4, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_culture_with_a_decimal_comma_changes_nothing()
    {
        string expected = KaplanMeierFigure.Draw(Cases.Lung).ToPage();
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(expected, KaplanMeierFigure.Draw(Cases.Lung).ToPage());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Labels_with_markup_are_shown_as_they_are()
    {
        Figure figure = KaplanMeierFigure.Draw(Cases.Small, new() { GroupLabels = ["<b>&\"A", "\u00C5ngstr\u00F6m"] });
        Assert.Equal(["<b>&\"A", "\u00C5ngstr\u00F6m"], new Drawn(figure).Texts("key label"));
        Assert.NotEmpty(figure.ToPng(72));
    }

    [Fact]
    public void Panels_carry_letters_and_all_rows()
    {
        Figure panels = FigurePanels.Arrange([KaplanMeierFigure.Draw(Cases.Small, new() { Width = 85 }), ForestFigure.Draw(
            [ForestRow.FromRatio("x", 1.2, 0.8, 1.8)], new() { Width = 85 })], 2);
        Assert.Equal(["A", "B"], new Drawn(panels).Texts("panel letter"));
        Assert.Equal(170, panels.Width, 1e-9);
        Assert.Equal("AAAAAAAB", string.Concat(panels.Data.Columns["letter"].Cast<string>()));
        Assert.Equal(1.2, panels.Data.Columns["ratio"][7]);
        Assert.Throws<SurvivalDataException>(() => FigurePanels.Arrange([]));
        Assert.Throws<SurvivalDataException>(
            () => FigurePanels.Arrange([Sample, KaplanMeierFigure.Draw(Cases.Small, new() { Theme = FigureTheme.Dark })]));
    }

    [GeneratedRegex("https?:[^\"' )<]*")]
    private static partial Regex Address();
}
