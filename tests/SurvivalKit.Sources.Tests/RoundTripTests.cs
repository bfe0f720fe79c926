using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>What is written is read again as it was.</summary>
public class RoundTripTests
{
    [Theory]
    [InlineData("x.parquet")]
    [InlineData("x.arrow")]
    [InlineData("x.feather.gz")]
    public void Values_levels_labels_and_types_stay(string name)
    {
        DataFrame frame = Fixture.Read("clinic.sav");
        DataFrame again = DataFile.Read(new MemoryStream(DataFile.ToBytes(frame, name)), name);

        Assert.Equal(frame.Columns.Select(column => column.Name), again.Columns.Select(column => column.Name));
        Assert.All(frame.Columns, column =>
        {
            Assert.Equal(column.GetType(), again[column.Name].GetType());
            Assert.Equal(Fixture.Cells(frame, column.Name), Fixture.Cells(again, column.Name));
        });
        Assert.Equal(((FactorColumn)frame["stage"]).Levels, ((FactorColumn)again["stage"]).Levels);
        Assert.Equal(SurvivalData.LabelsOf(frame), SurvivalData.LabelsOf(again));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_transport_file_keeps_numbers_to_the_last_bit(int rows) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double?[] numbers = [.. Enumerable.Range(0, rows).Select(_ => random.Next(9) == 0
            ? (double?)null
            : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-70, 70)))];
        string?[] texts = [.. numbers.Select(number => number is null ? null : "a" + (number > 0 ? "" : " b"))];
        var frame = new DataFrame(new DoubleDataFrameColumn("x", numbers), new StringDataFrameColumn("t", texts));

        DataFrame again = DataFile.Read(new MemoryStream(DataFile.ToBytes(frame, "x.xpt")), "x.xpt");
        Assert.Equal(
            numbers,
            Enumerable.Range(0, (int)again.Rows.Count)
                .Select(row => again["x"][row] is { } value ? (double?)Convert.ToDouble(value, null) : null));
        Assert.Equal(texts, Fixture.Cells(again, "t"));
    });

    [Theory]
    [InlineData("age", "Age (years)")]
    [InlineData("a_name_of_more_than_eight", "A label that takes more than the forty letters of version 5")]
    public void A_transport_file_keeps_names_and_labels(string name, string label)
    {
        var frame = new DataFrame(
            new Int32DataFrameColumn(name, [1, 2, 3]),
            new DateTimeDataFrameColumn("d", [new(1950, 1, 2), null, new(2020, 2, 29)]));
        SurvivalData.SetLabels(frame, new Dictionary<string, string> { [name] = label });

        DataFrame again = DataFile.Read(new MemoryStream(DataFile.ToBytes(frame, "x.xpt")), "x.xpt");
        Assert.Equal(label, SurvivalData.LabelsOf(again)[name]);
        Assert.Equal(Fixture.Cells(frame, "d"), Fixture.Cells(again, "d"));
    }

    [Fact]
    public void A_name_that_a_transport_file_cannot_have_is_one_sentence()
    {
        var frame = new DataFrame(new Int32DataFrameColumn(new string('n', 33), [1]));
        Assert.Contains("at most 32 letters", Assert.Throws<SurvivalDataException>(() => DataFile.ToBytes(frame, "x.xpt")).Message);
    }

    [Fact]
    public void An_older_file_is_replaced()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            DataFrame frame = Fixture.Read("clinic.csv");
            DataFile.Write(frame, path);
            DataFile.Write(frame, path);
            Assert.Equal(Fixture.Cells(frame, "age"), Fixture.Cells(DataFile.Read(path), "age"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("rows.csv", "id,n\n\"a,b\",1\nc\td,2\n")]
    [InlineData("rows.tsv", "id\tn\na,b\t1\n\"c\td\"\t2\n")]
    [InlineData("rows", "id,n\n\"a,b\",1\nc\td,2\n")]
    public void Text_is_parted_as_its_ending_promises(string name, string expected)
    {
        var frame = new DataFrame(new StringDataFrameColumn("id", ["a,b", "c\td"]), new Int32DataFrameColumn("n", [1, 2]));
        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(DataFile.ToBytes(frame, name)));
    }
}
