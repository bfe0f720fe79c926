using System.Globalization;

namespace SurvivalKit;

/// <summary>The names of the columns, with those that the header line leaves out.</summary>
/// <remarks>R's <c>write.csv</c> and pandas' <c>to_csv</c> write row names under an empty name, R's <c>write.table</c> without any. A
/// column without a name is called X, then X.1, as R's <c>read.csv</c> calls it; an empty one is left out.</remarks>
/// <param name="Names">A name a field; empty where the header has none.</param>
internal sealed record CsvHeader(string[] Names)
{
    public static CsvHeader Make(List<string> names, List<List<string>> sample, string file)
    {
        bool isShort = sample.Count > 0 && sample.TrueForAll(record => record.Count == names.Count + 1);
        bool endsEmpty = isShort && sample.TrueForAll(record => record[^1].Length == 0);
        string[] all = endsEmpty ? [.. names, ""] : isShort && AreRowNames(sample) ? ["", .. names] : [.. names];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in all)
        {
            if (name.Length > 0 && !seen.Add(name))
            {
                throw SurvivalDataException.AtFile(file, $"the header names column \"{name}\" twice.");
            }
        }

        return new CsvHeader(all);
    }

    /// <summary>Names the columns without a name and leaves out those that are empty too.</summary>
    public (string[] Names, CsvColumn[] Columns) Apply(CsvColumn[] columns, List<string> notes, string file)
    {
        var names = new List<string>();
        var kept = new List<CsvColumn>();
        for (int c = 0; c < Names.Length; c++)
        {
            string name = Names[c];
            if (name.Length == 0 && IsEmpty(columns[c]))
            {
                continue;
            }

            if (name.Length == 0)
            {
                name = Free(names);
                notes.Add(FormattableString.Invariant($"column {c + 1} has no name in the header and is called \"{name}\""));
            }

            names.Add(name);
            kept.Add(columns[c]);
        }

        return kept.Count > 0
            ? ([.. names], [.. kept])
            : throw SurvivalDataException.AtFile(file, "no column has a name or a value; a header line and rows were expected.");
    }

    // Row names are the numbers of the rows, or different words; anything else is a row with a value too many.
    private static bool AreRowNames(List<List<string>> sample)
    {
        string[] first = [.. sample.Select(record => record[0])];
        return first.Length > 1
            && first.Distinct(StringComparer.Ordinal).Count() == first.Length
            && (first.Select((word, i) => word == (i + 1).ToString(CultureInfo.InvariantCulture)).All(isNumber => isNumber)
                || !Array.Exists(first, word => NumberStyle.Point.Parse(word) is not null));
    }

    private string Free(List<string> used)
    {
        string name = "X";
        for (int i = 1; Names.Contains(name, StringComparer.Ordinal) || used.Contains(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"X.{i}");
        }

        return name;
    }

    private static bool IsEmpty(CsvColumn column) => column switch
    {
        CsvColumn.Numbers numbers => numbers.Missing == numbers.Values.Length,
        CsvColumn.Words words => words.Distinct is [] or [""],
        _ => false,
    };
}
