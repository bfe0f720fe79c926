namespace SurvivalKit.TextCheck.Tests;

/// <summary>The numbers of a trial's participants from screening to analysis.</summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData("90 patients were randomised, 45 to bread and 40 to butter.", "45 to bread and 45")]
    [InlineData("We randomised 90 patients: 45 to bread, 40 to butter.", "45 to bread, 45")]
    [InlineData("A total of 90 patients were randomly assigned to receive bread (n = 45) or butter (n = 40).", "bread (n = 45) or butter (n = 45")]
    [InlineData("Of 300 patients screened, 200 were excluded and 90 were randomised.", "200 were excluded and 100")]
    [InlineData("Of the 90 patients in the bread group, 5 were lost to follow-up and the remaining 80 were analysed.", "remaining 85")]
    [InlineData("In all, 50 were excluded (30 did not meet the criteria, 10 declined and 5 for other reasons).", "10 declined and 10")]
    public void Parts_that_do_not_give_their_whole_are_found(string sentence, string right)
    {
        TextFinding wrong = Assert.Single(PrintedText.Check(sentence).Of(TextStatisticKind.ParticipantFlow));
        Assert.Equal(Verdict.Inconsistent, wrong.Judgement.Verdict);
        Assert.NotNull(wrong.Judgement.Witness);
        string mended = Mend(sentence, right);
        Assert.Equal(Verdict.Recomputed, Assert.Single(PrintedText.Check(mended).Of(TextStatisticKind.ParticipantFlow)).Judgement.Verdict);
    }

    [Theory]
    [InlineData("90 patients were enrolled, 45 to bread and 40 to butter.")]
    [InlineData("90 patients were randomised in a crossover design, 45 to bread and 40 to butter.")]
    [InlineData("90 patients were randomised to three groups, of which 45 to bread and 40 to butter are shown.")]
    [InlineData("Of 300 patients screened, 200 were excluded, 20 moved away and 70 were randomised.")]
    [InlineData("Of 90 patients, 5 were lost, 8 withdrew and the remaining 80 were analysed.")]
    [InlineData("In all, 50 were excluded (30 did not meet the criteria, 15 declined and 10 for other reasons).")]
    [InlineData("In all, 50 were excluded (30 did not meet the criteria and 15 declined).")]
    [InlineData("90 patients were randomised from 10 to 30 May in a ratio of 2:1.")]
    [InlineData("Of 90 patients, 5 were lost to follow-up and 80 completed the study.")]
    public void Parts_that_may_overlap_or_are_not_all_named_make_no_alarm(string sentence) =>
        Assert.Empty(PrintedText.Check(sentence).Of(Verdict.Inconsistent));

    [Fact]
    public void A_diagram_in_text_is_added_up()
    {
        const string Diagram = """
            Assessed for eligibility (n = 200)

            Excluded (n = 80)

            - Not meeting inclusion criteria (n = 50)
            - Declined to participate (n = 20)
            - Other reasons (n = 10)

            Randomised (n = 120)

            Allocated to bread (n = 60)

            - Received allocated intervention (n = 58)
            - Did not receive allocated intervention (n = 2)

            Allocated to butter (n = 60)

            - Received allocated intervention (n = 57)
            - Did not receive allocated intervention (n = 3)
            """;
        TextFindings right = PrintedText.Check(Diagram).Of(TextStatisticKind.ParticipantFlow);
        Assert.Equal(5, right.Count);
        Assert.All(right, finding => Assert.Equal(Verdict.Recomputed, finding.Judgement.Verdict));
        foreach ((string was, string spoilt) in new[]
        {
            ("Excluded (n = 80)", "Excluded (n = 85)"), ("Randomised (n = 120)", "Randomised (n = 121)"), ("n = 57", "n = 55"),
        })
        {
            Assert.NotEmpty(PrintedText.Check(Diagram.Replace(was, spoilt, StringComparison.Ordinal)).Of(Verdict.Inconsistent));
        }
    }

    [Fact]
    public void More_can_remain_than_the_difference_where_parts_overlap()
    {
        Assert.Equal(Verdict.NotCheckable, FlowArithmetic.Remaining(90, 80, 5, 8).Verdict);
        Assert.Equal(Verdict.Inconsistent, FlowArithmetic.Remaining(90, 76, 5, 8).Verdict);
        Assert.Equal(Verdict.Inconsistent, FlowArithmetic.Remaining(90, 83, 5, 8).Verdict);
        Assert.Equal(Verdict.Recomputed, FlowArithmetic.Remaining(90, 77, 5, 8).Verdict);
        Assert.Equal("The part is -1; 0 or more was expected.",
            Assert.Throws<SurvivalDataException>(() => FlowArithmetic.Parts(9, "randomised", 10, -1)).Message);
    }

    private static string Mend(string sentence, string right)
    {
        // The last number of the mended words stands for the wrong one.
        string digits = System.Text.RegularExpressions.Regex.Matches(right, @"\d+")[^1].Value;
        string head = right[..right.LastIndexOf(digits, StringComparison.Ordinal)];
        string tail = right[(right.LastIndexOf(digits, StringComparison.Ordinal) + digits.Length)..];
        return System.Text.RegularExpressions.Regex.Replace(
            sentence, System.Text.RegularExpressions.Regex.Escape(head) + @"\d+" + System.Text.RegularExpressions.Regex.Escape(tail),
            head + digits + tail);
    }
}
