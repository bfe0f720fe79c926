using System.Collections.Immutable;

namespace SurvivalKit.Figures.Tests;

/// <summary>Layout errors: text that leaves the page or overlaps other text.</summary>
public class LayoutTests
{
    private sealed record Box(string Text, double Left, double Top, double Right, double Bottom);

    private static ImmutableArray<Box> Boxes(Figure figure) => [.. figure.Scene.Marks.OfType<TextMark>().Select(BoxOf)];

    private static Box BoxOf(TextMark mark)
    {
        double width = Typesetter.Width(mark.Text, mark.Style), cap = FontBook.CapHeight * mark.Style.Size;
        double start = mark.Anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => -width / 2, _ => -width };
        string text = $"{mark.Part}: {Typesetter.Plain(mark.Text)}";
        return mark.Rotation == 0
            ? new Box(text, mark.X + start, mark.Y - cap, mark.X + start + width, mark.Y)
            : new Box(text, mark.X - cap, mark.Y - start - width, mark.X, mark.Y - start);
    }

    [Fact]
    public void No_text_leaves_the_page()
    {
        foreach ((string name, Figure figure) in Cases.All)
        {
            foreach (Box box in Boxes(figure))
            {
                Assert.True(
                    box.Left >= 0.5 && box.Top >= 0.5 && box.Right <= figure.Scene.Width - 0.5 && box.Bottom <= figure.Scene.Height - 0.5,
                    $"{name}: '{box.Text}' at {box} leaves the page of {figure.Scene.Width} x {figure.Scene.Height} points.");
            }
        }
    }

    [Fact]
    public void No_text_runs_into_another()
    {
        foreach ((string name, Figure figure) in Cases.All)
        {
            ImmutableArray<Box> boxes = Boxes(figure);
            for (int i = 0; i < boxes.Length; i++)
            {
                for (int j = i + 1; j < boxes.Length; j++)
                {
                    (Box a, Box b) = (boxes[i], boxes[j]);
                    bool apart =
                        a.Right <= b.Left + 0.05 || b.Right <= a.Left + 0.05 || a.Bottom <= b.Top + 0.05 || b.Bottom <= a.Top + 0.05;
                    Assert.True(apart, $"{name}: '{a.Text}' runs into '{b.Text}'.");
                }
            }
        }
    }

    [Fact]
    public void Text_is_at_least_seven_points_in_journal_widths()
    {
        foreach ((string name, Figure figure) in Cases.All)
        {
            Assert.All(figure.Scene.Marks.OfType<TextMark>(), mark =>
                Assert.True(mark.Style.Size >= 7, $"{name}: '{mark.Text}' is set in {mark.Style.Size} points."));
        }
    }

    [Fact]
    public void Notes_cover_no_curve()
    {
        foreach (int groups in new[] { 1, 2, 5, 12 })
        {
            Figure figure =
                KaplanMeierFigure.Draw(Cases.Groups(groups), new() { Notes = ["HR 1.13 (95% CI, 0.56\u20132.28)", "Log-rank P = .72"] });
            ImmutableArray<Chain> curves = [.. figure.Scene.Marks.OfType<PathMark>()
                .Where(m => m.Part?.StartsWith("curve", StringComparison.Ordinal) == true)
                .SelectMany(m => m.Chains)];
            foreach (Box note in figure.Scene.Marks.OfType<TextMark>().Where(m => m.Part == "note").Select(BoxOf))
            {
                foreach (Chain curve in curves)
                {
                    foreach ((ScenePoint a, ScenePoint b) in curve.Points.Zip(curve.Points.Skip(1)))
                    {
                        bool crosses = Math.Max(a.X, b.X) > note.Left
                            && Math.Min(a.X, b.X) < note.Right
                            && Math.Max(a.Y, b.Y) > note.Top
                            && Math.Min(a.Y, b.Y) < note.Bottom;
                        Assert.False(crosses, $"'{note.Text}' covers a curve of {groups} groups.");
                    }
                }
            }
        }
    }

    [Fact]
    public void Width_is_the_one_asked_for()
    {
        Assert.Equal(85, KaplanMeierFigure.Draw(Cases.Small, new() { Width = FigureWidth.SingleColumn }).Width, 1e-9);
        Assert.Equal(174, KaplanMeierFigure.Draw(Cases.Small).Width, 1e-9);
    }
}
