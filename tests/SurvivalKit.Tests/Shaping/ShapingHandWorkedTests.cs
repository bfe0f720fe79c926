using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Shaped rows that can be worked by hand.</summary>
public sealed class ShapingHandWorkedTests
{
    [Fact]
    public void A_row_without_a_time_stays_one_row_and_one_without_a_status_misses_it_at_its_end()
    {
        DataFrame split = SurvSplit.Split(
            Csv("time,status,x\n5,1,a\n,1,b\n12,,c\n"), "Surv(time, status)", [6, 3], new() { Episode = "part" });

        Assert.Equal("x,tstart,time,status,part\na,0,3,0,1\na,3,5,1,2\nb,0,,1,\nc,0,3,0,1\nc,3,6,0,2\nc,6,12,,3", Text(split));
    }

    [Fact]
    public void A_cut_at_an_end_splits_nothing()
    {
        SurvPieces pieces = SurvSplit.Split(Surv.Counting([2], [6], [true]), 2, 6);

        Assert.Equal([2.0], pieces.Start);
        Assert.Equal([6.0], pieces.Stop);
        Assert.Equal([1.0], pieces.Status);
        Assert.Equal([2], pieces.Episode);
    }

    [Fact]
    public void Kinds_of_carried_columns_stay()
    {
        DataFrame split = SurvSplit.Split(SampleData.Load("veteran"), "Surv(time, status) ~ celltype + age", [60]);

        Assert.Equal(["squamous", "smallcell", "adeno", "large"], Assert.IsType<FactorColumn>(split["celltype"]).Levels);
        Assert.IsType<Int32DataFrameColumn>(split["age"]);
    }

    [Fact]
    public void A_landmark_set_has_those_still_at_risk()
    {
        DataFrame data = Csv("time,status,x\n5,1,a\n3,1,b\n9,0,c\n,1,d\n");

        Assert.Equal("x,landmark,time,status\na,3,5,1\nc,3,9,0", Text(Landmark.At(data, "Surv(time, status)", [3])));
        Assert.Equal(
            "x,landmark,time,status\na,3,2,1\nc,3,4,0", Text(
                Landmark.At(data, "Surv(time, status)", [3], new() { ResetTime = true, Horizon = 4 })));
        Assert.Equal(
            "x,landmark,time,status\na,1,5,1\nb,1,3,1\nc,1,9,0\nc,6,9,0", Text(Landmark.At(data, "Surv(time, status)", [1, 6])));
    }

    // The value at the landmark is that of the row that starts at or before it, the outcome that of the rows that follow.
    [Fact]
    public void A_landmark_takes_the_value_known_then()
    {
        DataFrame data = Csv("id,start,stop,status,x\n1,0,4,0,a\n1,4,7,0,b\n1,7,9,1,c\n2,0,3,0,a\n2,5,8,1,b\n3,0,4,1,a\n");

        Assert.Equal(
            "x,landmark,stop,status\nb,4,9,1", Text(Landmark.At(data, "Surv(start, stop, status) ~ x", [4], new() { Id = "id" })));
        Assert.Equal(
            "x,landmark,stop,status\na,2,9,1\na,2,3,0\na,2,4,1",
            Text(Landmark.At(data, "Surv(start, stop, status) ~ x", [2], new() { Id = "id" })));
    }

    [Fact]
    public void Dates_count_from_the_origin()
    {
        DataFrame patients = Csv("id,entry,exit\n007,2020-01-01,2020-01-31\n008,2020-02-01,2020-02-11\n");
        DataFrame events = Csv("id,date,kind\n7,2020-01-11,relapse\n007,2020-01-11,relapse\n008,2020-02-11,death\n");

        TMerge merged = TMerge.Start(patients, "id", "exit", options: new() { Origin = "entry" }).Event("what", events, "date", "kind");

        Assert.Equal(1, merged.Counts.Rows[0].MissingId);
        Assert.Equal(
            "id,tstart,tstop,what\n007,0,10,relapse\n007,10,30,\n008,0,10,death",
            Text(new DataFrame(merged.Frame["id"], merged.Frame["tstart"], merged.Frame["tstop"], merged.Frame["what"])));
    }

