using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>The order of a column's levels, given by the user.</summary>
public sealed class FactorLevelsTests
{
    private const string Text = "t,d,g,k,b\n1,1,70+,2,TRUE\n2,1,<50,1,FALSE\n3,0,50-69,10,TRUE\n4,1,NA,1,NA\n5,1,70+,2,TRUE\n";

    [Fact]
    public void The_first_level_is_the_reference() =>
        Assert.Equal(
            ["g70+", "g<50"], ModelFrame.Build(FactorLevels.Set(Read(), "g", "50-69", "70+", "<50"), "Surv(t, d) ~ g").Design().Names);

    [Fact]
    public void Numbers_and_truth_values_become_factors_too()
    {
        DataFrame data = FactorLevels.Set(FactorLevels.Set(Read(), "k=10,2,1"), "b=TRUE,FALSE");

        Assert.Equal(["k2", "k1", "bFALSE"], ModelFrame.Build(data, "Surv(t, d) ~ k + b").Design().Names);
        Assert.Equal(["k=10", "k=2", "k=1"], KaplanMeier.Fit(data, "Surv(t, d) ~ k").Select(curve => curve.Group));
    }

    [Fact]
    public void The_given_data_stay_as_they_are_and_their_file_is_known()
    {
        DataFrame data = Read();
        DataFrame made = FactorLevels.Set(data, "g", "50-69", "70+", "<50");

        Assert.IsNotType<FactorColumn>(data["g"]);
        Assert.Contains(
            "in trial.csv",
            Assert.Throws<FormulaException>(() => KaplanMeier.Fit(made, "Surv(t, d) ~ z")).Message,
            StringComparison.Ordinal);
        Assert.Null(made["g"][3]);
    }

    [Fact]
    public void A_level_with_a_comma_stands_in_quotation_marks()
    {
        DataFrame data = CsvText.Read("t,d,a=b\n1,1,\"x, y\"\n2,1,z\n");

        Assert.Equal(["x, y", "z"], ((FactorColumn)FactorLevels.Set(data, "a=b='x, y',z")["a=b"]).Levels);
        Assert.Equal(["z", "x, y"], ((FactorColumn)FactorLevels.Set(data, "a=b=z,\"x, y\"")["a=b"]).Levels);
    }

    [Theory]
    [InlineData("g", "\"g\" gives no levels; a column, = and levels with commas between them were expected")]
    [InlineData("h=a,b", "trial.csv, column \"h\": there is no such column; the columns are t, d, g, k, b.")]
    [InlineData("g=<50,70+", "trial.csv, row 3, column \"g\": \"50-69\" is none of the levels that are given, \"<50\", \"70+\".")]
    [InlineData(
        "g=<50,50-69,70+,80+", "trial.csv, column \"g\": the level \"80+\" is none of its values \"<50\", \"50-69\", \"70+\".")]
    [InlineData("g=<50,50-69,70+,<50", "a level is listed twice; levels are expected once each.")]
    [InlineData("g='<50,70+", "has a quotation mark that is not closed")]
    public void What_does_not_fit_the_data_is_one_sentence(string levels, string problem) =>
        Assert.Contains(
            problem, Assert.Throws<SurvivalDataException>(() => FactorLevels.Set(Read(), levels)).Message, StringComparison.Ordinal);

    private static DataFrame Read() => CsvText.Read(Text);
}
