using System.Globalization;
using System.Text;

namespace SurvivalKit.Benchmarks;

/// <summary>A CSV file as studies have them: whole numbers, fractions, words, dates and missing values, ten columns.</summary>
internal static class CsvFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="rows">The number of its rows.</param>
    public static void Write(string path, int rows)
    {
        var random = new Random(20260101);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        writer.Write("id,time,status,age,sex,arm,stage,marker,score,entry\n");
        for (int row = 1; row <= rows; row++)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{row},{random.NextDouble() * 3650:0.00},{random.Next(2)},{30 + (random.NextDouble() * 50):0.0},"));
            writer.Write(random.Next(2) == 0 ? "female," : "male,");
            writer.Write(random.Next(3) switch { 0 => "placebo,", 1 => "treatment A,", _ => "treatment B," });
            writer.Write(random.Next(4) switch { 0 => "I,", 1 => "II,", 2 => "III,", _ => "IV," });
            writer.Write(random.Next(20) == 0 ? "" : (random.NextDouble() * 100).ToString("0.0000", CultureInfo.InvariantCulture));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $",{random.NextDouble() - 0.5:0.000000},"));
            writer.Write(new DateTime(2015, 1, 1).AddDays(random.Next(2000)).ToString("yyyy-MM-dd\n", CultureInfo.InvariantCulture));
        }
    }
}
