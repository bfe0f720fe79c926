using System.IO.Compression;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

public sealed class CsvFormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("survivalkit-").FullName;

    [Fact]
    public void Quotes_hold_separators_doubled_quotes_and_line_ends()
    {
        DataFrame frame = CsvText.Read("name,note\n\"Lee, Ann\",\"said \"\"no\"\"\"\nBo,\"two\nlines\"\n");

        Assert.Equal(["Lee, Ann", "Bo"], CsvText.Values(frame, "name"));
        Assert.Equal(["said \"no\"", "two\nlines"], CsvText.Values(frame, "note"));
    }

    [Fact]
    public void Column_names_may_be_quoted_and_hold_spaces()
    {
        DataFrame frame = CsvText.Read("\"overall survival, months\",ph.ecog\n1,2\n");

        Assert.Equal(["overall survival, months", "ph.ecog"], frame.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("x,y\r\n1,2\r\n3,4\r\n")]
    [InlineData("x,y\n1,2\n3,4")]
    [InlineData("x,y\r\n1,2\r\n3,4")]
    [InlineData("\uFEFFx,y\n1,2\n3,4\n")]
    [InlineData(" x , y\n 1 ,2 \n3,4\n")]
    public void Line_ends_a_byte_order_mark_and_spaces_change_nothing(string text)
    {
        DataFrame frame = SurvivalData.ReadCsv(File("plain.csv", Encoding.UTF8.GetBytes(text)));

        Assert.Equal(["x", "y"], frame.Columns.Select(column => column.Name));
        Assert.Equal([1, 3], CsvText.Values(frame, "x"));
        Assert.Equal([2, 4], CsvText.Values(frame, "y"));
    }

    [Fact]
    public void Tabs_separate_where_the_name_says_so()
    {
        byte[] text = Encoding.UTF8.GetBytes("x\tname\n1\tLee, Ann\n");

        foreach (string name in new[] { "a.tsv", "a.TAB" })
        {
            Assert.Equal(["Lee, Ann"], CsvText.Values(SurvivalData.ReadCsv(File(name, text)), "name"));
        }
    }

    [Theory]
    [InlineData("a.csv.gz", ',')]
    [InlineData("a.tsv.gz", '\t')]
    public void Compressed_files_are_read_by_the_name_within(string name, char separator)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
        {
            zip.Write(Encoding.UTF8.GetBytes($"x{separator}y\n1{separator}2\n"));
        }

        Assert.Equal([2], CsvText.Values(SurvivalData.ReadCsv(File(name, packed.ToArray())), "y"));
    }

    [Fact]
    public void A_decimal_comma_goes_with_semicolons()
    {
        DataFrame frame = CsvText.Read("time;age\n1,5;60\n2;61\n", new() { DecimalComma = true });

        Assert.Equal([1.5, 2.0], CsvText.Values(frame, "time"));
        Assert.Equal([60, 61], CsvText.Values(frame, "age"));
    }

    [Fact]
    public void A_decimal_comma_can_go_with_quoted_values_or_tabs()
    {
        Assert.Equal([1.5], CsvText.Values(CsvText.Read("time,age\n\"1,5\",60\n", new() { DecimalComma = true, Separator = ',' }), "time"));
        Assert.Equal([1.5], CsvText.Values(CsvText.Read("time\tage\n1,5\t60\n", new() { DecimalComma = true }, "a.tsv"), "time"));
    }

    [Fact]
    public void A_file_of_one_column_needs_no_separator() =>
        Assert.Equal([1.5, 2.5, null], CsvText.Values(CsvText.Read("time\n1.5\n2.5\nNA\n"), "time"));

    [Fact]
    public void Names_and_values_in_any_script_are_kept()
    {
        DataFrame frame = SurvivalData.ReadCsv(File("地.csv", Encoding.UTF8.GetBytes("größe,组\n1,对照\n")));

        Assert.Equal(["größe", "组"], frame.Columns.Select(column => column.Name));
        Assert.Equal(["对照"], CsvText.Values(frame, "组"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }
}
