using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Whatever the bytes are, the loader gives a frame or one sentence.</summary>
public sealed class CsvAnyTextTests
{
    private static readonly string[] Pieces =
    [
        ",", ";", "\t", "|", " ", "\"", "\"\"", "\n", "\r\n", "\r", "NA", "NaN", ".", "-", "1", "0", "01", "3.5", "3,5", "1,280",
        "1.280,5", "1e5", "Inf", "TRUE", "F", "2019-06-24", "24/06/2019", "05/04/19", "24JUN2019:10:00:00", "24/06/2019 2:30 PM", "A",
        "72 yrs", "é", "\uFEFF", "sep=;\n", "x", "time", "'", "1 280", "9007199254740993", "99999999999999999999", "-0", "+4", "3a",
        "\0", "12:30", "T", "::", "Jun 1, 2019",
    ];

    [Fact]
    public void Any_text_is_a_frame_or_a_sentence() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int i = 0; i < 4000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            byte[] bytes = (i % 4) switch
            {
                0 => Encoding.Latin1.GetBytes(text),
                1 => Encoding.Unicode.GetBytes(text),
                _ => Encoding.UTF8.GetBytes(text),
            };
            try
            {
                DataFrame frame = SurvivalData.ReadCsv(new MemoryStream(bytes), i % 2 == 0 ? "a.csv" : "standard input");
                Assert.All(frame.Columns, column => Assert.Equal(frame.Rows.Count, column.Length));
                foreach (DataFrameColumn column in frame.Columns)
                {
                    Use(() => FrameColumns.Levels(frame, column.Name));
                    string name = SurvivalFormula.Quote(column.Name);
                    Use(() => ModelFrame.Build(frame, $"Surv({name}, {name}) ~ ."));
                }
            }
            catch (SurvivalDataException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    });

    private static void Use(Func<object> use)
    {
        try
        {
            Assert.NotNull(use());
        }
        catch (SurvivalDataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
