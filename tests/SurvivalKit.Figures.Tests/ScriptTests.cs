using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures.Tests;

/// <summary>Scripts that Inter does not have: drawn with a font that has them, or refused in a sentence, and never as boxes.</summary>
public class ScriptTests
{
    private static readonly TextStyle Style = new(10, Tones.Ink);

    private static SetLine? Set(string text)
    {
        try
        {
            return Typesetter.Set(text, Style);
        }
        catch (SurvivalDataException)
        {
            return null;
        }
    }

    [Theory]
    [InlineData("\u7537\u6027")]
    [InlineData("\u3072\u3089\u304C\u306A")]
    [InlineData("\uD55C\uAD6D\uC5B4")]
    [InlineData("\u0627\u0644\u0639\u0644\u0627\u062C \u0627\u0644\u0643\u064A\u0645\u064A\u0627\u0626\u064A")]
    [InlineData("\u05DB\u05D9\u05DE\u05D5\u05EA\u05E8\u05E4\u05D9\u05D4")]
    [InlineData("\u0939\u093F\u0928\u094D\u0926\u0940")]
    [InlineData("\U0001F600\uFE0F")]
    [InlineData("\U000E0FFF")]
    public void Is_drawn_in_outlines_or_refused_in_one_sentence(string label)
    {
        try
        {
            Figure figure = KaplanMeierFigure.Draw(Cases.Small, new() { GroupLabels = ["A", label] });
            Assert.Equal(label, new Drawn(figure).Texts("key label")[1]);
            Assert.DoesNotContain("<text", figure.ToSvg(), StringComparison.Ordinal);
            Assert.All(Typesetter.Set(label, Style).Glyphs, glyph =>
            {
                Assert.NotEqual(0, glyph.Glyph);
                Assert.False(glyph.Face.Outline(glyph.Glyph, italic: false).IsEmpty);
            });
        }
        catch (SurvivalDataException error)
        {
            Assert.StartsWith("No font has the letter", error.Message, StringComparison.Ordinal);
            Assert.Contains("U+", error.Message, StringComparison.Ordinal);
            Assert.Contains("was expected.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Letters_that_no_font_has_are_named()
    {
        // A code point that is no character, and so in no font.
        SurvivalDataException error = Assert.Throws<SurvivalDataException>(() => Typesetter.Width("Arm \U000E0FFF", Style));
        Assert.StartsWith("No font has the letter ", error.Message, StringComparison.Ordinal);
        Assert.Contains("(U+E0FFF)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hebrew_runs_from_the_right_and_numbers_in_it_from_the_left()
    {
        SetLine? line = Set("\u05D0\u05D1 12");
        Assert.SkipWhen(line is null, "No font of this machine has Hebrew.");
        FontFace inter = FontBook.Face(TextWeight.Regular);
        Assert.Equal([inter.Glyph('1'), inter.Glyph('2')], line!.Glyphs.Take(2).Select(glyph => glyph.Glyph));
        Assert.Equal(
            [line.Glyphs[2].Face.Glyph(0x05D1), line.Glyphs[2].Face.Glyph(0x05D0)], line.Glyphs.Skip(2).Select(glyph => glyph.Glyph));
        Assert.Equal(line.Glyphs.Select(glyph => glyph.X).Order(), line.Glyphs.Select(glyph => glyph.X));
    }

    // "women vs Men" must not read "Men vs women".
    [Fact]
    public void A_comparison_runs_from_the_left_whatever_its_labels()
    {
        FontFace inter = FontBook.Face(TextWeight.Regular);
        const string Women = "\u05D0\u05D1";
        Assert.Equal(["vs Men", " ", Women], TextRuns.Divide(Women + " vs Men", inter).Select(run => run.Text));
        Assert.Equal([TextRuns.FromTheLeft, Women, " ", "vs Men"], TextRuns.Divide(TextRuns.FromTheLeft + Women + " vs Men", inter)
            .Select(run => run.Text));
        DataFrame lung = SampleData.Load("lung");
        var options = new KaplanMeierFigureOptions
        {
            GroupLabels = ["Men", Women],
            HazardRatio = CoxModel.Fit(lung, "Surv(time, status) ~ factor(sex)").Terms[0],
        };
        Assert.SkipWhen(Set(Women) is null, "No font of this machine has Hebrew.");
        Figure figure = KaplanMeierFigure.Draw(KaplanMeier.Fit(lung, "Surv(time, status) ~ sex"), options);
        Assert.Contains(TextRuns.FromTheLeft + Women + " vs Men", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arabic_letters_are_joined()
    {
        SetLine? joined = Set("\u0628\u0628\u0628"), alone = Set("\u0628");
        Assert.SkipWhen(joined is null || alone is null, "No font of this machine has Arabic.");
        Assert.True(joined!.Width < 3 * alone!.Width);
        Assert.True(joined.Glyphs.Select(glyph => glyph.Glyph).Distinct().Count() > 1);
    }

    [Fact]
    public void Wider_text_has_its_own_width_between_latin_letters()
    {
        SetLine? line = Set("A \u7537 B");
        Assert.SkipWhen(line is null, "No font of this machine has Chinese.");
        Assert.Equal(3, line!.Glyphs.Length);
        Assert.Equal(line.Width, Set("A ")!.Width + Set("\u7537")!.Width + Set(" B")!.Width, 0.01);
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "no font");
            Assert.EndsWith(
                " is no font; a TrueType or OpenType file was expected.",
                Assert.Throws<SurvivalDataException>(() => FigureFonts.Add(file)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
