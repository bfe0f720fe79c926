using System.Text;

namespace SurvivalKit.TextCheck.Tests;

public class TextDecodingTests
{
    private const string Sentence = "Age 62.2 ± 13.9 – naïve";

    public static TheoryData<byte[]> Encodings =>
    [
        new UTF8Encoding(false).GetBytes(Sentence),
        (byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Sentence)],
        (byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Sentence)],
        (byte[])[.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Sentence)],
        (byte[])[.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(Sentence)],
        (byte[])[.. new UTF32Encoding(true, true).GetPreamble(), .. new UTF32Encoding(true, true).GetBytes(Sentence)],
        (byte[])[.. Sentence.Select(c => c == '–' ? (byte)0x96 : (byte)c)],
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_in_any_encoding(byte[] bytes) => Assert.Equal(Sentence, TextDecoding.Decode(bytes));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_16_needs_no_mark(bool bigEndian)
    {
        const string Plain = "HR 0.72 (0.54-0.96)";
        Assert.Equal(Plain, TextDecoding.Decode((bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetBytes(Plain)));
    }

    [Fact]
    public void Nothing_is_an_empty_text() => Assert.Equal("", TextDecoding.Decode([]));
}
