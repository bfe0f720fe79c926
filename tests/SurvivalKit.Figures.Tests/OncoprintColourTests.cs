using System.Xml.Linq;

namespace SurvivalKit.Figures.Tests;

/// <summary>Colours of levels and looks of classes are the same in every figure, and none is used twice.</summary>
public class OncoprintColourTests
{
    private static string Fill(Drawn drawn, string part) => (string)drawn.Parts(part)[0].Attribute("fill")!;

    private static SampleTrack Track(string name, params IReadOnlyList<string> values) =>
        new(name, values.Select((value, i) => (Key: $"P{i + 1}", value)).ToDictionary(pair => pair.Key, pair => pair.value));

    private static Drawn Tracks(params IReadOnlyList<SampleTrack> tracks) => new(OncoprintFigure.Draw(new()
    {
        Samples = [.. Enumerable.Range(1, tracks.Max(track => track.Values.Count)).Select(i => $"P{i}")],
        Alterations = [new("P1", "TP53", "Missense")],
        Tracks = tracks,
    }));

    [Fact]
    public void A_level_keeps_its_colour_whatever_else_is_in_the_figure()
    {
        Drawn alone = Tracks(Track("MSI", "Stable", "High"));
        Drawn beside = Tracks(Track("Site", "Colon", "Stomach", "Pancreas"), Track("MSI", "Low", "Stable", "High"));
        Assert.Equal(Fill(alone, "MSI P1"), Fill(beside, "MSI P2"));
        Assert.Equal(Fill(alone, "MSI P2"), Fill(beside, "MSI P3"));
        Assert.NotEqual(Fill(alone, "MSI P1"), Fill(alone, "MSI P2"));
    }

    [Fact]
    public void Twenty_levels_have_twenty_colours_and_more_than_can_be_told_apart_are_refused()
    {
        string[] levels = [.. Enumerable.Range(1, 24).Select(i => $"Site {i}")];
        Drawn drawn = Tracks(Track("Site", levels[..20]));
        Assert.Equal(20, Enumerable.Range(1, 20).Select(i => Fill(drawn, $"Site P{i}")).Distinct().Count());
        Assert.StartsWith(
            "The track 'Site' has 24 levels; at most 23 can be told apart by colour",
            Assert.Throws<SurvivalDataException>(() => Tracks(Track("Site", levels))).Message,
            StringComparison.Ordinal);
        var given = new Dictionary<string, string> { ["Stable"] = "#123456" };
        Assert.Equal("#123456", Fill(Tracks(Track("MSI", "Stable") with { Colours = given }), "MSI P1"));
    }

    [Fact]
    public void Unusual_and_related_classes_all_look_different_and_the_same_in_every_figure()
    {
        string[] kinds =
            ["Gain", "Amplification", "Nonsense", "Frameshift", "Stop gained", "Promoter", "5' UTR", "Inframe", "Silent", "LOH", "Intron"];
        string[] samples = [.. kinds.Select((_, i) => $"P{i}")];
        Drawn Of(params IReadOnlyList<string> some) => new(OncoprintFigure.Draw(new()
        {
            Samples = samples,
            Alterations = [.. some.Select(kind => new Alteration($"P{Array.IndexOf(kinds, kind)}", "TP53", kind))],
        }));
        string Look(Drawn drawn, string kind)
        {
            // The form is in the place within the cell, which is the sample's: moved to the first sample's.
            XElement mark = drawn.Parts($"TP53 P{Array.IndexOf(kinds, kind)} {kind}").Single();
            return $"{mark.Name.LocalName} {mark.Attribute("fill")} {mark.Attribute("stroke")} {mark.Attribute("y")} {mark.Attribute("height")}";
        }

        Drawn all = Of(kinds);
        Assert.Equal(kinds.Length, kinds.Select(kind => Look(all, kind)).Distinct().Count());
        // The bars at the right have the colours only.
        Assert.Equal(kinds.Length, kinds.Select(kind => Fill(all, $"bar TP53 {kind}")).Distinct().Count());
        foreach (string kind in new[] { "Promoter", "Silent", "Gain", "Intron" })
        {
            Assert.Equal(Look(all, kind), Look(Of(kind), kind));
        }
    }

    [Fact]
    public void Key_has_the_form_of_narrow_cells()
    {
        // One of many unusual classes has a dot, which narrow cells show as a band.
        string[] kinds = [.. Enumerable.Range(1, 13).Select(i => $"Other {i}")],
            samples = [.. Enumerable.Range(1, 120).Select(i => $"P{i}")];
        var drawn = new Drawn(OncoprintFigure.Draw(new()
        {
            Samples = samples,
            Alterations = [.. kinds.Select((kind, i) => new Alteration(samples[i], "TP53", kind))],
        }));
        Assert.All(kinds, (kind, i) => Assert.Equal(
            drawn.Parts($"TP53 {samples[i]} {kind}").Single().Name, drawn.Parts($"key {kind}").Single().Name));
    }
}
