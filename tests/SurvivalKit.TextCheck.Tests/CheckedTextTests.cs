using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>The text with its findings: where each stands, with which numbers, and what is around it.</summary>
public class CheckedTextTests
{
    private const string Paper = """
        # Bread and butter

        ## Results

        Some ate early. The ratio was HR 2.24 (95% CI, 1.14–4.40; P = .02) in all. It was **24/56** (43.9%) then.

        **Table 2.** Who ate.

        | What | Bread (N = 14) | Butter (N = 42) |
        |---|---|---|
        | Men, No. (%) | 9 (64.3) | 27 (64.3) |
        | Hungry, No. (%) | 3 (21.4) | 8 (18.0) |

        ## Discussion

        Age was 62.2 ± 13.9 years.
        """;

    [Fact]
    public void Each_place_is_that_of_the_source_and_of_the_plain_text()
    {
        CheckedText text = Check.Run(Paper);
        Assert.Equal(7, text.Findings.Count);
        Assert.All(text.Findings, finding =>
        {
            TextPlace place = finding.Place;
            string source = Paper.Substring(place.Offset, place.Length);
            Assert.Equal(finding.Text, source.Replace('–', '-').Replace("**", "", StringComparison.Ordinal));
            Assert.Equal(finding.Text, text.Text.Substring(place.PlainOffset, place.PlainLength));
        });
    }

    [Fact]
    public void The_section_the_table_the_row_and_the_cell_are_named()
    {
        TextFindings findings = Check.Run(Paper).Findings;
        TextFinding cell = Assert.Single(findings, finding => finding.Text == "8 (18.0)");
        Assert.Equal("Results", cell.Place.Section);
        Assert.Equal("Table 2. Who ate.", cell.Place.Table);
        Assert.Equal((2, 3), (cell.Place.Row, cell.Place.Cell));
        Assert.Equal("Hungry, No. (%) | 3 (21.4) | ", cell.Place.Before + (cell.Place.Before.EndsWith(' ') ? "" : " "));
        Assert.Equal("", cell.Place.After);
        TextFinding mean = findings[^1];
        Assert.Equal("Discussion", mean.Place.Section);
        Assert.Equal((null, null, null), (mean.Place.Table, mean.Place.Row, mean.Place.Cell));
    }

    [Fact]
    public void The_passage_is_the_sentence()
    {
        TextFinding ratio = Check.Run(Paper).Findings.Of(TextStatisticKind.HazardRatio)[0];
        Assert.Equal("Some ate early. The ratio was ", ratio.Place.Before);
        Assert.Equal(" in all.", ratio.Place.After);
    }

    [Fact]
    public void The_numbers_are_typed()
    {
        TextFindings findings = Check.Run(Paper).Findings;
        TextStatistic ratio = findings.Of(TextStatisticKind.HazardRatio)[0].Statistic!;
        Assert.Equal((2.24m, 1.14m, 4.40m), (ratio.Value!.Value.Value, ratio.Interval!.Lower.Value, ratio.Interval.Upper.Value));
        Assert.Equal((0.95, 0.02), (ratio.Interval.Level, ratio.P!.Value));
        TextStatistic count = findings.Of(TextStatisticKind.Count)[0].Statistic!;
        Assert.Equal((24, 56, 43.9m), (count.Count, count.Of, count.Value!.Value.Value));
        TextStatistic cell = findings.Of(TextStatisticKind.Count)[^1].Statistic!;
        Assert.Equal((8, null, 18.0m), (cell.Count, cell.Of, cell.Value!.Value.Value));
        TextStatistic mean = findings[^1].Statistic!;
        Assert.Equal((62.2m, 13.9m), (mean.Value!.Value.Value, mean.StandardDeviation!.Value.Value));
    }

    [Fact]
    public void The_gravest_come_first_and_alike_ones_keep_their_order()
    {
        TextFindings sorted = Check.Run(Paper).Findings.ByGravity();
        Assert.Equal(["24/56 (43.9%)", "8 (18.0)"], sorted.Take(2).Select(finding => finding.Text));
        Assert.Equal("62.2 ± 13.9", sorted[2].Text);
        Assert.All(sorted.Skip(3), finding => Assert.Equal(Verdict.Recomputed, finding.Judgement.Verdict));
    }

    [Fact]
    public void The_passages_are_the_whole_text()
    {
        CheckedText text = Check.Run(Paper);
        Assert.Equal(
            [
                TextPassageKind.Heading, TextPassageKind.Heading, TextPassageKind.Paragraph, TextPassageKind.Paragraph,
                TextPassageKind.Table, TextPassageKind.Heading, TextPassageKind.Paragraph,
            ],
            text.Passages.Select(passage => passage.Kind));
        Assert.All(text.Passages, passage => Assert.Equal(passage.Text, text.Text.Substring(passage.Start, passage.Text.Length)));
    }

    [Theory]
    [InlineData("Results\n\n7/9 (70%)", "Results")]
    [InlineData("3.1. RESULTS\n\n7/9 (70%)", "3.1. RESULTS")]
    [InlineData("**Patients and methods**\n\n7/9 (70%)", "Patients and methods")]
    [InlineData("<h2 class='a'>Who <i>ate</i></h2><p>7/9 (70%)</p>", "Who ate")]
    [InlineData("Results were good.\n\n7/9 (70%)", null)]
    public void Sections_are_told_by_headings_of_any_form(string text, string? section) =>
        Assert.Equal(section, Assert.Single(Check.Run(text).Findings).Place.Section);

    [Fact]
    public void A_table_without_a_name_has_not_that_of_another()
    {
        const string Table = "| What | Bread (N = 14) |\n|---|---|\n| Hungry, No. (%) | 3 (21.4) |\n";
        TextFindings findings = Check.Run("Table 1. One.\n\n" + Table + "\nWords.\n\n" + Table).Findings;
        Assert.Equal(["Table 1. One.", null], findings.Select(finding => finding.Place.Table));
    }
}
