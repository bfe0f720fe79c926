using System.IO.Compression;
using System.Text;

namespace SurvivalKit.Tests;

/// <summary>Streams of bytes: gzipped, truncated, in another encoding, without a name.</summary>
public sealed class StreamTests
{
    private const string Text = "time,status,arm\n1,1,café\n2,0,b\n";

    [Fact]
    public void Gzipped_bytes_are_known_by_their_beginning() =>
        Assert.Equal(2, SurvivalData.ReadCsv(new MemoryStream(Zipped(Text)), "data").Rows.Count);

    [Fact]
    public void Half_of_a_gzipped_file_is_not_taken_for_a_whole_one()
    {
        var numbers = new StringBuilder("time,status\n");
        for (int row = 0; row < 50_000; row++)
        {
            numbers.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row * 7919 % 10007},{row % 2}\n");
        }

        byte[] zipped = Zipped(numbers.ToString());
        Exception problem = Assert.Throws<SurvivalDataException>(
            () => SurvivalData.ReadCsv(new MemoryStream(zipped[..(zipped.Length / 2)]), "half.csv.gz"));
        Assert.StartsWith("half.csv.gz: the gzipped data", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_encoding_than_the_given_one_is_refused_not_garbled() => Assert.Equal(
        "old.csv: the file is not text in UTF-8, which was expected; it may be in another encoding, or no text at all.",
        Assert.Throws<SurvivalDataException>(() => SurvivalData.ReadCsv(
            new MemoryStream(Encoding.Latin1.GetBytes(Text)), "old.csv", new() { Encoding = "utf-8" })).Message);

    [Fact]
    public void Without_an_ending_the_header_tells_the_separator() => Assert.Equal(
        ["time", "status"], SurvivalData.ReadCsv(new MemoryStream(Encoding.UTF8.GetBytes("time\tstatus\n1\t1\n")), "standard input").Columns
            .Select(column => column.Name));

    private static byte[] Zipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
