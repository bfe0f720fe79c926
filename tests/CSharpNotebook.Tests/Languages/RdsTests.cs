using CSharpNotebook.Languages.Bridge;
using CSharpNotebook.Languages.R;

namespace CSharpNotebook.Tests.Languages;

/// <summary>Properties of R's values that need no R.</summary>
public sealed class RdsTests
{
    [Fact]
    public void A_value_that_is_written_is_read_again()
    {
        RObject value = RObject.Named(
        [
            ("real", new RObject(RKind.Real, (double[])[1.5, RObject.MissingReal, double.NaN, double.NegativeInfinity])),
            ("text", RObject.Texts("Zoë", null, "")),
            ("factor", new RObject(RKind.Integer, (int[])[2, RObject.MissingInteger])
                .With("levels", RObject.Texts("a", "b"))
                .With("class", RObject.Texts("factor"))),
            ("none", RObject.Null),
            ("nested", RObject.Named([("flag", new RObject(RKind.Logical, (int[])[1, 0]))])),
        ]);
        RObject read = RdsReader.Read(RdsWriter.Write(value));
        Assert.Equal(value.Texts("names"), read.Texts("names"));
        double[] reals = (double[])read.Element("real").Data;
        Assert.True(RObject.IsMissing(reals[1]) && !RObject.IsMissing(reals[2]) && double.IsNaN(reals[2]));
        Assert.Equal(["Zoë", null, ""], (string?[])read.Element("text").Data);
        Assert.Equal(["b", null], (string?[])ROutput.From(read.Element("factor"))!);
        Assert.Null(ROutput.From(read.Element("none")));
        Assert.Equal([true, false], (bool[])((Dictionary<string, object?>)ROutput.From(read.Element("nested"))!)["flag"]!);
    }

    [Fact]
    public void What_is_cut_off_or_is_no_data_is_refused()
    {
        byte[] bytes = RdsWriter.Write(RObject.Texts("text"));
        Assert.Throws<InvalidDataException>(() => RdsReader.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => RdsReader.Read("B\n"u8));
    }

    [Fact]
    public void Names_in_comments_and_strings_are_none() =>
        Assert.Equal(["f", "my.data", "a b", "x"], RWords.Find("f(my.data, \"text\", 'a\\'b', `a b`) # comment\nx"));

    [Fact]
    public void Where_R_is_not_it_is_not_found() => Assert.Null(RProgram.Find(Path.GetTempPath() + "nowhere" + Path.PathSeparator));

    [Fact]
    public async Task What_streams_is_handed_on_but_for_the_mark()
    {
        var text = new System.Text.StringBuilder();
        var stream = new MarkedStream(new StringReader("a<en<end>b<e"), "<end>", part => text.Append(part));
        Task first = stream.NextMark();
        await stream.PumpAsync();
        await first;
        Assert.Equal("a<enb<e", text.ToString());
        await stream.NextMark();
    }
}
