using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

public sealed class FactorColumnTests
{
    private static readonly string[] Levels = ["low", "middle", "high", "never"];

    private static DataFrame Frame() => new(
        new FactorColumn("dose", ["high", null, "low", "middle"], Levels),
        new DoubleDataFrameColumn("x", new[] { 3.0, 1, 4, 2 }));

    [Fact]
    public void Levels_survive_a_filter()
    {
        DataFrame frame = Frame();
        DataFrame filtered = frame.Filter(frame.Columns["x"].ElementwiseGreaterThan(1.5));

        Assert.Equal(Levels, Assert.IsType<FactorColumn>(filtered.Columns["dose"]).Levels);
        Assert.Equal(["high", "low", "middle"], CsvText.Values(filtered, "dose"));
    }

    [Fact]
    public void Levels_survive_a_sort()
    {
        DataFrame sorted = Frame().OrderBy("x");

        Assert.Equal(Levels, Assert.IsType<FactorColumn>(sorted.Columns["dose"]).Levels);
        Assert.Equal([null, "middle", "high", "low"], CsvText.Values(sorted, "dose"));
    }

    [Fact]
    public void Levels_survive_a_clone_of_frame_and_column()
    {
        Assert.Equal(Levels, Assert.IsType<FactorColumn>(Frame().Clone().Columns["dose"]).Levels);
        Assert.Equal(Levels, Assert.IsType<FactorColumn>(Frame().Columns["dose"].Clone()).Levels);
        Assert.Equal(Levels, Assert.IsType<FactorColumn>(Frame().Head(2).Columns["dose"]).Levels);
    }

    [Fact]
    public void A_value_that_is_no_level_is_refused()
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => new FactorColumn("dose", ["low", "huge"], Levels));

        Assert.Equal("row 2, column \"dose\": \"huge\" is none of the levels \"low\", \"middle\", \"high\", \"never\".", e.Message);
        Assert.Equal((2L, "dose", "huge"), (e.Row, e.Column, e.Value));
    }

    [Fact]
    public void A_level_listed_twice_is_refused() =>
        Assert.Throws<SurvivalDataException>(() => new FactorColumn("dose", ["low"], ["low", "low"]));

    [Fact]
    public void The_first_level_is_the_reference()
    {
        DataFrame data = CsvText.Read(
            "time,status,arm\n1,1,EP\n2,1,A\n3,0,EP\n4,1,A\n", CsvText.Schema(("arm", ColumnKind.Factor("EP", "A"))));

        Assert.Equal(["armA"], ModelFrame.Build(data, "Surv(time, status) ~ arm").Design().Names);
        Assert.Equal(["arm=EP", "arm=A"], KaplanMeier.Fit(data, "Surv(time, status) ~ arm").Select(curve => curve.Group));
    }
}
