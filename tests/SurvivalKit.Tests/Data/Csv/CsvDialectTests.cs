using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>How a file is written is found, and told where it is not what the name promises.</summary>
public sealed class CsvDialectTests
{
    public static TheoryData<string, string> Separated => new()
    {
        { "time,status,arm\n1.5,1,A\n2.25,0,B\n", "" },
        { "time;status;arm\n1,5;1;A\n2,25;0;B\n", "separated by semicolons; decimal comma" },
        { "time;status;arm\n1.5;1;A\n2.25;0;B\n", "separated by semicolons" },
        { "time\tstatus\tarm\n1.5\t1\tA\n2.25\t0\tB\n", "separated by tabs" },
        { "time\tstatus\tarm\n1,5\t1\tA\n2,25\t0\tB\n", "separated by tabs; decimal comma" },
        { "time|status|arm\n1.5|1|A\n2.25|0|B\n", "separated by vertical bars" },
        { "sep=;\ntime;status;arm\n1.5;1;A\n2.25;0;B\n", "separated by semicolons" },
        { "\"sep=;\"\r\ntime;status;arm\r\n1,5;1;A\r\n2,25;0;B\r\n", "separated by semicolons; decimal comma" },
        { "\"time\" \"status\" \"arm\"\n1.5 1 \"A\"\n2.25 0 \"B\"\n", "separated by spaces" },
        { "sep=,\ntime,status,arm\n1.5,1,A\n2.25,0,B\n", "" },
        { "\"time\";\"status\";\"arm\"\n1,5;1;\"A\"\n2,25;0;\"B\"\n", "separated by semicolons; decimal comma" },
        { "time,status,arm\n\"1,5\",1,A\n\"2,25\",0,B\n", "decimal comma" },
        { "time,status,arm\r1.5,1,A\r2.25,0,B\r", "" },
        { "\n  time , status , arm \n\n 1.5 , 1 , A \n\n2.25,0,B\n\n", "" },
        { "time,status,arm,\n1.5,1,A,\n2.25,0,B,\n", "" },
        { "time,status,arm,,\n1.5,1,A,,\n2.25,0,B,,\n", "" },
        { "time,status,arm\n1.5,1,A,\n2.25,0,B,\n", "" },
        { "time,status,arm\n1.5,1,A\n2.25,0,B\n,,\n,,\n", "2 empty rows at the end left out" },
        { "time,status,arm\r\n1.5,1,A\r\n2.25,0,B\r\n,,\r\n", "1 empty row at the end left out" },
    };

    [Theory]
    [MemberData(nameof(Separated))]
    public void The_same_rows_are_read_however_they_are_written(string text, string notes)
    {
        DataFrame frame = CsvText.Read(text);

        Assert.Equal(["time", "status", "arm"], frame.Columns.Select(column => column.Name));
        Assert.Equal([1.5, 2.25], CsvText.Values(frame, "time"));
        Assert.Equal([1, 0], CsvText.Values(frame, "status"));
        Assert.Equal(["A", "B"], CsvText.Values(frame, "arm"));
        Assert.Equal(notes, string.Join("; ", SurvivalData.NotesOf(frame)));
    }

    [Theory]
    [InlineData("\"\",\"x\"\n\"1\",5\n\"2\",6\n", "X", "column 1 has no name in the header and is called \"X\"")]
    [InlineData(",x\n1,5\n2,6\n", "X", "column 1 has no name in the header and is called \"X\"")]
    [InlineData("\"x\" \n\"1\",5\n\"2\",6\n", "X", "column 1 has no name in the header and is called \"X\"")]
    [InlineData("x,X,\n5,0,1\n6,0,2\n", "X.1", "column 3 has no name in the header and is called \"X.1\"")]
    public void A_column_without_a_name_gets_one(string text, string name, string note)
    {
        DataFrame frame = CsvText.Read(text, new() { Separator = ',' });

        Assert.Equal([1, 2], CsvText.Values(frame, name).Select(Convert.ToInt32));
        Assert.Equal([5, 6], CsvText.Values(frame, "x"));
        Assert.Equal([note], SurvivalData.NotesOf(frame));
    }

    [Fact]
    public void A_quotation_mark_within_a_field_is_a_letter_and_one_around_it_is_not()
    {
        DataFrame frame = CsvText.Read("size,note\n5\" pipe,\"a \"\"b\"\", c\"\n6\",\"two\r\nlines\"\n");

        Assert.Equal(["5\" pipe", "6\""], CsvText.Values(frame, "size"));
        Assert.Equal(["a \"b\", c", "two\r\nlines"], CsvText.Values(frame, "note"));
    }

