namespace SurvivalKit.Figures.Tests;

public class TextTests
{
    private static readonly TextStyle Style = new(10, Tones.Ink);

    [Fact]
    public void Text_is_measured_in_the_embedded_face()
    {
        // Inter's space is 600 or so of 2816 units wide in 3.x; whatever the face, widths add up and scale with the size.
        double ab = Typesetter.Width("ab", Style), a = Typesetter.Width("a", Style), b = Typesetter.Width("b", Style);
        Assert.Equal(a + b, ab, 1e-9);
        Assert.Equal(2 * ab, Typesetter.Width("ab", Style with { Size = 20 }), 1e-9);
        Assert.InRange(a, 4, 7);
        Assert.True(Typesetter.Width("ab", Style with { Weight = TextWeight.SemiBold }) > ab);
    }

    [Fact]
    public void Tabular_digits_are_equally_wide()
    {
        TextStyle tabular = Style with { Tabular = true };
        Assert.Equal(Typesetter.Width("111", tabular), Typesetter.Width("888", tabular), 1e-9);
        Assert.True(Typesetter.Width("111", Style) < Typesetter.Width("888", Style));
    }

    [Fact]
    public void The_face_has_the_signs_of_statistics()
    {
        SetLine line = Typesetter.Set("\u2264\u2265\u00B1\u2212\u2013\u00D7\u2190\u2192\u221E\u03B1\u03B2\u03C7\u00B2", Style);
        Assert.All(line.Glyphs, glyph => Assert.Same(FontBook.Face(TextWeight.Regular), glyph.Face));
        Assert.Equal(13, line.Glyphs.Length);
    }

    [Theory]
    [InlineData("one two three", 30, "one|two|three")]
    [InlineData("one two", 500, "one two")]
    [InlineData("line\nbreak", 500, "line|break")]
    [InlineData("", 50, "")]
    public void Lines_break_between_words(string text, double width, string lines) =>
        Assert.Equal(lines, string.Join('|', TextWrapper.Wrap(text, Style, width)));

    [Fact]
    public void A_word_wider_than_the_line_is_broken_and_nothing_is_lost()
    {
        string[] lines = [.. TextWrapper.Wrap("Pneumonoultramicroscopic", Style, 40)];
        Assert.True(lines.Length > 2);
        Assert.Equal("Pneumonoultramicroscopic", string.Concat(lines));
        Assert.All(lines, l => Assert.True(Typesetter.Width(l, Style) <= 40));
    }

    [Fact]
    public void Text_that_does_not_fit_one_line_ends_in_an_ellipsis()
    {
        string text = TextWrapper.Shorten("A very long gene name", Style, 50);
        Assert.EndsWith("\u2026", text, StringComparison.Ordinal);
        Assert.True(Typesetter.Width(text, Style) <= 50);
        Assert.Equal("TP53", TextWrapper.Shorten("TP53", Style, 50));
    }

    [Theory]
    [InlineData(1022, 11, "days", 100)]
    [InlineData(72, 8, "months", 12)]
    [InlineData(30, 8, "months", 6)]
    [InlineData(0.7, 6, null, 0.2)]
    [InlineData(260, 7, "weeks", 52)]
    public void Ticks_are_round_in_their_unit(double end, int most, string? unit, double step) =>
        Assert.Equal(step, LinearTicks.Step(end, most, unit), 1e-12);

    [Theory]
    [InlineData(0.6, 0.2, "0.6")]
    [InlineData(100, 50, "100")]
    [InlineData(0.00025, 0.00025, "0.00025")]
    public void Tick_labels_have_the_decimals_of_the_step(double value, double step, string label) =>
        Assert.Equal(label, LinearTicks.Label(value, step));
}
