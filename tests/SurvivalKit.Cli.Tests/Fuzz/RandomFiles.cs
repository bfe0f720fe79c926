using System.Globalization;
using System.Text;

namespace SurvivalKit.Cli.Tests;

/// <summary>Files that people might give: mostly data with a header, some of it damaged; texts and studies.</summary>
internal static class RandomFiles
{
    private static readonly string[] Usual = ["time", "status", "x", "age", "g", "start", "w", "id"];

    private static readonly string[] Names =
    [
        "time", "status", "x", "age", "g", "start", "w", "id", "date", "ph.ecog", "Überleben", "a b", "", "1", "time",
    ];

    private static readonly string[] Odd =
    [
        "", "NA", "NaN", "nan", ".", "-", "NULL", "Inf", "-Inf", "1e308", "-1e308", "1e-320", "1e999", "0x1F", "1,5", "1.234,5",
        "72 yrs", "TRUE", "dead", "2020-01-31",
        "31/12/2019", "\"", "\"a,b\"", "\"a\nb\"", "'", "é", "\u0000", "\uFEFF", "99999999999999999999", "1_000", "٣", "+", "=1+1", "-0",
        "01", " 5 ",
    ];

    private static readonly string[] Sentences =
    [
        "HR 2.58, 95% CI 1.39-4.72, P=.002", "OR = 1.2 (95 % CI: 3.0 to 2.1; p < 0.05)", "12/48 (25%) vs 8/40 (2%)",
        "median 5.1 months (range 7-3)", "t(23) = 2.1, p = .04",
        "| a | b |\n|--|--|\n| 1 (50%) | 2 (NaN%) |", "<table><tr><td>3/0</td><td colspan=99999>", "chi2 = -4.2, df 0, P = 1.7",
        "mean 1e400 ± -3", "P <", "HR ((((",
    ];

    /// <summary>Data: a header and rows; some files are damaged, but not tame ones.</summary>
    public static byte[] Data(Random random, bool isTame)
    {
        string separator = isTame ? "," : random.Next(6) switch { 0 => ";", 1 => "\t", 2 => "|", _ => "," };
        string[] names = isTame || random.Next(3) > 0 ? Usual : [.. Pick(random, Names, random.Next(9))];
        var text = new StringBuilder(string.Join(separator, names)).Append('\n');
        int rows = random.Next(4) == 0 ? random.Next(4) : random.Next(40);
        double oddness = isTame ? 0 : random.Next(3) == 0 ? 0.1 : random.Next(2) == 0 ? 0.01 : 0;
        for (int row = 0; row < rows; row++)
        {
            text.AppendJoin(
                separator, names.Select(name => random.NextDouble() < oddness ? Odd[random.Next(Odd.Length)] : Cell(random, name)));
            text.Append(random.NextDouble() < oddness ? separator : "").Append(random.Next(20) == 0 ? "\r\n" : "\n");
        }

        if (isTame)
        {
            return Encoding.UTF8.GetBytes(text.ToString());
        }

        Encoding encoding = random.Next(12) switch { 0 => Encoding.Latin1, 1 => Encoding.Unicode, _ => Encoding.UTF8 };
        byte[] bytes = encoding.GetBytes(text.ToString());
        return random.Next(10) == 0 ? Damaged(random, bytes) : bytes;
    }

    /// <summary>A text with statistics.</summary>
    public static byte[] Text(Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join(random.Next(2) == 0 ? " " : "\n\n", Pick(random, Sentences, random.Next(6))));
        return random.Next(3) == 0 ? Damaged(random, bytes) : bytes;
    }

    /// <summary>Bytes with some changed, left out or doubled.</summary>
    public static byte[] Damaged(Random random, byte[] bytes)
    {
        var changed = bytes.ToList();
        for (int i = random.Next(1, 6); i > 0 && changed.Count > 0; i--)
        {
            int at = random.Next(changed.Count);
            int length = Math.Min(random.Next(1, 12), changed.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.RemoveRange(at, length);
                    break;
                case 2:
                    changed.InsertRange(at, changed.GetRange(at, length));
                    break;
                default:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]));
                    break;
            }
        }

        return [.. changed];
    }

    /// <summary>Some of several, with repeats.</summary>
    public static IEnumerable<string> Pick(Random random, string[] from, int count) =>
        Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]);

    private static string Cell(Random random, string name) => name switch
    {
        "status" => random.Next(2).ToString(CultureInfo.InvariantCulture),
        "g" or "ph.ecog" => "abc"[random.Next(3)].ToString(),
        "id" => random.Next(9).ToString(CultureInfo.InvariantCulture),
        "start" => "0",
        "date" => new DateTime(2020, 1, 1).AddDays(random.Next(900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => random.Next(3) switch
        {
            0 => random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
            1 => random.NextDouble().ToString("0.###", CultureInfo.InvariantCulture),
            _ => (random.NextDouble() * Math.Pow(10, random.Next(-8, 9))).ToString(CultureInfo.InvariantCulture),
        },
    };
}