    [Fact]
    public void A_factor_gets_its_value_before_the_first_as_a_level()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("id", [1.0]), new DoubleDataFrameColumn("day", [4.0]), new FactorColumn("arm", ["b"], ["b", "a"]));
        DataFrame merged = TMerge.Start(Csv("id,stop\n1,9\n"), "id", "stop").Tdc("arm", data, "day", "arm", "none").Frame;

        Assert.Equal(["b", "a", "none"], Assert.IsType<FactorColumn>(merged["arm"]).Levels);
        Assert.Equal(["none", "b"], merged["arm"].Cast<string>());
    }

    [Fact]
    public void A_merge_is_not_changed_by_a_later_step()
    {
        DataFrame base_ = Csv("id,stop\n1,9\n2,5\n");
        TMerge start = TMerge.Start(base_, "id", "stop").Event("death", base_, "stop");
        string before = Text(start.Frame);

        start.Event("death", Csv("id,day\n1,4\n"), "day").Tdc("x", Csv("id,day\n1,4\n"), "day");

        Assert.Equal(before, Text(start.Frame));
        Assert.Equal("id,stop,tstart,tstop,death\n1,9,0,9,1\n2,5,0,5,1", before);
    }

    // Ages 45 to 55 and 52 to 55; the first turns 50 after 5 years, the second has an event at 55 exactly, the end of the table.
    [Fact]
    public void Person_time_moves_from_band_to_band()
    {
        PersonTimeTable table = PersonTime.Tabulate(
            Csv("time,status,age\n10,0,45\n3,1,52\n,1,50\n"), "Surv(time, status) ~ tcut(age, 40, 50, 55)", new() { Scale = 1 });

        Assert.Equal([("40+ thru 50", 5.0, 1, 0.0), ("50+ thru 55", 8.0, 2, 1.0)], table.Cells.Select(
            cell => (cell.Levels[0], cell.PersonTime, cell.Observations, cell.Events)));
        Assert.Equal((0, 1), (table.OffTable, table.Omitted));

        // The count 0: the upper limit has P(0) = 0.025; the count 1: the lower has P(0) = 0.975.
        Close.To(-Math.Log(0.025) / 5, table.Cells[0].Upper, "upper", 1e-13);
        Close.To(-Math.Log(0.975) / 8, table.Cells[1].Lower, "lower", 1e-12);
    }

    // Ages in years and times in days: nobody stays below 90 for long.
    [Fact]
    public void A_scale_in_another_unit_than_time_is_a_caution()
    {
        DataFrame lung = SampleData.Load("lung");

        Assert.Empty(PersonTime.Tabulate(lung, "Surv(time, status) ~ tcut(age, c(30, 60, 90), scale = 365.25)").Cautions);
        Assert.StartsWith(
            "Most of the person-time lies outside",
            Assert.Single(PersonTime.Tabulate(lung, "Surv(time, status) ~ tcut(age, c(30, 60, 90))").Cautions), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_written_so_that_they_can_be_read_again()
    {
        string text = Text(Csv("when\n2020-03-31\n2020-04-05T06:07:08\n"));

        Assert.Equal("when\n2020-03-31\n2020-04-05 06:07:08", text);
        Assert.Equal(text, Text(Csv(text)));
    }

    [Fact]
    public void A_Lexis_split_crosses_both_scales()
    {
        DataFrame split = LexisSplit.Split(
            Csv("time,status,age,entry\n10,1,45,1995-06-01\n"), "Surv(time, status) ~ tcut(age, c(40, 50, 60)) "
                + "+ tcut(entry, c('1995-01-01', '1995-06-04', '1996-01-01'))");

        Assert.Equal(
            [
                "40+ thru 50,1995-01-01+ thru 1995-06-04,0,3,0", "40+ thru 50,1995-06-04+ thru 1996-01-01,3,5,0",
                "50+ thru 60,1995-06-04+ thru 1996-01-01,5,10,1",
            ],
            Text(new DataFrame(
                split["age.band"], split["entry.band"], split["tstart"], split["time"], split["status"])).Split('\n')[1..]);
    }

    internal static DataFrame Csv(string text) => SurvivalData.ReadCsv(new StringReader(text), "data.csv");

    internal static string Text(DataFrame frame) => new FramePreview(frame).ToCsv();
}
