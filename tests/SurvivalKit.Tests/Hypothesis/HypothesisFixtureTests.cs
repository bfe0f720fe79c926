using System.Text.Json;
using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Tests of tables and means against R's chisq.test, fisher.test and t.test.</summary>
public sealed class HypothesisFixtureTests
{
    private static readonly RFixture R = RFixture.Load("hypothesis");

    public static TheoryData<string> ChiSquares => RFixture.Names("hypothesis", _ => true, "chiSquare");

    public static TheoryData<string> Fishers =>
        RFixture.Names("hypothesis", theCase => theCase["alternative"]!.GetValue<string>() == "two.sided", "fisher");

    public static TheoryData<string> Sides =>
        RFixture.Names("hypothesis", theCase => theCase["alternative"]!.GetValue<string>() != "two.sided", "fisher");

    public static TheoryData<string> FourCounts => RFixture.Names(
        "hypothesis", theCase => theCase["midP"] is not null && theCase["alternative"]!.GetValue<string>() == "two.sided", "fisher");

    public static TheoryData<string> Others => RFixture.Names("hypothesis", _ => true, "other");

    public static TheoryData<string> Summaries => RFixture.Names("hypothesis", _ => true, "tFromSummary");

    public static TheoryData<string> FromData => RFixture.Names("hypothesis", _ => true, "tFromData");

    [Theory]
    [MemberData(nameof(ChiSquares))]
    public void Chi_square_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("chiSquare")[name];
        TestResult result = ChiSquare.Test(Table(expected), expected["yates"]!.GetValue<bool>());
        Close.To(expected["statistic"], result.Statistic!.Value, "statistic");
        Close.To(expected["df"], result.DegreesOfFreedom!.Value, "df");
        Close.To(expected["logP"], Math.Log(result.P), "log P");
    }

    [Theory]
    [MemberData(nameof(Fishers))]
    public void Fisher_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("fisher")[name];
        ContingencyTable table = Table(expected);
        SameLogOfSum(expected["p"], FisherExact.Test(table).P, table);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void Fisher_one_sided_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("fisher")[name];
        TestSide side = expected["alternative"]!.GetValue<string>() == "less" ? TestSide.Less : TestSide.Greater;
        ContingencyTable table = Table(expected);
        SameLogOfSum(expected["p"], FisherExact.OneSided(table, side).P, table);
    }

    [Theory]
    [MemberData(nameof(FourCounts))]
    public void Mid_P_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("fisher")[name];
        ContingencyTable table = Table(expected);
        SameLogOfSum(expected["midP"], MidP.Test(table).P, table);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Tests_that_R_has_by_their_definition_agree_with_it(string name)
    {
        JsonObject expected = R.Cases("other")[name];
        ContingencyTable table = Table(expected);
        Compare("g", "logPG", LikelihoodRatioChiSquare.Test(table));
        Close.To(expected["df"], LikelihoodRatioChiSquare.Test(table).DegreesOfFreedom!.Value, "df");
        Compare("linear", "logPLinear", TrendTest.LinearByLinear(table));
        if (expected["trend"] is not null)
        {
            Compare("trend", "logPTrend", TrendTest.CochranArmitage(table));
        }

        if (expected["nMinusOne"] is not null)
        {
            Compare("nMinusOne", "logPNMinusOne", NMinusOneChiSquare.Test(table));
            if (expected["z"] is null)
            {
                Assert.Throws<SurvivalDataException>(() => ZTest.Proportions(table));
            }
            else
            {
                Compare("z", "logPZ", ZTest.Proportions(table));
            }

            SameLogOfSum(expected["doubled"], FisherExact.Doubled(table).P, table);
            SameLogOfSum(expected["midDoubled"], MidP.Doubled(table).P, table);
        }

        void Compare(string statistic, string logP, TestResult result)
        {
            Close.To(expected[statistic], result.Statistic!.Value, statistic);
            Close.To(expected[logP], Math.Log(result.P), logP);
        }
    }

    [Theory]
    [MemberData(nameof(Summaries))]
    public void T_from_mean_SD_and_n_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("tFromSummary")[name];
        Compare(expected, Sample(expected, 1), Sample(expected, 2));
    }

    [Theory]
    [MemberData(nameof(FromData))]
    public void T_from_data_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("tFromData")[name];
        string[] sides = [.. expected["formula"]!.GetValue<string>().Split('~', StringSplitOptions.TrimEntries)];
        Microsoft.Data.Analysis.DataFrame data = R.Data(expected);
        FormulaValue.Levels groups = FrameColumns.Levels(data, sides[1]);
        double[] values = FrameColumns.Numbers(data, sides[0]);
        string[] names = expected["groups"]!.Deserialize<string[]>()!;
        SampleSummary[] samples = [.. names.Select(
            group => SampleSummary.Summarize(values.Where((_, row) => groups.Codes[row] == groups.Names.IndexOf(group))))];
        Close.To(expected["mean1"], samples[0].Mean, "mean");
        Close.To(expected["sd2"], samples[1].StandardDeviation, "SD");
        Assert.Equal(expected["n1"]!.GetValue<int>(), samples[0].Count);
        Compare(expected, samples[0], samples[1]);
    }

    private static void Compare(JsonObject expected, SampleSummary first, SampleSummary second)
    {
        TestResult result = expected["varEqual"]!.GetValue<bool>() ? TTest.Student(first, second) : TTest.Welch(first, second);
        Close.To(expected["t"], result.Statistic!.Value, "t");
        Close.To(expected["df"], result.DegreesOfFreedom!.Value, "df");
        Close.To(expected["logP"], Math.Log(result.P), "log P");
    }

    // Exact P values add up the probabilities of tables, which are 1 together: the log of a P near 1 is near 0, with a rounding error of
    // up to an epsilon for every table that was added. With two rows and columns their number is the least margin plus 1.
    private static void SameLogOfSum(JsonNode? expected, double actual, ContingencyTable table)
    {
        double tables = 1 + Math.Min(
            Math.Min(table.RowTotal(0), table.RowTotal(1)), Math.Min(table.ColumnTotal(0), table.ColumnTotal(1)));
        Close.To(Math.Log(expected!.GetValue<double>()), Math.Log(actual), "log P", summed: table.Rows == 2
            && table.Columns == 2 ? tables : 0);
    }

    private static SampleSummary Sample(JsonObject expected, int number) => new(
        expected[$"mean{number}"]!.GetValue<double>(), expected[$"sd{number}"]!.GetValue<double>(),
        expected[$"n{number}"]!.GetValue<int>());

    private static ContingencyTable Table(JsonObject expected)
    {
        int[][] rows = expected["table"]!.Deserialize<int[][]>()!;
        var counts = new int[rows.Length, rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < rows[row].Length; column++)
            {
                counts[row, column] = rows[row][column];
            }
        }

        return new ContingencyTable(counts);
    }
}
