using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>How columns are read: without a copy where that is possible, and with missing values in place.</summary>
public sealed class ColumnReadingTests
{
    [Fact]
    public void A_column_of_numbers_is_not_copied()
    {
        var x = new DoubleDataFrameColumn("x", new[] { 5.0, 7, 9 });
        var data = new DataFrame(
            new DoubleDataFrameColumn("t", new[] { 1.0, 2, 3 }), new BooleanDataFrameColumn("s", new[] { true, false, true }), x);
        DesignMatrix design = ModelFrame.Build(data, "Surv(t, s) ~ x").Design();

        Assert.True(design.Column(0).Overlaps(x.GetReadOnlyDataBuffers().Single().Span, out int offset));
        Assert.Equal(0, offset);
    }

    [Fact]
    public void The_response_is_a_copy()
    {
        var time = new DoubleDataFrameColumn("t", new[] { 1.0, 2, 3 });
        var data = new DataFrame(time, new BooleanDataFrameColumn("s", new[] { true, false, true }));
        Surv response = ModelFrame.Build(data, "Surv(t, s) ~ 1").Response;
        time[0] = 9;

        Assert.Equal([1, 2, 3], response.Time);
    }

    public static TheoryData<DataFrameColumn> Kinds =>
    [
        new DoubleDataFrameColumn("x", new double?[] { 3, null, 1, double.NaN }),
        new SingleDataFrameColumn("x", new float?[] { 3, null, 1, float.NaN }),
        new Int32DataFrameColumn("x", new int?[] { 3, null, 1, null }),
        new Int64DataFrameColumn("x", new long?[] { 3, null, 1, null }),
        new ByteDataFrameColumn("x", new byte?[] { 3, null, 1, null }),
        new DecimalDataFrameColumn("x", new decimal?[] { 3, null, 1, null }),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Missing_numbers_of_every_kind_are_found(DataFrameColumn column) =>
        Assert.Equal([3, double.NaN, 1, double.NaN], Assert.IsType<FormulaValue.Numbers>(ColumnValues.Read(column)).Values.ToArray());

    [Fact]
    public void Missing_truth_values_and_words_are_found()
    {
        Assert.Equal([1, -1, 0], Assert.IsType<FormulaValue.Logicals>(
            ColumnValues.Read(new BooleanDataFrameColumn("x", new bool?[] { true, null, false }))).Values);
        FormulaValue.Levels words =
            Assert.IsType<FormulaValue.Levels>(ColumnValues.Read(new StringDataFrameColumn("x", ["b", null, "B", "a", "b"])));
        Assert.Equal(["a", "b", "B"], words.Names);
        Assert.Equal([1, -1, 2, 0, 1], words.Codes);
    }

    [Fact]
    public void Missing_values_are_found_beyond_the_first_bytes_of_a_long_column()
    {
        double?[] values = [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 3 ? (double?)null : i)];
        double[] read = ((FormulaValue.Numbers)ColumnValues.Read(new DoubleDataFrameColumn("x", values))).Values.ToArray();

        Assert.Equal(values.Select(value => value ?? double.NaN), read);
    }

    // Whole numbers in a small range are coded by a table, all others by a hash; both number them by size.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(1e7, 3)]
    [InlineData(-1.0 / 7, 0.1)]
    public void Numbers_are_coded_by_their_size(double scale, double shift) => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, 5000)
            .Select(_ => random.Next(20) == 0 ? double.NaN : (random.Next(-600, 600) * scale) + shift)];
        (int[] codes, double[] distinct) = NumberCodes.Code(values);

        Assert.Equal(values.Where(value => !double.IsNaN(value)).Distinct().Order(), distinct);
        Assert.Equal(values, codes.Select(code => code < 0 ? double.NaN : distinct[code]));
    });

    [Fact]
    public void Both_zeros_are_one_level() =>
        Assert.Equal(["-0.5", "0"], new FormulaValue.Numbers(new[] { 0.0, -0.0, -0.5 }).AsLevels().Names);

    // R: levels(factor(c(...)))
    [Theory]
    [InlineData(100000, "1e+05")]
    [InlineData(123456, "123456")]
    [InlineData(1e15, "1e+15")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1e-4, "1e-04")]
    [InlineData(1e-5, "1e-05")]
    [InlineData(-100000, "-1e+05")]
    [InlineData(-0.0001, "-1e-04")]
    [InlineData(1234567.1, "1234567.1")]
    [InlineData(100000.1, "100000.1")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(2e10, "2e+10")]
    [InlineData(1e300, "1e+300")]
    [InlineData(150000, "150000")]
    [InlineData(1200000, "1200000")]
    [InlineData(3, "3")]
    [InlineData(-7, "-7")]
    [InlineData(0, "0")]
    public void Levels_of_numbers_are_written_as_R_writes_them(double value, string level) =>
        Assert.Equal([level], new FormulaValue.Numbers(new[] { value }).AsLevels().Names);

    [Fact]
    public void Clusters_are_numbered_whatever_names_them()
    {
        DataFrame data = CsvText.Read("time,status,id,site\n1,1,7.5,a\n2,0,3,b\n3,1,7.5,a\n4,1,3,a\n5,1,NA,a\n");

        Assert.Equal([1, 0, 1, 0], ModelFrame.Build(data, "Surv(time, status) ~ 1 + cluster(id)").Values.Clusters);
        Assert.Equal([2, 1, 2, 0], ModelFrame.Build(data, "Surv(time, status) ~ 1 + cluster(id, site)").Values.Clusters);
        Assert.Equal(["site=a", "site=b"], Grouping.ByAllTerms(ModelFrame.Build(data, "Surv(time, status) ~ site")).Names);
    }

    [Fact]
    public void Groups_have_codes_and_members()
    {
        DataFrame data = CsvText.Read("time,status,a,b\n1,1,2,x\n2,0,1,y\n3,1,2,x\n4,1,2,y\n5,1,NA,x\n");
        Grouping groups = Grouping.ByAllTerms(ModelFrame.Build(data, "Surv(time, status) ~ a + b"));

        Assert.Equal(["a=1, b=y", "a=2, b=x", "a=2, b=y"], groups.Names);
        Assert.Equal([1, 0, 1, 2], groups.Codes);
        Assert.Equal([[1], [0, 2], [3]], groups.Members);
    }
}
