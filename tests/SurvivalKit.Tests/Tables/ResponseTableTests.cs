using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Tables of responses: counts by hand, limits and tests from their own routines.</summary>
public sealed class ResponseTableTests
{
    private const string Rows =
        "id,best,arm\n1,CR,A\n2,PR,A\n3,partial response,A\n4,SD,A\n5,PD,A\n6,NE,A\n7,,A\n8,PR,B\n9,Stable Disease,B\n10,PD,B\n11,PD,B\n12,PR,\n";

    private static readonly DataFrame Data = Read(Rows);

    [Fact]
    public void Responses_and_rates_are_counted()
    {
        ResponseTable table = ResponseTable.Build(Data, "best", "arm");

        Assert.Equal(["CR", "PR", "SD", "PD", "NE"], table.Levels.Select(level => level.Code));
        Assert.Equal(["All 11", "A 7", "B 4"], table.Groups.Select(group => FormattableString.Invariant($"{group.Name} {group.N}")));
        Assert.Equal([1, 2, 1, 1, 1], table.Groups[1].Counts);
        Assert.Equal(1, table.Groups[1].Missing);
        Assert.Equal([(4, 11), (3, 7), (1, 4), (6, 11), (4, 7), (2, 4)], table.Rates.Select(rate => (rate.Count, rate.Of)));
        Assert.Equal(ProportionInterval.ClopperPearson(3, 7), table.Rates[1].ClopperPearson);
        Assert.Equal(ProportionInterval.Wilson(3, 7), table.Rates[1].Wilson);
        Assert.Equal(1, table.Omitted);
    }

    [Fact]
    public void Groups_differ_by_hand()
    {
        ResponseTable table = ResponseTable.Build(Data, "best", "arm");

        // Objective response 1/4 against 3/7: -5/28. Of the 330 ways to give 4 responses to 11 patients, 35, 140, 126, 28 and 1 give B none
        // to four: what was seen is the most probable table, so that Fisher's P is 1.
        ResponseDifference difference = table.Differences[0];
        Assert.Equal(("Objective response", "B", "A"), (difference.Name, difference.Group, difference.Reference));
        Assert.Equal(-5 / 28.0, difference.Difference, 1e-15);
        Assert.Equal(ProportionInterval.Newcombe(1, 4, 3, 7), (difference.Lower, difference.Upper));
        Assert.Equal(1, difference.P!.Value, 1e-12);
        Assert.Equal("A", ResponseTable.Build(Data, "best", "arm", new() { Reference = "B" }).Differences[0].Group);
    }

    [Fact]
    public void Rates_may_be_of_the_evaluable_only()
    {
        ResponseTable table = ResponseTable.Build(Data, "best", "arm", new() { EvaluableOnly = true, Overall = false });

        Assert.Equal([(3, 5), (1, 4), (4, 5), (2, 4)], table.Rates.Select(rate => (rate.Count, rate.Of)));
        Assert.Contains("Rates are of those with an evaluable response.", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_responses_are_counted_where_the_responders_are_named()
    {
        DataFrame data = Read("best\nCMR\nPMR\nNMR\nPMD\n");
        ResponseTable table = ResponseTable.Build(data, "best", null, new() { Responders = ["CMR", "PMR"] });

        Assert.Equal((2, 4), (Assert.Single(table.Rates).Count, table.Rates[0].Of));
        Assert.Empty(table.Differences);
        AssertRefused(
            "d.csv, column \"best\": there is no response \"CR\"; one of CMR, NMR, PMD, PMR was expected.",
            () => ResponseTable.Build(data, "best", null, new() { Responders = ["CR"] }));
    }

    [Fact]
    public void Who_neither_responds_nor_progresses_is_controlled()
    {
        ResponseTable table = ResponseTable.Build(Read("best\nNon-CR/Non-PD\nPD\nCR\n"), "best");

        Assert.Equal([1, 2], table.Rates.Select(rate => rate.Count));
        Assert.Equal(["CR", "PR", "SD", "NN"], table.Rates[1].Responses);
    }

    [Fact]
    public void A_group_in_which_nobody_is_evaluable_has_no_rate()
    {
        ResponseTable table = ResponseTable.Build(Read("best,arm\nNE,A\nCR,B\nPD,B\n"), "best", "arm", new() { EvaluableOnly = true });

        Assert.True(double.IsNaN(table.Rates[1].Rate));
        Assert.Empty(table.Differences);
        Assert.Contains("NA", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_reads_as_it_is_to_be_printed() =>
        Snapshot.Matches("response", ResponseTable.Build(Data, "best", "arm").ToString());

    [Fact]
    public void What_cannot_be_counted_is_told()
    {
        AssertRefused(
            "d.csv, column \"best\": \"mostly fine\" is no response that is known; CR, PR, SD, PD or NE was expected, or the responders have to be named.",
            () => ResponseTable.Build(Read("best\nmostly fine\n"), "best"));
        AssertRefused(
            "There is no group \"C\" to compare with; one of A, B was expected.",
            () => ResponseTable.Build(Data, "best", "arm", new() { Reference = "C" }));
        AssertRefused(
            "There is no group \"C\" to compare with; a column that makes groups was expected.",
            () => ResponseTable.Build(Data, "best", null, new() { Reference = "C" }));
        AssertRefused(
            "d.csv, column \"b\": there is no such column; the columns are best.", () => ResponseTable.Build(Read("best\nCR\n"), "b"));
    }

    private static DataFrame Read(string csv) => SurvivalData.ReadCsv(new StringReader(csv), "d.csv");

    private static void AssertRefused(string sentence, Action action) =>
        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(action).Message);
}