    [Fact]
    public void Given_options_win_over_what_would_be_found()
    {
        Assert.Equal(["1,5", "2,5"], CsvText.Values(CsvText.Read("x;y\n1,5;2\n2,5;3\n", new()
        {
            Separator = ';',
            Schema = new Dictionary<string, ColumnKind> { ["x"] = ColumnKind.Text },
        }), "x"));
        Assert.Equal([1280, 2080], CsvText.Values(CsvText.Read("x;y\n1,280;2\n2,080;3\n", new() { DecimalComma = false }), "x"));
        Assert.Equal([1.28, 2.08], CsvText.Values(CsvText.Read("x,y\n\"1,280\",2\n\"2,080\",3\n", new() { DecimalComma = true }), "x"));
        Assert.Equal(["a;b"], CsvText.Read("a;b\n1\n2\n", new() { Separator = ',' }).Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData("x,y\n\"1,280\",1\n980,2\n\"12,080.5\",3\n", new[] { 1280, 980, 12080.5 })]
    [InlineData("x;y\n1.280,5;1\n980;2\n12.080;3\n", new[] { 1280.5, 980, 12080 })]
    [InlineData("x,y\n1 280,1\n980,2\n12 080.5,3\n", new[] { 1280, 980, 12080.5 })]
    [InlineData("x;y\n1'280,5;1\n980;2\n12'080;3\n", new[] { 1280.5, 980, 12080 })]
    [InlineData("x,y\n\"-1,280,000\",1\n980,2\n\"12,080\",3\n", new[] { -1280000.0, 980, 12080 })]
    [InlineData("x;y\n0,125;1\n1,250;2\n12,375;3\n", new[] { 0.125, 1.25, 12.375 })]
    [InlineData("x;y\n1,250;1.5\n2,125;2.5\n3,500;3.5\n", new[] { 1250.0, 2125, 3500 })]
    [InlineData("x;y\n1,250;1,5\n2,125;2,5\n3,500;3,5\n", new[] { 1.25, 2.125, 3.5 })]
    public void Marks_of_thousands_are_told_from_decimal_signs(string text, double[] values) =>
        Assert.Equal(values, CsvText.Values(CsvText.Read(text), "x").Select(Convert.ToDouble));

    [Fact]
    public void The_encoding_is_found_or_given()
    {
        const string text = "bras,x\nTémoin,1\nTraité,2\n";
        (Encoding Encoding, string Note)[] cases =
        [
            (new UTF8Encoding(true), ""), (new UTF8Encoding(false), ""), (Encoding.Unicode, "encoding UTF-16"),
            (Encoding.BigEndianUnicode, "encoding UTF-16"), (new UnicodeEncoding(false, false), "encoding UTF-16"),
            (new UnicodeEncoding(true, false), "encoding UTF-16"), (Encoding.Latin1, "encoding Windows-1252 (Latin-1)"),
        ];
        foreach ((Encoding encoding, string note) in cases)
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
            DataFrame frame = SurvivalData.ReadCsv(new MemoryStream(bytes), "a.csv");

            Assert.Equal(["Témoin", "Traité"], CsvText.Values(frame, "bras"));
            Assert.Equal(note, string.Join("; ", SurvivalData.NotesOf(frame)));
        }

        DataFrame given = SurvivalData.ReadCsv(
            new MemoryStream(CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("рука,x\nА,1\n")), "a.csv", new()
            {
                Encoding = "windows-1251",
            });
        Assert.Equal("рука", given.Columns[0].Name);
        Assert.Empty(SurvivalData.NotesOf(given));
    }

    [Fact]
    public void What_is_no_text_or_no_encoding_is_refused()
    {
        Assert.Contains("the file is no text", Assert.Throws<SurvivalDataException>(
            () => SurvivalData.ReadCsv(new MemoryStream([0x50, 0x4B, 3, 4, 0, 0, 0xFF, 1, 2, 9]), "a.csv")).Message,
            StringComparison.Ordinal);
        Assert.Contains("no encoding \"klingon\"", Assert.Throws<SurvivalDataException>(
            () => CsvStream("x\n1\n", "klingon")).Message, StringComparison.Ordinal);
        Assert.Contains("is not text in UTF-8", Assert.Throws<SurvivalDataException>(
            () => SurvivalData.ReadCsv(new MemoryStream([(byte)'x', (byte)'\n', 0xE9, (byte)'\n']), "a.csv", new() { Encoding = "utf-8" }))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_many_blocks_is_read_as_one_of_few_rows_is() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        (double Number, string Word, int Whole)[] rows =
        [
            .. Enumerable.Range(0, 60_000).Select(_ => (
                Math.Round(random.NextDouble() * 1000, random.Next(0, 6)),
                random.Next(4) switch { 0 => "a, b", 1 => "two\nlines", 2 => "say \"no\"", _ => "plain" },
                random.Next(-5, 100_000))),
        ];
        foreach (bool loose in new[] { false, true })
        {
            var text = new StringBuilder("number,word,whole,size\n");
            foreach ((double number, string word, int whole) in rows)
            {
                string quoted = word.Replace("\"", "\"\"", StringComparison.Ordinal);
                text.Append(FormattableString.Invariant($"{number},\"{quoted}\",{whole},{(loose && whole == 7 ? "5\"" : "5")} inch\n"));
            }

            DataFrame frame = CsvText.Read(text.ToString());
            Assert.True(
                rows.Select(row => (object)row.Number).SequenceEqual(CsvText.Values(frame, "number"))
                && rows.Select(row => row.Word).SequenceEqual(CsvText.Values(frame, "word").Cast<string>())
                && rows.Select(row => (object)row.Whole).SequenceEqual(CsvText.Values(frame, "whole")));
        }
    });

    [Fact]
    public void Numbers_are_read_to_the_last_bit() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => i % 3 == 0
            ? BitConverter.Int64BitsToDouble(random.NextInt64()) : Math.Round(random.NextDouble() * 1e6, random.Next(0, 12)))];
        numbers = [.. numbers.Where(double.IsFinite)];
        DataFrame frame = CsvText.Read(
            "x\n" + string.Join('\n', numbers.Select(x => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture))));

        Assert.True(numbers.Cast<object>().SequenceEqual(CsvText.Values(frame, "x")));
    });

    private static DataFrame CsvStream(string text, string encoding) =>
        SurvivalData.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", new() { Encoding = encoding });
}
