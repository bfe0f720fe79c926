using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What cannot be used as recurrent events: one sentence with subject and rows.</summary>
public sealed class RecurrentBadInputTests
{
    [Theory]
    [InlineData("a,a,b", "0,2,0", "3,5,4", "row 2, column \"stop\": the subject \"a\" is at risk in row 1 at the same time; rows (start, stop] "
        + "one after the other were expected.")]
    public void Rows_that_overlap_are_named(string ids, string starts, string stops, string sentence)
    {
        var data = new DataFrame(
            new StringDataFrameColumn("id", ids.Split(',')),
            new DoubleDataFrameColumn("start", starts.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture))),
            new DoubleDataFrameColumn("stop", stops.Split(',').Select(word => double.Parse(word, CultureInfo.InvariantCulture))),
            new DoubleDataFrameColumn("status", [1.0, 0, 1]));

        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(
            () => MeanCumulativeFunction.Fit(data, "Surv(start, stop, status) ~ 1", "id")).Message);
        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(
            () => RecurrentModel.Fit(data, "Surv(start, stop, status) ~ 1", "id", RecurrentModelKind.WeiLinWeissfeld)).Message);
    }

    [Fact]
    public void A_row_that_is_left_out_is_told_though_its_subject_stays()
    {
        DataFrame data = SurvivalData.ReadCsv(
            new StringReader("id,start,stop,status,arm\n1,0,5,1,a\n1,5,9,0,a\n2,0,3,1,b\n2,3,NA,1,b\n3,0,7,0,a\n4,0,8,1,b\n"), "events.csv");
        const string Formula = "Surv(start, stop, status) ~ arm";

        RecurrentFit fit = RecurrentModel.Fit(data, Formula, "id", RecurrentModelKind.AndersenGill);
        Assert.Equal((4, 1), (fit.Subjects, fit.Omitted));
        Assert.Contains("1 row left out", fit.ToString(), StringComparison.Ordinal);
        MeanCumulativeCurves means = MeanCumulativeFunction.Fit(data, Formula, "id");
        Assert.Equal(1, means.Omitted);
        Assert.Contains("1 row left out", means.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_may_stand_once()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("id", [7.0, 7, 8]),
            new DoubleDataFrameColumn("time", [3.0, 3, 4]),
            new DoubleDataFrameColumn("status", [1.0, 0, 1]));

        Assert.Contains("the subject \"7\" has the same time in row", Message(() => MeanCumulativeFunction.Fit(
            data, "Surv(time, status) ~ 1", "id")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_a_death()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("id", [7.0, 7, 8]),
            new DoubleDataFrameColumn("time", [3.0, 5, 4]),
            new DoubleDataFrameColumn("arm", [1.0, 2, 2]),
            new FactorColumn("status", ["death", "alive", "relapse"], ["alive", "relapse", "death"]));

        Assert.Equal(
            "row 2, column \"time\": the subject \"7\" goes on after its terminal event in row 1; no row after one was expected.",
            Message(() => Fit("Surv(time, status) ~ 1", "death")));
        Assert.Equal(
            "The subject \"7\" is in the group arm=1 in row 1 and in arm=2 in row 2; one group for each subject was expected.",
            Message(() => Fit("Surv(time, status) ~ arm", "relapse")));
        Assert.Equal(
            "There is no terminal event \"dead\" in Surv(time, status) ~ 1; one of relapse, death was expected.",
            Message(() => Fit("Surv(time, status) ~ 1", "dead")));
        Assert.Equal(
            "All events in Surv(time, status) ~ 1 are terminal (relapse, death); recurrent ones were expected too.",
            Message(() => Fit("Surv(time, status) ~ 1", "relapse", "death")));

        void Fit(string formula, params string[] terminal) =>
            MeanCumulativeFunction.Fit(data, formula, "id", new() { Terminal = [.. terminal] });
    }

    [Theory]
    [InlineData(RecurrentModelKind.AndersenGill, "effects by event", "The Andersen-Gill model has one baseline and one effect")]
    [InlineData(RecurrentModelKind.WeiLinWeissfeld, "pool", "A subject is at risk of all event numbers")]
    [InlineData(RecurrentModelKind.PrenticeWilliamsPetersonGapTime, "last", "The last event 0 was asked for; 1 or more was expected.")]
    [InlineData(RecurrentModelKind.PrenticeWilliamsPetersonGapTime, "exact", "There are no robust standard errors for exact ties")]
    public void An_option_that_does_not_go_with_the_model_is_refused(RecurrentModelKind kind, string option, string sentence)
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("id", [1.0, 2, 3]),
            new DoubleDataFrameColumn("time", [1.0, 2, 3]),
            new DoubleDataFrameColumn("status", [1.0, 1, 0]));
        var options = new RecurrentOptions
        {
            EffectsByEvent = option == "effects by event",
            PoolFrom = option == "pool" ? 2 : null,
            LastEvent = option == "last" ? 0 : null,
            Ties = option == "exact" ? Ties.Exact : Ties.Efron,
        };

        Assert.StartsWith(
            sentence, Message(() => RecurrentModel.Fit(data, "Surv(time, status) ~ 1", "id", kind, options)), StringComparison.Ordinal);
        Assert.Equal(
            "There is only one group (all) in Surv(time, status) ~ 1; two or more were expected.",
            Message(() => MeanCumulativeFunction.Test(data, "Surv(time, status) ~ 1", "id")));
    }

    private static string Message(Action action) => Assert.Throws<SurvivalDataException>(action).Message;
}
