using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures.Tests;

public class OncoprintFigureTests
{
    [Fact]
    public void Genes_stand_by_frequency_with_the_share_of_all_sequenced_samples()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint));
        Assert.Equal(["TP53", "RB1", "MYC"], drawn.Texts("gene"));
        // 3, 2 and 1 of 5; P3 has no alteration and is in the denominator.
        Assert.Equal(["60%", "40%", "20%"], drawn.Texts("percent"));
    }

    [Fact]
    public void Samples_are_sorted_by_the_genes_from_the_top()
    {
        // TP53 in P1, P2, P5; of them RB1 in P5, MYC in P2; then RB1 in P4; P3 has nothing.
        Assert.Equal(["P5", "P2", "P1", "P4", "P3"], new Drawn(OncoprintFigure.Draw(Cases.Oncoprint)).Texts("sample"));
        Assert.Equal(
            ["P1", "P2", "P3", "P4", "P5"],
            new Drawn(OncoprintFigure.Draw(Cases.Oncoprint, new() { SortSamples = false })).Texts("sample"));
    }

    [Fact]
    public void Several_alterations_in_a_cell_are_all_seen()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint));
        double full = (double)drawn.Parts("TP53 P5 Amplification").Single().Attribute("height")!, band =
            (double)drawn.Parts("TP53 P5 Missense").Single().Attribute("height")!;
        Assert.Equal(full / 3, band, 0.02);
        Assert.NotEqual(
            (string?)drawn.Parts("TP53 P1 Missense").Single().Attribute("y"),
            (string?)drawn.Parts("TP53 P2 Truncating").Single().Attribute("y"));
        // The same class twice in a cell is drawn once.
        Assert.Single(drawn.Parts("RB1 P4 Missense"));
    }

    [Fact]
    public void Bars_show_the_number_of_each_class()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint));
        double missense = (double)drawn.Parts("bar TP53 Missense").Single().Attribute("width")!, truncating =
            (double)drawn.Parts("bar TP53 Truncating").Single().Attribute("width")!;
        Assert.Equal(2, missense / truncating, 0.01);
        Assert.Empty(drawn.Parts("bar MYC Missense"));
    }

    [Fact]
    public void Burdens_stand_above_their_samples_and_an_unknown_one_has_no_bar()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint, new() { UnprintedBurdens = ["P4"], BurdenMaximum = 20 }));
        Assert.Equal(["0.0", "11.0", "4.2"], drawn.Texts("burden number"));
        Assert.Empty(drawn.Parts("burden P3"));
        Assert.Single(drawn.Parts("cut"));
        double p2 = (double)drawn.Parts("burden P2").Single().Attribute("height")!, p1 =
            (double)drawn.Parts("burden P1").Single().Attribute("height")!;
        Assert.Equal(11 / 4.2, p2 / p1, 0.01);
    }

    [Fact]
    public void Keys_explain_every_class_and_every_value_of_a_track()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint));
        Assert.Equal(
            ["Missense", "Amplification", "Deletion", "Truncating", "None", "High", "Stable", "Unknown", "Unknown"],
            drawn.Texts("key label"));
        Assert.Equal(["Alteration", "MSI", "TMB, mut/Mb"], drawn.Texts("key heading"));
    }

    [Fact]
    public void A_class_looks_the_same_in_whatever_data()
    {
        var one = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint));
        var other = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint with { Alterations = [new("P2", "MYC", "Amplification")] }));
        Assert.Equal(
            (string?)one.Parts("MYC P2 Amplification").Single().Attribute("fill"),
            (string?)other.Parts("MYC P2 Amplification").Single().Attribute("fill"));
    }

    [Fact]
    public void An_unknown_burden_is_marked_and_explained_and_is_not_0()
    {
        OncoprintData data = Cases.Oncoprint with
        {
            Burden = new Dictionary<string, double> { ["P1"] = 4, ["P5"] = 0, ["P2"] = double.NaN },
        };
        var drawn = new Drawn(OncoprintFigure.Draw(data));
        Assert.Equal(["0", "4"], drawn.Texts("burden number"));
        Assert.Equal(3, new[] { "P2", "P3", "P4" }.Sum(s => drawn.Parts($"burden unknown {s}").Count));
        Assert.Empty(drawn.Parts("burden unknown P5"));
        Assert.Equal("TMB, mut/Mb", drawn.Texts("key heading")[^1]);
        Assert.Equal("Unknown", drawn.Texts("key label")[^1]);
    }

    [Fact]
    public void Genes_that_are_left_out_are_counted_below()
    {
        Figure figure = OncoprintFigure.Draw(Cases.Oncoprint, new() { MaximumGenes = 2, Footnote = "Study." });
        Assert.Equal("Shown: the most often altered 2 of 3 genes. Study.", Assert.Single(new Drawn(figure).Texts("footnote")));
        Assert.Contains("Shown: the most often altered 2 of 3 genes.", figure.Description, StringComparison.Ordinal);
        var given = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint, new() { Genes = ["RB1", "ALK"] }));
        Assert.Equal("Shown: 2 of 4 genes.", Assert.Single(given.Texts("footnote")));
        Assert.Empty(new Drawn(OncoprintFigure.Draw(Cases.Oncoprint)).Texts("footnote"));
    }

    [Fact]
    public void Classes_genes_and_colours_can_be_given()
    {
        var drawn = new Drawn(OncoprintFigure.Draw(Cases.Oncoprint, new()
        {
            Genes = ["RB1", "ALK"],
            Kinds = ["Fusion", "Deletion"],
            KindColours = new Dictionary<string, string> { ["Deletion"] = "#123456" },
        }));
        Assert.Equal(["RB1", "ALK"], drawn.Texts("gene"));
        Assert.Equal(["40%", "0%"], drawn.Texts("percent"));
        Assert.Equal(["Fusion", "Deletion", "Missense"], drawn.Texts("key label").Take(3));
        Assert.Equal("#123456", (string?)drawn.Parts("RB1 P5 Deletion").Single().Attribute("stroke"));
    }

    [Fact]
    public void Frames_with_their_columns_make_the_data()
    {
        var alterations = new DataFrame(
            new StringDataFrameColumn("patient", ["1", "2"]),
            new StringDataFrameColumn("gene", ["TP53", "RB1"]),
            new StringDataFrameColumn("kind", ["Missense", "Deletion"]));
        var sequenced = new DataFrame(
            new Int32DataFrameColumn("patient", [1, 2, 3]),
            new DoubleDataFrameColumn("tmb", [1.5, null, 3.0]),
            new StringDataFrameColumn("msi", ["MSS", null, "MSI-H"]));
        OncoprintData data = OncoprintData.FromFrames(alterations, sequenced, tracks: ["msi"]);
        Assert.Equal(["1", "2", "3"], data.Samples);
        Assert.Equal(new Alteration("2", "RB1", "Deletion"), data.Alterations[1]);
        Assert.Equal(["1", "3"], data.Burden.Keys.Order());
        Assert.Equal(["MSI-H", "MSS", "Unknown"], new Drawn(OncoprintFigure.Draw(data)).Texts("key label").SkipLast(1).TakeLast(3));

        SurvivalDataException error =
            Assert.Throws<SurvivalDataException>(() => OncoprintData.FromFrames(alterations, sequenced, tracks: ["arm"]));
        Assert.StartsWith("There is no column 'arm'; the columns are patient, tmb, msi.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cohort_of_hundreds_fits_the_page_and_stays_small()
    {
        string[] samples = [.. Enumerable.Range(1, 300).Select(i => $"S{i}")];
        var data = new OncoprintData
        {
            Samples = samples,
            Alterations = [.. samples.SelectMany((s, i) => Enumerable.Range(0, 20)
                .Where(g => (i * 7 + g * 13) % (g + 3) == 0)
                .Select(g => new Alteration(s, $"GENE{g}", g % 2 == 0 ? "Missense" : "Deletion")))],
        };
        Figure figure = OncoprintFigure.Draw(data);
        Assert.Empty(new Drawn(figure).Texts("sample"));
        Assert.InRange(figure.ToSvg().Length, 1, 600_000);
    }

    [Fact]
    public void Data_behind_the_figure_are_the_alterations_in_their_places()
    {
        DataFrame data = OncoprintFigure.Draw(Cases.Oncoprint).Data;
        Assert.Equal(7, data.Rows.Count);
        Assert.Equal("TP53|P5|Missense|1|1", string.Join('|', data.Rows[0]));
    }

    [Fact]
    public void Wrong_data_are_named_in_one_sentence()
    {
        Assert.Contains("'P9'", Assert.Throws<SurvivalDataException>(() => OncoprintFigure.Draw(
            Cases.Oncoprint with { Alterations = [new("P9", "TP53", "Missense")] })).Message, StringComparison.Ordinal);
        Assert.Contains(
            "'P1' is listed 2 times",
            Assert.Throws<SurvivalDataException>(() => OncoprintFigure.Draw(Cases.Oncoprint with { Samples = ["P1", "P1"] })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no sample",
            Assert.Throws<SurvivalDataException>(() => OncoprintFigure.Draw(Cases.Oncoprint with { Samples = [] })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no gene",
            Assert.Throws<SurvivalDataException>(() => OncoprintFigure.Draw(Cases.Oncoprint with { Alterations = [] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_is_the_one_that_was_looked_at() =>
        Snapshot.Matches("oncoprint.svg", OncoprintFigure.Draw(Cases.Oncoprint, new() { Width = 85 }).ToSvg());
}
